import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  documentSeriesId,
  formatMatterNumber,
  formatPrintedNumber,
  matterTypes,
  numberSeriesId,
  parseMatterNumber,
  parsePrintedNumber,
  qinghaiUnits,
} from './index.ts';

test('a matter number is type, unit, year and five digits', () => {
  expect(formatMatterNumber({ type: 'CFS', unit: '630103', year: 2025, sequence: 17 })).toBe(
    'CFS-630103-2025-00017',
  );
  expect(numberSeriesId({ type: 'CFS', unit: '630103', year: 2025 })).toBe('CFS-630103-2025');
});

test('matter numbers can be read back', () => {
  const parts = fc.record({
    type: fc.constantFrom('CFS', 'IAS', 'CIR'),
    unit: fc.constantFrom(...qinghaiUnits.map(({ code }) => code)),
    year: fc.integer({ min: 2023, max: 2099 }),
    sequence: fc.integer({ min: 1, max: 99_999 }),
  });
  fc.assert(
    fc.property(parts, (each) => {
      expect(parseMatterNumber(formatMatterNumber(each))).toEqual(each);
    }),
  );
});

test.each(['CFS-630103-2025-00000', 'CFS-630103-2025-17', 'CFS-6301-2025-00017', ''])(
  '%j is no number',
  (text) => {
    expect(parseMatterNumber(text)).toBeUndefined();
  },
);

test.each([0, 100_000, 1.5])('there is no place %d', (sequence) => {
  expect(() => formatMatterNumber({ type: 'CFS', unit: '630103', year: 2025, sequence })).toThrow(RangeError);
});

test('a printed number has 〔〕 and no leading zeros', () => {
  const printed = formatPrintedNumber({ abbreviation: '城中检', word: '纠违', year: 2025, sequence: 3 });
  expect(printed).toBe('城中检纠违〔2025〕3号');
  expect(documentSeriesId('630103', '纠违', 2025)).toBe('630103-纠违-2025');
});

test('printed numbers of every unit and kind can be read back and tell units apart', () => {
  expect(new Set(qinghaiUnits.map(({ abbreviation }) => abbreviation)).size).toBe(qinghaiUnits.length);
  const words = new Set(matterTypes.flatMap(({ instruments }) => instruments.map(({ word }) => word)));
  for (const { abbreviation } of qinghaiUnits) {
    for (const word of words) {
      const parts = { abbreviation, word, year: 2025, sequence: 12 };
      expect(parsePrintedNumber(formatPrintedNumber(parts))).toEqual(parts);
    }
  }
});
