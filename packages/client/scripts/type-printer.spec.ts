import { expect, test } from 'vitest';
import { printType } from './type-printer.ts';

const nameOf = (reference: string) => reference.slice(1);

test.each([
  [{ type: 'string' }, 'string'],
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ const: 'CFS' }, '"CFS"'],
  [{ enum: ['a', 'b', 'a'] }, '"a" | "b"'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ allOf: [{ $ref: '#A' }, { $ref: '#B' }] }, 'A & B'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, 'readonly ("a" | "b")[]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, 'readonly [string, number]'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'],
  [{ type: 'object', additionalProperties: false }, 'Readonly<Record<string, never>>'],
  [
    { type: 'object', properties: { a: { type: 'string' }, 'b-c': { $ref: '#X' } }, required: ['a'] },
    '{ readonly a: string;\nreadonly "b-c"?: X; }',
  ],
  [
    { type: 'object', properties: { a: { type: 'string', description: '甲 */ x' } } },
    '{ \n/** 甲 * / x */\nreadonly a?: string; }',
  ],
  [{}, 'unknown'],
])('%j is %s', (schema, type) => {
  expect(printType(schema, nameOf)).toBe(type);
});
