import { isRefusal } from '@jiandu/eventing';
import { folded, given } from '@jiandu/eventing/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { as, directory, publishable, system } from '../../test/scene.ts';
import { documentSeries } from './document-series.ts';

const today = '2025-04-18';
const id = '630103-纠违-2025';
const scene = { today, actor: system, directory };
const wanted = (instrument: string, more = {}) => ({
  unit: '630103',
  word: '纠违',
  year: 2025,
  matter: 'IAS-630103-2025-00001',
  instrument,
  issuedOn: today,
  ...more,
});
type Facts = Parameters<
  typeof folded<Parameters<typeof documentSeries.evolve>[0], Parameters<typeof documentSeries.evolve>[1]>
>[1];

function facts(before: Facts, command: string, input: unknown): Facts {
  const actor = command === 'continueDocumentSeries' ? as('P-630103-shi') : system;
  const came = given(documentSeries, id, { ...scene, actor }, before).when(command, input);
  if ('refused' in came) throw new Error(came.refused);
  publishable(came.facts, today);
  return [...before, ...(came.facts as Facts)];
}

describe('printed numbers', () => {
  test('the number is the place in the stream, with the abbreviation of the unit', () => {
    const two = facts(facts([], 'numberInstrument', wanted('D-1')), 'numberInstrument', wanted('D-2'));
    expect(two.map(({ data }) => 'printedNumber' in data && data.printedNumber)).toEqual([
      '城中检纠违〔2025〕1号',
      '城中检纠违〔2025〕2号',
    ]);
  });

  test('a paper register is carried on', () => {
    const carried = facts([], 'continueDocumentSeries', { lastNumber: 2 });
    expect(facts(carried, 'numberInstrument', wanted('D-1')).at(-1)?.data).toMatchObject({
      sequence: 3,
      printedNumber: '城中检纠违〔2025〕3号',
    });
  });

  test('an instrument is numbered once', () => {
    const once = facts([], 'numberInstrument', wanted('D-1'));
    expect(facts(once, 'numberInstrument', wanted('D-1'))).toEqual(once);
  });

  test('no paper register once numbers were given', () => {
    const begun = facts([], 'numberInstrument', wanted('D-1'));
    expect(
      given(documentSeries, id, scene, begun).when('continueDocumentSeries', { lastNumber: 9 }),
    ).toMatchObject({
      refused: 'series.started-already',
    });
  });

  test('the stream is named after unit, word and year', () => {
    expect(
      given(documentSeries, '630103-纠违', scene).when('continueDocumentSeries', { lastNumber: 9 }),
    ).toMatchObject({
      refused: 'series.other-name',
    });
    expect(
      given(documentSeries, id, scene).when('numberInstrument', wanted('D-1', { word: '检建' })),
    ).toMatchObject({
      refused: 'series.other-name',
    });
  });

  test('whatever is asked in whatever order, numbers have no gap and no double (invariant 8)', () => {
    const asked = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.nat(40), fc.array(asked, { maxLength: 40 }), (lastNumber, list) => {
        let told = facts([], 'continueDocumentSeries', { lastNumber });
        for (const [matter, place] of list) {
          told = facts(
            told,
            'numberInstrument',
            wanted(`D-${place}`, { matter: `IAS-630103-2025-0000${matter}` }),
          );
        }
        const numbers = told.flatMap(({ data }) => ('sequence' in data ? [data.sequence] : []));
        expect(numbers).toEqual(numbers.map((_, place) => lastNumber + place + 1));
        expect(numbers).toHaveLength(new Set(list.map(String)).size);
        expect(isRefusal(folded(documentSeries, told))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
