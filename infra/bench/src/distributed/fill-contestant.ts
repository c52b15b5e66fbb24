import { feedCodec } from '@jiandu/distributed/feed-codec';
import { onStage } from '../contestant/stage.ts';
import { freshTopic, produce } from './bare-kafka.ts';
import { recordedLead } from './sample-record.ts';

export interface FillParameters {
  readonly brokers: readonly string[];
  readonly events: number;
}

/** Fills a topic with events as services publish them; tells its name. */
onStage<FillParameters>(async ({ brokers, events }) => {
  const topic = await freshTopic(brokers);
  await produce(brokers, topic, events, (number) => {
    const event = recordedLead(number);
    return { key: event.metadata.key, value: feedCodec.encode(event).value };
  });
  return { facts: { topic }, performer: { once: async () => undefined, close: async () => undefined } };
});
