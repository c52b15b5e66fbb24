import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSizes, eventFeedContract } from '@jiandu/eventing/contract';
import { startKafka } from '@jiandu/local-servers/kafka';
import { openedFeed } from '../kafka/opened-feed.ts';
import type { StandToTry } from './stand.ts';

/** The feed on a real broker of this machine. */
export const eventFeedOnKafka: StandToTry = {
  port: 'EventFeed',
  wants: 'Apache Kafka of this machine (Java, and `npm run servers`)',
  local: true,
  size: contractSizes.eventFeed,
  start: async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiandu-kafka-'));
    try {
      const kafka = await startKafka({ directory, say: () => undefined, download: false });
      return {
        on: `Apache Kafka ${kafka.version}`,
        cases: eventFeedContract(() => openedFeed(kafka.brokers)),
        close: async () => {
          await kafka.stop();
          await rm(directory, { recursive: true, force: true });
        },
      };
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
  },
};
