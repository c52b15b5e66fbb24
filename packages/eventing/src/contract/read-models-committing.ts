import assert from 'node:assert/strict';
import type { Doc, ReadModels } from '../ports/read-models.ts';
import { awkwardTexts } from './awkward-texts.ts';
import type { Opened, Promises } from './contract-case.ts';
import { filled, freshSpec, put, type Sample } from './sample-collection.ts';
import { freshService } from './sample-events.ts';

type Models = Opened<ReadModels>;

/** Documents and checkpoints. */
export const committing: Promises<Models> = {
  'documents are written, replaced as a whole and removed': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, [{ id: 'a', unit: 'U', score: 1 }, { id: 'b' }]);
    await adapter.commit(name, [{ put: { id: 'a', text: 'new' } as Sample }, { remove: 'b' }], '2');
    assert.deepEqual(await collection.get('a'), { id: 'a', text: 'new' });
    assert.equal(await collection.get('b'), undefined);
    assert.equal(await collection.count(), 1);
    assert.equal(await collection.count({ unit: 'U' }), 0);
  },

  'the changes of a commit take place in the order given': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, []);
    await adapter.commit(
      name,
      [
        { put: { id: 'a', score: 1 } as Sample },
        { put: { id: 'a', score: 2 } as Sample },
        { put: { id: 'b' } },
        { remove: 'b' },
        { remove: 'c' },
        { put: { id: 'c' } },
      ],
      '1',
    );
    assert.equal((await collection.get('a'))?.score, 2);
    assert.equal(await collection.get('b'), undefined);
    assert.deepEqual(await collection.get('c'), { id: 'c' });
  },

  'removing what is not there is no error': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, [{ id: 'a' }]);
    await adapter.commit(name, [{ remove: 'zzz' }], '2');
    assert.equal(await collection.count(), 1);
  },

  'the checkpoint moves with the documents, also without any': async ({ adapter }) => {
    const { name } = await filled(adapter, []);
    await adapter.commit(name, [{ put: { id: 'a' } }], '17');
    assert.equal(await adapter.checkpoint(name), '17');
    await adapter.commit(name, [], '{"0":"42"}');
    assert.equal(await adapter.checkpoint(name), '{"0":"42"}');
  },

  'a collection that was never committed has no checkpoint': async ({ adapter }) => {
    const spec = freshSpec();
    await adapter.open(spec);
    assert.equal(await adapter.checkpoint(spec.name), undefined);
  },

  'a commit with a document that cannot be stored moves nothing': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, [{ id: 'a', score: 1 }]);
    const impossible: readonly Doc[] = [
      { id: 'x', unit: ['not', 'a', 'field'] } as Doc,
      { id: 'x', score: Number.NaN } as Doc,
      { id: 'x', people: 'not a list' } as Doc,
      { id: 'x', people: [1] } as unknown as Doc,
      { name: 'no id' } as unknown as Doc,
    ];
    for (const doc of impossible) {
      const changes = [
        { put: { id: 'a', score: 2 } as Sample },
        { remove: 'a' },
        { put: { id: 'b' } },
        { put: doc },
      ];
      await assert.rejects(adapter.commit(name, changes, '99'), TypeError);
    }
    assert.deepEqual(await collection.get('a'), { id: 'a', score: 1 });
    assert.equal(await collection.count(), 1);
    assert.equal(await adapter.checkpoint(name), '1');
    await adapter.commit(name, [{ put: { id: 'b' } }], '2');
    assert.equal(await collection.count(), 2);
  },

  'a commit to a collection that was never opened is rejected': async ({ adapter }) => {
    await assert.rejects(adapter.commit(`${freshService()}.none@1`, [{ put: { id: 'a' } }], '1'), Error);
  },

  'texts of every kind come back as they were, as content, id, field and list': async ({ adapter }) => {
    const docs: Sample[] = awkwardTexts
      .filter((text) => text !== '' && text.length < 200)
      .map((text) => ({ id: text, unit: text, people: [text], text }));
    const { collection } = await filled(adapter, docs);
    for (const doc of docs) {
      assert.deepEqual(await collection.get(doc.id), doc);
      assert.deepEqual((await collection.find({ filter: { unit: doc.text ?? '' }, limit: 10 })).items, [doc]);
      const holding = await collection.find({ filter: { people: { all: [doc.text ?? ''] } }, limit: 10 });
      assert.deepEqual(holding.items, [doc]);
    }
  },

  'documents hold names and values of every kind': async ({ adapter }) => {
    const content = JSON.parse(
      '{"id":"a","$set":{"$inc":1},"a.b":{".":"."},"":"empty","nul\\u0000in":1,"__proto__":{"x":1},' +
        '"constructor":"c","_id":"other","deep":[[[{"in":[null,{"d":true}]}]]],"10":1,"9":2,' +
        '"numbers":[0.1,-1.5,1e21,9007199254740991,-9007199254740991,5e-324,1.7976931348623157e308,0]}',
    ) as Sample;
    const { collection } = await filled(adapter, [content]);
    assert.equal(JSON.stringify(await collection.get('a')), JSON.stringify(content));
    const { items } = await collection.find({ limit: 1 });
    assert.equal(JSON.stringify(items[0]), JSON.stringify(content));
  },

  'a declared field is what the document itself holds, not what every object has': async ({ adapter }) => {
    const spec = { ...freshSpec(), fields: ['constructor', '__proto__.x'], lists: ['toString'] };
    const collection = await adapter.open<Doc>(spec);
    await adapter.commit(spec.name, [{ put: { id: 'a' } }], '1');
    assert.equal(await collection.count({ constructor: null, '__proto__.x': null }), 1);
  },

  'a commit of many large documents is one': async ({ adapter }) => {
    const text = '监督'.repeat(100_000);
    const docs = Array.from({ length: 40 }, (_, index) => ({ id: `d${index}`, score: index, text }));
    const { name, collection } = await filled(adapter, docs);
    assert.equal(await adapter.checkpoint(name), '40');
    assert.equal(await collection.count(), 40);
    assert.deepEqual(await collection.get('d39'), docs[39]);
  },

  'commits given at once take place in the order given': async ({ adapter }) => {
    const { name, collection } = await filled(adapter, []);
    const scores = Array.from({ length: 10 }, (_, index) => index);
    await Promise.all(
      scores.map((score) => adapter.commit(name, [{ put: { id: 'a', score } as Sample }], `c${score}`)),
    );
    assert.equal(await adapter.checkpoint(name), 'c9');
    assert.deepEqual(await collection.get('a'), { id: 'a', score: 9 });
  },

  'long texts come back whole': async ({ adapter }) => {
    const doc: Sample = { id: 'long', text: '检察监督👩‍⚖️'.repeat(10_000) };
    const { collection } = await filled(adapter, [doc]);
    assert.deepEqual(await collection.get('long'), doc);
  },

  'the known ones of many ids are found': async ({ adapter }) => {
    const { collection } = await filled(adapter, [{ id: 'a' }, { id: 'b', score: 2 }]);
    const found = await collection.getMany(['b', 'x', 'a', 'b']);
    assert.deepEqual(
      new Map(found),
      new Map([
        ['b', { id: 'b', score: 2 }],
        ['a', { id: 'a' }],
      ]),
    );
    assert.equal((await collection.getMany([])).size, 0);
  },

  'what is read is a copy: changing it changes nothing': async ({ adapter }) => {
    const { collection } = await filled(adapter, [{ id: 'a', people: ['甲'] }]);
    const doc = (await collection.get('a')) as unknown as { people: string[] };
    doc.people.push('乙');
    assert.deepEqual(await collection.get('a'), { id: 'a', people: ['甲'] });
  },

  'documents and checkpoint are there after opening again': async ({ adapter, reopen }) => {
    const spec = freshSpec();
    await adapter.open(spec);
    await put(adapter, spec.name, [{ id: 'a', unit: 'U', people: ['甲'] }]);
    await adapter.activate('view', spec.name);
    const models = (await reopen?.()) ?? adapter;
    const collection = await models.open<Sample>(spec);
    assert.equal(await models.checkpoint(spec.name), '1');
    assert.equal(await models.active('view'), spec.name);
    assert.equal(await collection.count({ unit: 'U', people: { all: ['甲'] } }), 1);
  },
};
