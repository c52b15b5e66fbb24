import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { openKafkaFeed } from '@jiandu/adapters-distributed/kafka';
import { openReadModels } from '@jiandu/adapters-embedded';
import { feedCodec } from '@jiandu/distributed/feed-codec';
import { Relay } from '@jiandu/eventing';
import { openLog } from '@jiandu/host';
import type { Slice } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { freshTopic } from './bare-kafka.ts';
import { leadEvent } from './sample-record.ts';

export interface PublishParameters {
  readonly eventstore: string;
  readonly brokers: readonly string[];
  readonly events: number;
}

const STREAMS_AT_ONCE = 64;
const PATIENCE_MS = 300_000;

/** The relay as a service runs it: from the record, through the codec, to a topic of its own; a turn publishes all events. */
onStage<PublishParameters>(async ({ eventstore, brokers, events }) => {
  const store = await openEventStoreDb({ url: eventstore, allowDouble: true });
  const before = await store.head();
  for (let from = 0; from < events; from += STREAMS_AT_ONCE) {
    const count = Math.min(STREAMS_AT_ONCE, events - from);
    const append = (place: number) =>
      store.append(`intake.lead-bench-${from + place}`, [leadEvent(`bench-${from + place}`)], 'none');
    await Promise.all(Array.from({ length: count }, (_, place) => append(place)));
  }
  const head = await store.head();
  const log = openLog('silent');
  const feed = openKafkaFeed({ brokers, clientId: 'bench', replication: 1, codec: feedCodec, log });

  const slice = async (): Promise<Slice> => {
    const topic = await freshTopic(brokers);
    const readModels = openReadModels({ memory: true });
    await readModels.open({ name: 'bench.relay@1', fields: [], lists: [] });
    await readModels.commit('bench.relay@1', [], String(before));
    const started = performance.now();
    const relay = await Relay.start({
      name: 'bench.relay',
      topic,
      filter: { categories: ['intake.lead'] },
      store,
      feed,
      readModels,
    });
    const reached = await relay.progress.reach(head, PATIENCE_MS);
    const milliseconds = performance.now() - started;
    await relay.stop();
    await readModels.close();
    return {
      done: relay.published,
      failed: 0,
      stuck: reached ? 0 : 1,
      milliseconds,
      rss: process.memoryUsage().rss,
    };
  };
  const close = async () => {
    await feed.close();
    await store.close();
  };
  const { value } = feedCodec.encode({
    ...leadEvent('L-1'),
    stream: 'intake.lead-L-1',
    revision: 0,
    position: 1,
  });
  return {
    facts: { bytes: Buffer.byteLength(value) },
    performer: { once: async () => undefined, slice, close },
  };
});
