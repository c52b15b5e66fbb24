import { searchWords } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { blockOf, compare, comparedWords, isSuspect, type LeadFeatures } from './similarity.ts';

const sand: LeadFeatures = {
  lead: 'L-1',
  unit: '630102',
  clause: null,
  place: '湟水河某段',
  from: '2025-05-01',
  to: '2025-06-01',
  words: comparedWords('河道非法采砂污染', '砂场夜间采砂'),
};

describe('duplicates', () => {
  test('same enterprise, same stretch of river, overlapping time are suspect (EX-04)', () => {
    const other = {
      ...sand,
      lead: 'L-2',
      from: '2025-05-20',
      to: null,
      words: comparedWords('河道采砂污染', '砂场夜间采砂'),
    };
    const likeness = compare(sand, other);
    expect(likeness.signs).toEqual(['same_body', 'same_place', 'overlapping_time', 'similar_words']);
    expect(likeness.similarity).toBeGreaterThan(0.9);
    expect(isSuspect(likeness)).toBe(true);
  });

  test('the same police station alone is no sign', () => {
    const one = {
      ...sand,
      place: null,
      from: null,
      to: null,
      words: comparedWords('讯问未录音录像', undefined),
    };
    const two = { ...one, lead: 'L-2', words: comparedWords('超期扣押财物', undefined) };
    expect(isSuspect(compare(one, two))).toBe(false);
  });

  test('comparing is the same both ways', () => {
    const other = { ...sand, place: '大通河', words: comparedWords('采砂', undefined) };
    expect(compare(sand, other)).toEqual(compare(other, sand));
  });

  test('names that differ in spaces and width are one body', () => {
    expect(blockOf('高原砂石 有限公司')).toBe(blockOf('高原砂石有限公司'));
    expect(blockOf('ＡＢＣ公司')).toBe(blockOf('abc公司'));
    expect(blockOf('甲公司')).not.toBe(blockOf('乙公司'));
  });

  test('words are pairs of characters, other scripts whole', () => {
    expect(searchWords('录音录像 OFD')).toEqual(['录音', '音录', '录像', 'ofd']);
    expect(searchWords('བོད་ཡིག')).toHaveLength(2);
  });
});
