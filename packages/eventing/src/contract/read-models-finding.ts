import assert from 'node:assert/strict';
import type { Collection, Condition, Filter, ReadModels } from '../ports/read-models.ts';
import type { Opened, Promises } from './contract-case.ts';
import { filled, type Sample } from './sample-collection.ts';

type Models = Opened<ReadModels>;

const docs: readonly Sample[] = [
  { id: '1', unit: '630000', score: 10, open: true, mixed: 'a', people: ['甲', '乙'], card: { grade: 'A' } },
  { id: '2', unit: '630100', score: 20, open: false, mixed: 1, people: ['乙'], labels: ['urgent'] },
  { id: '3', unit: '630102', score: -5, open: true, mixed: true, people: [], card: {} },
  { id: '4', unit: '640000', score: 10.5, open: null, mixed: '', people: null },
  { id: '5', unit: null, score: null, mixed: null },
  { id: '6' },
];

/** Every kind of condition; each line: what it is, the filter, the ids that satisfy it. */
const conditions: readonly (readonly [string, Filter, string])[] = [
  ['no condition', {}, '123456'],
  ['a text', { unit: '630000' }, '1'],
  ['a number', { score: 10 }, '1'],
  ['true', { open: true }, '13'],
  ['false', { open: false }, '2'],
  ['null holds for null and for absent', { unit: null }, '56'],
  ['null in a nested field', { 'card.grade': null }, '23456'],
  ['a nested field', { 'card.grade': 'A' }, '1'],
  ['the id', { id: '3' }, '3'],
  ['a text is no number', { score: '10' }, ''],
  ['a number is no text', { unit: 630000 }, ''],
  ['1 is not true', { open: 1 }, ''],
  ['one of several', { unit: { in: ['630000', '640000', 'x'] } }, '14'],
  ['one of several types', { mixed: { in: ['a', 1, true] } }, '123'],
  ['one of several with null', { score: { in: [20, null] } }, '256'],
  ['one of none', { unit: { in: [] } }, ''],
  ['greater', { score: { gt: 10 } }, '24'],
  ['at least', { score: { gte: 10 } }, '124'],
  ['less: null and absent are not less', { score: { lt: 10 } }, '3'],
  ['at most', { score: { lte: 10 } }, '13'],
  ['between', { score: { gte: 0, lt: 20 } }, '14'],
  ['between texts', { unit: { gt: '630000', lte: '630102' } }, '23'],
  ['a range of numbers holds for numbers only', { mixed: { gte: -100 } }, '2'],
  ['a range of numbers from above, too', { mixed: { lte: 100 } }, '2'],
  ['a range of texts holds for texts only', { mixed: { gte: '' } }, '14'],
  ['a range of texts from above, too', { mixed: { lt: 'b' } }, '14'],
  ['a range of booleans', { open: { gt: false } }, '13'],
  ['a range of booleans from above', { open: { lte: false } }, '2'],
  ['a null bound holds for nothing', { score: { gte: null } }, ''],
  ['a prefix', { unit: { prefix: '6301' } }, '23'],
  ['a prefix with wildcards of other languages in it', { unit: { prefix: '63%' } }, ''],
  ['the empty prefix holds for every text', { mixed: { prefix: '' } }, '14'],
  ['a list holding one', { people: { all: ['乙'] } }, '12'],
  ['a list holding several', { people: { all: ['甲', '乙'] } }, '1'],
  ['a list holding what none holds', { people: { all: ['丙'] } }, ''],
  ['a list holding all of none', { people: { all: [] } }, '123456'],
  ['lists do not mix', { labels: { all: ['乙'] } }, ''],
  ['several fields at once', { open: true, people: { all: ['甲'] }, score: { gt: 0 } }, '1'],
];

const alternatives: readonly (readonly [string, Filter, readonly Filter[], string])[] = [
  ['any of two', {}, [{ unit: '630000' }, { open: false }], '12'],
  ['any of two as well as the filter', { open: true }, [{ unit: '630000' }, { open: false }], '1'],
  ['any of lists', {}, [{ people: { all: ['甲'] } }, { labels: { all: ['urgent'] } }], '12'],
  ['an alternative without conditions holds for all', { open: true }, [{}, { unit: 'x' }], '13'],
  ['any of none is nothing', {}, [], ''],
];

/** Which documents a search finds. */
export const finding: Promises<Models> = {
  ...Object.fromEntries(
    conditions.map(([what, filter, ids]) => [
      `found by ${what}`,
      async ({ adapter }: Models) => {
        const { collection } = await filled(adapter, docs);
        await finds(collection, ids, filter);
      },
    ]),
  ),
  ...Object.fromEntries(
    alternatives.map(([what, filter, anyOf, ids]) => [
      `found by ${what}`,
      async ({ adapter }: Models) => {
        const { collection } = await filled(adapter, docs);
        await finds(collection, ids, filter, anyOf);
      },
    ]),
  ),

  'what a filter names must be declared, as what it is': async ({ adapter }) => {
    const { collection } = await filled(adapter, docs);
    const wrong: readonly Filter[] = [
      { text: 'x' },
      { "unit' OR 1=1 --": 'x' },
      { people: '甲' },
      { unit: { all: ['630000'] } },
    ];
    for (const filter of wrong) {
      await assert.rejects(collection.find({ filter, limit: 10 }), RangeError);
      await assert.rejects(collection.find({ anyOf: [filter], limit: 10 }), RangeError);
      await assert.rejects(collection.count(filter), RangeError);
      await assert.rejects(collection.groupBy('unit', filter), RangeError);
    }
    await assert.rejects(collection.find({ sort: { field: 'text' }, limit: 10 }), RangeError);
    await assert.rejects(collection.groupBy('text'), RangeError);
  },

  'documents are counted by the values of a field': async ({ adapter }) => {
    const { collection } = await filled(adapter, docs);
    const byOpen = new Map([
      [true, 2],
      [false, 1],
      [null, 3],
    ]);
    assert.deepEqual(new Map(await collection.groupBy('open')), byOpen);
    assert.deepEqual(
      new Map(await collection.groupBy('card.grade', { open: true })),
      new Map([
        ['A', 1],
        [null, 1],
      ]),
    );
    assert.deepEqual(new Map(await collection.groupBy('open', {}, [])), new Map());
    const byMixed = new Map<unknown, number>([
      [null, 2],
      [1, 1],
      ['', 1],
      ['a', 1],
      [true, 1],
    ]);
    assert.deepEqual(new Map(await collection.groupBy('mixed')), byMixed);
  },

  'a changed document is found by its new values and no longer by the old': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, docs);
    await finds(collection, '12', { people: { all: ['乙'] } });
    const changed: Sample = { id: '1', unit: '630100', people: ['甲', '丙'], open: false };
    await adapter.commit(name, [{ put: changed }, { remove: '2' }], '2');
    await finds(collection, '', { people: { all: ['乙'] } });
    await finds(collection, '1', { people: { all: ['丙', '甲'] } });
    await finds(collection, '1', { unit: '630100' });
    await finds(collection, '', { unit: '630000' });
    await finds(collection, '1', { open: false });
  },
};

async function finds(
  collection: Collection<Sample>,
  ids: string,
  filter: Readonly<Record<string, Condition>>,
  anyOf?: readonly Filter[],
): Promise<void> {
  const options = anyOf === undefined ? { filter, limit: 100 } : { filter, anyOf, limit: 100 };
  const { items, next } = await collection.find(options);
  assert.equal(items.map(({ id }) => id).join(''), ids);
  assert.equal(next, undefined);
  assert.equal(await collection.count(filter, anyOf), ids.length);
}
