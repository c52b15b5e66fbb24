import { startDistributedHouse } from '@jiandu/distributed/house';
import { SAMPLE_CLERK } from '../commands/sample-lead.ts';
import type { Slice } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { openDesk } from './desk.ts';

/** Where the house and its engines are. */
export interface ApartFacts {
  readonly url: string;
  readonly token: string;
  readonly eventstore: string;
  readonly brokers: readonly string[];
}

/**
 * The whole house as `npm run start:distributed` runs it, a process a service. Its turn is to wait until all that was done has
 * arrived everywhere.
 */
onStage<{ directory: string }>(async ({ directory }) => {
  const house = await startDistributedHouse({
    directory,
    mode: 'test',
    settings: { JIANDU_LOG_LEVEL: 'error', JIANDU_RATE_LIMIT: '0', JIANDU_AFTER_TIMEOUT: '60000' },
  });
  const desk = openDesk(house.url);
  const settle = async (): Promise<Slice> => {
    const started = performance.now();
    const level = await desk.settled();
    return {
      done: 0,
      failed: 0,
      stuck: level ? 0 : 1,
      milliseconds: performance.now() - started,
      rss: process.memoryUsage().rss,
    };
  };
  const facts: ApartFacts = {
    url: house.url,
    token: await desk.tokenOf(SAMPLE_CLERK),
    eventstore: house.servers.eventstore.url,
    brokers: house.servers.kafka.brokers,
  };
  return { facts, performer: { once: async () => undefined, slice: settle, close: () => house.stop() } };
});
