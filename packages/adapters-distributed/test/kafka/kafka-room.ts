import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerMissing } from '@jiandu/local-servers';
import { type RunningKafka, startKafka } from '@jiandu/local-servers/kafka';
import type { TestContext } from 'vitest';

/** Brokers for the tests of one file. */
export interface KafkaRoom {
  /** Skips the test where Kafka cannot be had. */
  kafka(context: TestContext): RunningKafka;
  close(): Promise<void>;
}

export async function openKafkaRoom(brokers: 1 | 3): Promise<KafkaRoom> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-kafka-'));
  const started = await startKafka({ directory, brokers, say: () => undefined, download: false }).catch(
    (error: unknown) => {
      if (error instanceof ServerMissing) return error.message;
      throw error;
    },
  );
  return {
    kafka: (context) => (typeof started === 'string' ? context.skip(started) : started),
    close: async () => {
      if (typeof started !== 'string') await started.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
