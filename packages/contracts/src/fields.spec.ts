import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isExistingDate,
  longText,
  matterNumber,
  personName,
  printedNumber,
  secrecyLabel,
  shortText,
} from './fields.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('legal dates', () => {
  test('a date is accepted exactly when the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const pad = (n: number, width: number) => String(n).padStart(width, '0');
          const text = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
          const real = new Date(0);
          real.setUTCFullYear(y, m - 1, d);
          const exists =
            real.getUTCFullYear() === y && real.getUTCMonth() === m - 1 && real.getUTCDate() === d;
          expect(isExistingDate(text)).toBe(exists);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '0000-01-01',
    '2025-3-3',
    '2025-03-03T00:00:00Z',
    '',
    '２０２５-03-03',
  ])('%s is none', (text) => expect(isExistingDate(text)).toBe(false));
});

describe('names and texts', () => {
  test.each(['才让卓玛', 'ཚེ་རིང་སྒྲོལ་མ།', '👩‍⚖️ 李某', 'ᠪᠠᠶᠠᠷ', '尕', 'a'.repeat(60), '𠮷'.repeat(60)])(
    '%s is a name',
    (name) => {
      expect(accepts(personName, name)).toBe(true);
    },
  );

  test.each([
    ['', 'nothing'],
    ['   ', 'blanks'],
    ['a'.repeat(61), '61 characters'],
    ['𠮷'.repeat(61), '61 characters outside the basic plane'],
    ['李\u0000某', 'a null'],
    ['李\n某', 'a line end'],
    ['李\u202E某', 'a mark that turns the direction'],
    ['李\uD83D', 'half a character'],
  ])('%j is no name: %s', (name) => {
    expect(accepts(personName, name)).toBe(false);
  });

  test('injection strings are just text', () => {
    for (const text of ["'; DROP TABLE lead;--", '{"$ne": null}', '<script>alert(1)</script>', '{{7*7}}']) {
      expect(shortText.parse(text)).toBe(text);
    }
  });

  test('running text has line ends, at most 4000 characters, no other control characters', () => {
    expect(accepts(longText, '一\r\n二\t三')).toBe(true);
    expect(accepts(longText, '事'.repeat(4000))).toBe(true);
    expect(accepts(longText, '事'.repeat(4001))).toBe(false);
    expect(accepts(longText, 'a\u0007b')).toBe(false);
    expect(accepts(longText, 'a\u007Fb')).toBe(false);
  });
});

describe('identifiers', () => {
  test('a matter number has five digits', () => {
    expect(accepts(matterNumber, 'CFS-630103-2025-00017')).toBe(true);
    expect(accepts(matterNumber, 'CFS-630103-2025-17')).toBe(false);
    expect(accepts(matterNumber, 'cfs-630103-2025-00017')).toBe(false);
  });

  test('a printed number has the brackets 〔〕 and no leading zero', () => {
    expect(accepts(printedNumber, '城中检纠违〔2025〕3号')).toBe(true);
    expect(accepts(printedNumber, '城中检纠违[2025]3号')).toBe(false);
    expect(accepts(printedNumber, '城中检纠违〔2025〕03号')).toBe(false);
  });

  test('a state secret has no label here', () => {
    for (const label of ['state_secret', '国家秘密', '机密'])
      expect(accepts(secrecyLabel, label)).toBe(false);
  });
});
