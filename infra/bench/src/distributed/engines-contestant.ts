import { join } from 'node:path';
import { startEventStoreDouble } from '@jiandu/local-servers/eventstoredb-double';
import { startKafka } from '@jiandu/local-servers/kafka';
import { onStage } from '../contestant/stage.ts';

export interface EngineFacts {
  readonly eventstore: string;
  readonly brokers: readonly string[];
}

/** The record and the broker alone, for measuring what lies between them. */
onStage<{ directory: string }>(async ({ directory }) => {
  const say = () => undefined;
  const eventstore = await startEventStoreDouble({ directory: join(directory, 'eventstoredb'), say });
  const kafka = await startKafka({ directory: join(directory, 'kafka'), say });
  const facts: EngineFacts = { eventstore: eventstore.url, brokers: kafka.brokers };
  const close = async () => {
    await Promise.all([eventstore.stop(), kafka.stop()]);
  };
  return { facts, performer: { once: async () => undefined, close } };
});
