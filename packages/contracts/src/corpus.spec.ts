import { readdirSync, readFileSync } from 'node:fs';
import { upcast } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { eventDefinition, houseEvents } from './index.ts';

const corpus = new URL('../corpus/', import.meta.url);
const files = readdirSync(corpus).sort();
const released = files.map((file) => {
  const match = /^([A-Za-z]+)\.v(\d+)\.json$/.exec(file);
  return { file, type: match?.[1] ?? '', version: Number(match?.[2]) };
});

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as Record<string, unknown>;
}

describe('every released version of every event can still be read', () => {
  test.each(released)('$file lifts to the newest version and parses', ({ file, type, version }) => {
    const definition = eventDefinition(type);
    expect(definition, `${type} is no event of the house any more`).toBeDefined();
    const lifted = upcast(definition!, version, read(file));
    expect(definition!.schema.safeParse(lifted).error?.issues ?? []).toEqual([]);
  });

  test('the corpus holds each version of each event, no more and no fewer', () => {
    const expected = houseEvents.flatMap((each) =>
      Array.from({ length: each.version }, (_, index) => `${each.type}.v${index + 1}.json`),
    );
    expect(files).toEqual(expected.sort());
  });
});

describe('LeadRegistered 1 → 2', () => {
  const definition = eventDefinition('LeadRegistered')!;

  test('the name of the body becomes a body of kind other', () => {
    const old = read('LeadRegistered.v1.json');
    const lifted = upcast(definition, 1, old);
    expect(lifted['supervisedBody']).toEqual({ name: '乐都公安分局', kind: 'other' });
    expect(lifted).not.toHaveProperty('body');
    expect(lifted['title']).toBe(old['title']);
  });

  test('version 1 does not pass for version 2 unlifted', () => {
    const outcome = definition.schema.safeParse(read('LeadRegistered.v1.json'));
    expect(outcome.error?.issues.map((issue) => issue.path.join('.') || issue.code)).toEqual([
      'supervisedBody',
      'unrecognized_keys',
    ]);
  });
});
