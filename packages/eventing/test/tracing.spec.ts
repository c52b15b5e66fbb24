import { openEventStore, openReadModels } from '@jiandu/adapters-embedded';
import { describe, expect, it } from 'vitest';
import { type Directory, type Organisation, openRecordFeed, Runtime, type Tracer } from '../src/index.ts';
import { tracedFor } from '../src/run/traced.ts';
import { memoryKeys, visitor } from './house.ts';
import { office, reception } from './services.ts';

const GIVEN = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** Names its spans by what they are and what they are part of. */
function namingTracer() {
  const told: string[] = [];
  const tracer: Tracer = (work, run) => {
    const own = `${work.traceparent ?? 'new'} > ${work.name}`;
    told.push(own);
    return run(own);
  };
  return { told, tracer };
}

async function takeNote(tracer?: Tracer) {
  const store = openEventStore({ memory: true });
  const organisation: Organisation = {
    authorise: ({ resource }) => ({ person: 'P-1', name: '丁某', role: 'clerk', unit: resource.unit }),
    current: () => ({ catalogueVersion: 'test', calendarVersion: 'test' }) as Directory,
    visible: () => [{}],
    reach: async () => true,
    refusals: {},
  };
  const runtime = await Runtime.start({
    services: [reception, office],
    store,
    feed: openRecordFeed(store),
    readModels: openReadModels({ memory: true }),
    keys: memoryKeys(),
    clock: { now: () => '2025-03-03T02:00:00.000Z' },
    organisation,
    ...(tracer === undefined ? {} : { tracer }),
  });
  const outcome = await runtime.execute({
    command: 'reception.takeNote',
    input: { text: '来访' },
    by: { subject: visitor },
    commandId: 'c-1',
    correlationId: 'r-1',
    traceparent: GIVEN,
  });
  expect(outcome.done && (await runtime.settled(outcome.position, 5_000))).toBe(true);
  const { events } = await store.readAll(0, 100);
  await runtime.stop();
  return new Map(events.map(({ type, metadata }) => [type, metadata.traceparent]));
}

describe('a trace', () => {
  it('goes from the command through its event to the policy, its command and the views', async () => {
    const { told, tracer } = namingTracer();
    const traces = await takeNote(tracer);
    const taken = `${GIVEN} > reception.takeNote`;
    const opened = `${taken} > policy openFileWhenNoted > office.openFile`;
    expect(traces).toEqual(
      new Map([
        ['NoteTaken', taken],
        ['FileOpened', opened],
      ]),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        taken,
        `${taken} > policy openFileWhenNoted`,
        opened,
        `${taken} > view reception.noteList`,
        `${opened} > view office.fileList`,
      ]),
    );
  });

  it('only travels along when nobody tells of it', async () => {
    expect(await takeNote()).toEqual(
      new Map([
        ['NoteTaken', GIVEN],
        ['FileOpened', GIVEN],
      ]),
    );
  });
});

describe('work done for several events', () => {
  const event = (traceparent: string | undefined) => ({ metadata: { traceparent } }) as never;
  const work = { name: 'view', kind: 'consumer' } as const;

  it('is done once and told of in each of their traces', async () => {
    const { told, tracer } = namingTracer();
    let done = 0;
    const events = ['a', 'b', 'a', undefined].map(event);
    expect(await tracedFor(tracer, work, events, async () => (done += 1))).toBe(1);
    expect([told.toSorted(), done]).toEqual([['a > view', 'b > view'], 1]);
  });

  it('is told of to nobody when it catches up', async () => {
    const { told, tracer } = namingTracer();
    await tracedFor(
      tracer,
      work,
      Array.from({ length: 33 }, () => event('a')),
      async () => undefined,
    );
    expect(told).toEqual([]);
  });
});
