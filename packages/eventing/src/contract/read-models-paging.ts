import assert from 'node:assert/strict';
import type { Collection, FindOptions, ReadModels } from '../ports/read-models.ts';
import type { Opened, Promises } from './contract-case.ts';
import { filled, put, type Sample } from './sample-collection.ts';

type Models = Opened<ReadModels>;

const tied: readonly Sample[] = ['d', 'a', 'c', 'b', 'e', 'f'].map((id, index) => ({
  id,
  score: index % 3,
  ...(id === 'e' ? { score: null } : {}),
}));

/** Order, pages and cursors. */
export const paging: Promises<Models> = {
  'without a sort the order is that of the ids': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    assert.equal(await order(collection, {}), 'abcdef');
  },

  'ids are ordered by code point': async ({ adapter }) => {
    const ids = ['Z', 'a', '中', '\u{FF5E}', '\u{1F600}', '10', '9'];
    const { collection } = await filled(
      adapter,
      ids.map((id) => ({ id })),
    );
    const { items } = await collection.find({ limit: 100 });
    assert.deepEqual(
      items.map(({ id }) => id),
      ['10', '9', 'Z', 'a', '中', '\u{FF5E}', '\u{1F600}'],
    );
  },

  'sorting puts null first, and breaks ties by id': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    assert.equal(await order(collection, { sort: { field: 'score' } }), 'ebdacf');
  },

  'sorting downwards is the same order the other way round': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    assert.equal(await order(collection, { sort: { field: 'score', descending: true } }), 'fcadbe');
    assert.equal(await order(collection, { sort: { field: 'id', descending: true } }), 'fedcba');
  },

  'values of different types are ordered null, numbers, texts, booleans': async ({ adapter }) => {
    const mixed = [true, 'a', 2, null, -1, '', false] as const;
    const docs: Sample[] = mixed.map((value, index) => ({ id: String(index), mixed: value }));
    const { collection } = await filled(adapter, docs);
    const { items } = await collection.find({ sort: { field: 'mixed' }, limit: 10 });
    assert.deepEqual(
      items.map((item) => item.mixed),
      [null, -1, 2, '', 'a', false, true],
    );
  },

  'pages follow each other without gap or repetition, whatever the sort': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    for (const sort of [
      undefined,
      { field: 'id', descending: true },
      { field: 'score' },
      { field: 'score', descending: true },
      { field: 'unit' },
    ]) {
      const options = sort === undefined ? {} : { sort };
      for (const limit of [1, 2, 4, 6]) {
        assert.equal(await walk(collection, { ...options, limit }), await order(collection, options));
      }
    }
  },

  'pages go from one type of value to the next, both ways': async ({ adapter }) => {
    const mixed = [true, 'a', 2, null, -1, '', false, 2, null, 'a'] as const;
    const docs: Sample[] = mixed.map((value, index) => ({ id: String(index), mixed: value }));
    const { collection } = await filled(adapter, docs);
    assert.equal(await order(collection, { sort: { field: 'mixed' } }), '3842751960');
    for (const descending of [false, true]) {
      const options = { sort: { field: 'mixed', descending } };
      for (const limit of [1, 3]) {
        assert.equal(await walk(collection, { ...options, limit }), await order(collection, options));
      }
    }
  },

  'pages of a search follow each other as well': async ({ adapter }) => {
    const docs: Sample[] = Array.from({ length: 20 }, (_, index) => ({
      id: `d${String(index).padStart(2, '0')}`,
      unit: index % 2 === 0 ? '630000' : '630100',
      score: index % 5,
      people: index % 3 === 0 ? ['甲'] : ['乙'],
    }));
    const { collection } = await filled(adapter, docs);
    const options = {
      filter: { score: { gte: 1 } },
      anyOf: [{ unit: '630000' }, { people: { all: ['甲'] } }],
      sort: { field: 'score', descending: true },
    };
    for (const limit of [1, 2, 5]) {
      assert.equal(await walk(collection, { ...options, limit }), await order(collection, options));
    }
    assert.equal(
      (await order(collection, options)).length / 3,
      await collection.count(options.filter, options.anyOf),
    );
  },

  'the last page has no cursor, also when it is full': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    assert.equal((await collection.find({ limit: 6 })).next, undefined);
    assert.notEqual((await collection.find({ limit: 5 })).next, undefined);
    assert.equal((await collection.find({ filter: { unit: 'x' }, limit: 5 })).next, undefined);
  },

  'a cursor is not disturbed by what is written before or behind it': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, tied);
    const sort = { field: 'score' };
    const first = await collection.find({ sort, limit: 3 });
    assert.equal(first.items.map(({ id }) => id).join(''), 'ebd');
    assert(first.next !== undefined);
    await put(adapter, name, [
      { id: '0', score: -1 },
      { id: 'g', score: 1 },
    ]);
    await adapter.commit(name, [{ remove: 'd' }], '9');
    const second = await collection.find({ sort, limit: 10, after: first.next });
    assert.equal(second.items.map(({ id }) => id).join(''), 'agcf');
  },

  'a page of fewer than 1 or more than 1000, or behind no cursor, is refused': async ({ adapter }) => {
    const { collection } = await filled(adapter, tied);
    for (const limit of [0, -1, 1001, 1.5]) await assert.rejects(collection.find({ limit }), RangeError);
    for (const after of ['', 'nonsense', Buffer.from('{}').toString('base64url')]) {
      await assert.rejects(collection.find({ limit: 1, after }), RangeError);
    }
  },
};

async function order(collection: Collection<Sample>, options: Omit<FindOptions, 'limit'>): Promise<string> {
  const { items } = await collection.find({ ...options, limit: 1000 });
  return items.map(({ id }) => id).join('');
}

async function walk(collection: Collection<Sample>, options: FindOptions): Promise<string> {
  const first = await collection.find(options);
  let seen = ids(first.items);
  for (let next = first.next; next !== undefined; ) {
    const page = await collection.find({ ...options, after: next });
    assert(page.items.length > 0);
    seen += ids(page.items);
    next = page.next;
  }
  return seen;
}

function ids(items: readonly Sample[]): string {
  return items.map(({ id }) => id).join('');
}
