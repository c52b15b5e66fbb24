import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { describe, expect, it } from 'vitest';
import { type EventFeed, KeptPosition, type ReadModels, Relay, verifyView } from '../src/index.ts';
import { openHouse } from './house.ts';
import { type NoteDoc, noteTexts, office, reception } from './services.ts';

const WAIT_MS = 5_000;

/** Read models whose commits can be made to fail, before or after they are done. */
function faulty(inner: ReadModels) {
  const state = { fault: undefined as 'before' | 'answer lost' | undefined, only: '', fired: 0 };
  const models: ReadModels = {
    open: (spec) => inner.open(spec),
    checkpoint: (collection) => inner.checkpoint(collection),
    active: (view) => inner.active(view),
    activate: (view, collection) => inner.activate(view, collection),
    scan: (collection) => inner.scan(collection),
    drop: (collection) => inner.drop(collection),
    collections: () => inner.collections(),
    close: () => inner.close(),
    commit: async (collection, changes, checkpoint) => {
      const fault = collection.startsWith(state.only) ? state.fault : undefined;
      if (fault !== undefined) {
        state.fault = undefined;
        state.fired += 1;
      }
      if (fault !== 'before') await inner.commit(collection, changes, checkpoint);
      if (fault !== undefined) throw Object.assign(new Error('the store is away'), { retryable: true });
    },
  };
  return Object.assign(state, { models });
}

const counting = { ...reception, views: [noteTexts] };

describe('a commit of a view that failed', () => {
  it.each(['before', 'answer lost'] as const)(
    '(%s) folds nothing twice and leaves nothing out',
    async (fault) => {
      const store = openEventStore({ memory: true });
      const faults = faulty(openReadModels({ memory: true }));
      const house = await openHouse({ store, readModels: faults.models, services: [counting, office] });
      const taken = await house.give('reception.takeNote', { text: '一' });
      if (!taken.done) throw new Error('refused');
      await house.runtime.settled(taken.position, WAIT_MS);
      faults.only = 'reception.noteTexts';
      for (const text of ['二', '三', '四']) {
        faults.fault = fault;
        const amended = await house.give('reception.amendNote', { text }, { id: taken.id });
        expect(amended.done && (await house.runtime.settled(amended.position, WAIT_MS))).toBe(true);
      }
      expect(faults.fired).toBe(3);
      expect(await house.docs<NoteDoc>('reception.noteTexts')).toEqual([{ id: taken.id, text: '一二三四' }]);
      const verdict = await verifyView({
        service: counting,
        view: noteTexts,
        index: house.runtime.index,
        store,
        live: faults.models,
        beside: openReadModels({ memory: true }),
      });
      expect(verdict).toMatchObject({ equal: true, documents: 1 });
    },
  );
});

describe('a commit of parked events that failed', () => {
  it.each(['before', 'answer lost'] as const)('(%s) parks each once, with its reason', async (fault) => {
    const faults = faulty(openReadModels({ memory: true }));
    const house = await openHouse({ readModels: faults.models });
    faults.only = 'office.policies';
    faults.fault = fault;
    const bad = await house.give('reception.takeNote', { text: 'bug' });
    if (!bad.done) throw new Error('refused');
    await expect.poll(() => house.runtime.policies.get('office')?.parkedCount).toBe(1);
    expect(faults.fired).toBe(1);
    const parked = await house.runtime.parked();
    expect(parked).toMatchObject([{ waits: false, eventType: 'NoteTaken' }]);
    expect(parked[0]?.reason).toContain('a bug in the decision');
  });
});

describe('a kept position', () => {
  it('moves on after an attempt that failed, and never back behind another process', async () => {
    const inner = openReadModels({ memory: true });
    const faults = faulty(inner);
    const mine = await KeptPosition.open(faults.models, 'x.relay@1');
    faults.fault = 'before';
    await expect(mine.keep(5)).rejects.toThrow('away');
    await mine.keep(6);
    expect(await inner.checkpoint('x.relay@1')).toBe('6');
    faults.fault = 'answer lost';
    await expect(mine.keep(7)).rejects.toThrow('away');
    const other = await KeptPosition.open(inner, 'x.relay@1');
    await other.keep(20);
    await mine.keep(9);
    expect(await inner.checkpoint('x.relay@1')).toBe('20');
    expect(mine.at).toBe(20);
    expect(faults.fired).toBe(2);
  });

  it('of a relay is kept again when the read models are back', async () => {
    const store = openEventStore({ memory: true });
    const faults = faulty(openReadModels({ memory: true }));
    const house = await openHouse({ store });
    const feed: EventFeed = openFeed(store);
    const relay = await Relay.start({
      name: 'reception.relay',
      topic: 'jiandu.reception.v1',
      filter: { categories: ['reception.note'] },
      store,
      feed,
      readModels: faults.models,
    });
    faults.fault = 'before';
    await house.give('reception.takeNote', { text: '一' });
    await expect.poll(() => faults.fired).toBe(1);
    await house.give('reception.takeNote', { text: '二' });
    await expect.poll(() => relay.published).toBe(2);
    await relay.stop();
    expect(Number(await faults.models.checkpoint('reception.relay@1'))).toBeGreaterThan(0);
    expect(await faults.models.checkpoint('reception.relay@1')).toBe(String(relay.progress.at));
  });
});
