import type { Slice } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { freshTopic, produce } from './bare-kafka.ts';

export interface BareProduceParameters {
  readonly brokers: readonly string[];
  readonly events: number;
  readonly bytes: number;
}

/** kafkajs alone produces as many messages of the same size; a turn produces all of them to a topic of its own. */
onStage<BareProduceParameters>(async ({ brokers, events, bytes }) => {
  const value = 'x'.repeat(bytes);
  const slice = async (): Promise<Slice> => {
    const topic = await freshTopic(brokers);
    const started = performance.now();
    await produce(brokers, topic, events, (number) => ({ key: `L-${number}`, value }));
    return {
      done: events,
      failed: 0,
      stuck: 0,
      milliseconds: performance.now() - started,
      rss: process.memoryUsage().rss,
    };
  };
  return { performer: { once: async () => undefined, slice, close: async () => undefined } };
});
