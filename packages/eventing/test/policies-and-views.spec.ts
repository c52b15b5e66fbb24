import { openEventStore, openReadModels } from '@jiandu/adapters-embedded';
import { describe, expect, it } from 'vitest';
import { defineView, type EventStore, fold, type Service, verifyView } from '../src/index.ts';
import { memoryKeys, openHouse } from './house.ts';
import { type FileDoc, type NoteDoc, noteList, office, reception } from './services.ts';

const WAIT_MS = 5_000;

async function take(house: Awaited<ReturnType<typeof openHouse>>, text: string) {
  const outcome = await house.give('reception.takeNote', { text });
  if (!outcome.done) throw new Error(outcome.refusal.code);
  return outcome;
}

describe('a policy', () => {
  it('acts once for each event, and `settled` waits for what follows', async () => {
    const house = await openHouse();
    const taken = await take(house, '来访');
    expect(await house.runtime.settled(taken.position, WAIT_MS)).toBe(true);
    const files = await house.docs<FileDoc>('office.fileList');
    expect(files.filter((doc) => doc.id.startsWith('F-'))).toEqual([
      { id: `F-${taken.id}`, about: '来访', chased: 0 },
    ]);
  });

  it('whose checkpoint was lost repeats nothing', async () => {
    const store = openEventStore({ memory: true });
    const house = await openHouse({ store });
    const taken = await take(house, '来访');
    await house.runtime.settled(taken.position, WAIT_MS);
    const before = await store.head();
    const again = await openHouse({ store, readModels: openReadModels({ memory: true }), keys: house.keys });
    expect(await again.runtime.settled(before, WAIT_MS)).toBe(true);
    expect(await store.head()).toBe(before);
  });

  it('that stumbles parks the event with its reason, holds up its own key only, and goes on when mended', async () => {
    const readModels = openReadModels({ memory: true });
    const store = openEventStore({ memory: true });
    const keys = memoryKeys();
    const house = await openHouse({ store, readModels, keys });
    const bad = await take(house, 'bug');
    await house.give('reception.amendNote', { text: '后来' }, { id: bad.id });
    const good = await take(house, '来访');
    expect(await house.runtime.settled(await store.head(), WAIT_MS)).toBe(true);
    const parked = await house.runtime.parked();
    expect(parked.map(({ key, waits, eventType }) => ({ key, waits, eventType }))).toEqual([
      { key: bad.id, waits: false, eventType: 'NoteTaken' },
      { key: bad.id, waits: true, eventType: 'NoteAmended' },
    ]);
    expect(parked[0]?.reason).toContain('a bug in the decision');
    expect((await house.docs<FileDoc>('office.fileList')).some((doc) => doc.id === `F-${good.id}`)).toBe(
      true,
    );
    await house.runtime.stop();

    const mended = await openHouse({ store, readModels, keys, services: [reception, withoutTheBug()] });
    expect(await mended.runtime.parked()).toHaveLength(2);
    expect(await mended.runtime.rerun('office', 'openFileWhenNoted', bad.id)).toBe(2);
    expect(await mended.runtime.parked()).toEqual([]);
    await mended.runtime.settled(await store.head(), WAIT_MS);
    const file = await mended.runtime.collections<FileDoc>('office.fileList').get(`F-${bad.id}`);
    expect(file).toEqual({ id: `F-${bad.id}`, about: 'bug', chased: 1 });
  });

  it('that stumbles in a batch which fails half way is parked with its reason when the batch comes again', async () => {
    const inner = openEventStore({ memory: true });
    let away = true;
    const flaky: EventStore = {
      append: (stream, events, expected) => {
        // The bad event is parked before the good one's store is found away: both are of one batch.
        if (!stream.startsWith('office.') || !away) return inner.append(stream, events, expected);
        away = false;
        return new Promise((_, reject) => {
          setTimeout(() => reject(Object.assign(new Error('away'), { retryable: true })), 20);
        });
      },
      readStream: (stream, options) => inner.readStream(stream, options),
      readAll: (after, limit, filter) => inner.readAll(after, limit, filter),
      head: () => inner.head(),
      subscribe: (after, filter, deliver) => inner.subscribe(after, filter, deliver),
      close: () => inner.close(),
    };
    const house = await openHouse({ store: flaky, services: [reception] });
    await take(house, 'bug');
    const good = await take(house, '来访');
    await house.runtime.stop();
    const later = await openHouse({ store: flaky, keys: house.keys });
    expect(await later.runtime.settled(good.position, WAIT_MS)).toBe(true);
    expect(away).toBe(false);
    const parked = await later.runtime.parked();
    expect(parked).toMatchObject([{ waits: false, eventType: 'NoteTaken' }]);
    expect(parked[0]?.reason).toContain('a bug in the decision');
  });

  it('waits for a store that is away, and loses nothing', async () => {
    const inner = openEventStore({ memory: true });
    let away = 0;
    const flaky: EventStore = {
      append: (stream, events, expected) => {
        if (!stream.startsWith('office.') || away >= 3) return inner.append(stream, events, expected);
        away += 1;
        return Promise.reject(Object.assign(new Error('the store is away'), { retryable: true }));
      },
      readStream: (stream, options) => inner.readStream(stream, options),
      readAll: (after, limit, filter) => inner.readAll(after, limit, filter),
      head: () => inner.head(),
      subscribe: (after, filter, deliver) => inner.subscribe(after, filter, deliver),
      close: () => inner.close(),
    };
    const house = await openHouse({ store: flaky });
    const taken = await take(house, '来访');
    expect(await house.runtime.settled(taken.position, WAIT_MS)).toBe(true);
    expect(away).toBe(3);
    expect(await house.runtime.parked()).toEqual([]);
    expect(await house.runtime.collections<FileDoc>('office.fileList').get(`F-${taken.id}`)).toBeDefined();
  });
});

describe('a timer', () => {
  it('gives each thing once, however often it looks', async () => {
    const house = await openHouse();
    const taken = await take(house, '来访');
    await house.runtime.settled(taken.position, WAIT_MS);
    const first = await house.runtime.tick('2025-03-04');
    expect(first).toEqual({ position: taken.position + 2, failed: [] });
    await house.runtime.tick('2025-03-04');
    const events = await house.store.readStream(`office.file-F-${taken.id}`);
    expect(events.map((event) => event.type)).toEqual(['FileOpened', 'FileChased']);
    expect(events[1]?.metadata).toMatchObject({ via: 'chaseFiles', actor: { role: 'system' } });
  });
});

describe('a view', () => {
  it('does not show others what is personal, and keeps its own sealed', async () => {
    const house = await openHouse();
    const taken = await house.give('reception.takeNote', { text: '来访', visitor: { name: '马占某' } });
    if (!taken.done) throw new Error('refused');
    await house.runtime.settled(taken.position, WAIT_MS);
    const seen = await house.runtime.collections<FileDoc>('office.fileList').get(`seen-${taken.id}`);
    expect(JSON.parse(seen?.about ?? '')).toEqual({ text: '来访', visitor: {} });
    const own = await house.runtime.collections<NoteDoc>('reception.noteList').get(taken.id);
    expect(own?.visitor?.name).toHaveProperty('$sealed');
  });

  it('of a new version is built beside the old one, which answers until it is level', async () => {
    const store = openEventStore({ memory: true });
    const readModels = openReadModels({ memory: true });
    const house = await openHouse({ store, readModels });
    for (let n = 0; n < 50; n += 1) await take(house, `第${n}次`);
    await house.runtime.settled(await store.head(), WAIT_MS);
    await house.runtime.stop();

    const louder = defineView<NoteDoc>({
      ...noteList,
      version: 2,
      folds: {
        NoteTaken: fold<NoteDoc, { text: string }>(
          (event) => event.metadata.key,
          (_doc, event, id) => ({ id, text: `${event.data.text}!` }),
        ),
      },
    });
    const later = await openHouse({
      store,
      readModels,
      keys: house.keys,
      services: [{ ...reception, views: [louder] }, office],
    });
    const before = await later.docs<NoteDoc>('reception.noteList');
    expect(before).toHaveLength(50);
    await expect.poll(() => later.runtime.view('reception.noteList').building).toBe(false);
    const after = await later.docs<NoteDoc>('reception.noteList');
    expect(after).toHaveLength(50);
    expect(after.every((doc) => doc.text.endsWith('!'))).toBe(true);
    expect(await readModels.collections()).not.toContain('reception.noteList@1');
  });

  it('rebuilt while commands go on holds the same as the live one', async () => {
    const house = await openHouse();
    for (let n = 0; n < 30; n += 1) await take(house, `第${n}次`);
    const rebuilding = house.runtime.view('reception.noteList').rebuild(await house.store.head());
    for (let n = 30; n < 60; n += 1) await take(house, `第${n}次`);
    await rebuilding;
    await house.runtime.settled(await house.store.head(), WAIT_MS);
    expect(house.runtime.view('reception.noteList').collectionName).toBe('reception.noteList@1+1');
    expect(await house.docs<NoteDoc>('reception.noteList')).toHaveLength(60);
  });
});

describe('a view that cannot fold an event', () => {
  it('holds up no other view, is told of, and goes on when it can', async () => {
    let broken = true;
    const stubborn = defineView<NoteDoc>({
      ...noteList,
      name: 'stubbornList',
      folds: {
        NoteTaken: fold<NoteDoc, { text: string }>(
          (event) => event.metadata.key,
          (_doc, event, id) => {
            if (broken && event.data.text === 'bug') throw new Error('cannot fold this');
            return { id, text: event.data.text };
          },
        ),
      },
    });
    const house = await openHouse({
      services: [{ ...reception, views: [stubborn, noteList] }, office],
    });
    await take(house, 'bug');
    const good = await take(house, '来访');
    const view = (name: string) => house.runtime.view(`reception.${name}`);
    expect(await view('noteList').reach(good.position, WAIT_MS)).toBe(true);
    expect(await view('stubbornList').reach(good.position, 50)).toBe(false);
    broken = false;
    expect(await view('stubbornList').reach(good.position, WAIT_MS)).toBe(true);
    expect(await house.docs<NoteDoc>('reception.stubbornList')).toHaveLength(2);
  });
});

describe('verifying a view', () => {
  it('finds a live view equal to a rebuilt one, and a document that was changed behind its back', async () => {
    const house = await openHouse();
    for (let n = 0; n < 20; n += 1) await take(house, `第${n}次`);
    await house.runtime.settled(await house.store.head(), WAIT_MS);
    const verify = () =>
      verifyView({
        service: reception,
        view: noteList,
        index: house.runtime.index,
        store: house.store,
        live: house.readModels,
        beside: openReadModels({ memory: true }),
      });
    expect(await verify()).toMatchObject({ equal: true, documents: 20 });
    const [victim] = await house.docs<NoteDoc>('reception.noteList');
    const checkpoint = (await house.readModels.checkpoint('reception.noteList@1')) ?? '0';
    await house.readModels.commit(
      'reception.noteList@1',
      [{ put: { id: victim!.id, text: 'x' } as NoteDoc }],
      checkpoint,
    );
    expect(await verify()).toMatchObject({ equal: false, firstDifference: victim!.id });
  });
});

/** The office after the mistake in `openFile` was corrected. */
function withoutTheBug(): Service {
  const aggregates = office.aggregates.map((aggregate) => {
    const openFile = aggregate.commands.openFile;
    if (openFile === undefined) return aggregate;
    const mended = {
      ...openFile,
      decide: (input: unknown) => [
        { type: 'FileOpened', data: { about: (input as { about: string }).about } },
      ],
    };
    return Object.assign(Object.create(aggregate), { commands: { ...aggregate.commands, openFile: mended } });
  });
  return { ...office, aggregates };
}
