import assert from 'node:assert/strict';
import type { Doc, ReadModels } from '../ports/read-models.ts';
import type { Opened, Promises } from './contract-case.ts';
import { filled, freshSpec, type Sample } from './sample-collection.ts';
import { freshService } from './sample-events.ts';

type Models = Opened<ReadModels>;

/** Collections as a whole: which answers, which are there, what is in them. */
export const keeping: Promises<Models> = {
  'opening a collection again finds what is in it': async ({ adapter }) => {
    const spec = freshSpec();
    await adapter.open(spec);
    await adapter.commit(spec.name, [{ put: { id: 'a' } }], '1');
    const again = await adapter.open<Sample>(spec);
    assert.deepEqual(await again.get('a'), { id: 'a' });
    assert.equal(await adapter.checkpoint(spec.name), '1');
  },

  'a collection is refused to whoever declares it otherwise': async ({ adapter }) => {
    const spec = freshSpec();
    await adapter.open(spec);
    await adapter.commit(spec.name, [{ put: { id: 'a' } }], '1');
    for (const other of [
      { ...spec, fields: [...spec.fields, 'text'] },
      { ...spec, lists: [] },
    ]) {
      await assert.rejects(adapter.open(other), /raise its version/);
    }
    assert.equal(await adapter.checkpoint(spec.name), '1');
  },

  'names of collections may hold anything, and none is taken for another': async ({ adapter }) => {
    const service = freshService();
    const names = ['@1', '@1+1', '@1+2', '.1', '$1', '/1', ' 1', '一', '', '\u0000', 'A', 'a'].map(
      (end) => `${service}.view${end}`,
    );
    for (const name of names) {
      await adapter.open({ ...freshSpec(), name });
      await adapter.commit(name, [{ put: { id: name } }], name);
    }
    for (const name of names) {
      assert.equal(await adapter.checkpoint(name), name);
      for await (const doc of adapter.scan(name)) assert.equal(doc.id, name);
    }
    const found = (await adapter.collections()).filter((name) => name.startsWith(`${service}.`));
    assert.deepEqual(new Set(found), new Set(names));
  },

  'collections do not mix': async ({ adapter }) => {
    const one = await filled(adapter, [{ id: 'a', people: ['甲'] }]);
    const other = await filled(adapter, [{ id: 'a', people: ['乙'] }, { id: 'b' }]);
    assert.equal(await one.collection.count(), 1);
    assert.equal(await other.collection.count({ people: { all: ['甲'] } }), 0);
  },

  'a view has no active collection until one is activated, then the last one activated': async ({
    adapter,
  }) => {
    const view = `${freshService()}.samples`;
    const first = await filled(adapter, []);
    const second = await filled(adapter, []);
    assert.equal(await adapter.active(view), undefined);
    await adapter.activate(view, first.name);
    assert.equal(await adapter.active(view), first.name);
    await adapter.activate(view, second.name);
    assert.equal(await adapter.active(view), second.name);
    assert.equal(await adapter.active(`${view}s`), undefined);
  },

  'collections are listed by name until they are dropped': async ({ adapter }) => {
    const { name } = await filled(adapter, [{ id: 'a' }]);
    assert((await adapter.collections()).includes(name));
    await adapter.drop(name);
    assert(!(await adapter.collections()).includes(name));
    assert.equal(await adapter.checkpoint(name), undefined);
    await adapter.drop(name);
  },

  'a dropped collection opened again is empty and may be declared otherwise': async ({ adapter }) => {
    const spec = freshSpec();
    await adapter.open(spec);
    await adapter.commit(spec.name, [{ put: { id: 'a', people: ['甲'] } as Sample }], '5');
    await adapter.drop(spec.name);
    const again = await adapter.open<Sample>({ ...spec, fields: ['text'] });
    assert.equal(await adapter.checkpoint(spec.name), undefined);
    assert.equal(await again.get('a'), undefined);
    assert.equal(await again.count({ people: { all: ['甲'] } }), 0);
    assert.equal(await again.count({ text: 'x' }), 0);
  },

  'a scan gives every document once, in order of ids': async ({ adapter }) => {
    const docs = Array.from({ length: 1203 }, (_, index) => ({ id: `d${String(index).padStart(5, '0')}` }));
    const { name } = await filled(adapter, docs.toReversed());
    const seen: Doc[] = [];
    for await (const doc of adapter.scan(name)) seen.push(doc);
    assert.deepEqual(seen, docs);
  },

  'a scan of an empty collection gives nothing': async ({ adapter }) => {
    const { name } = await filled(adapter, []);
    for await (const doc of adapter.scan(name)) assert.fail(`found ${doc.id}`);
  },
};
