import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { onStage } from '../contestant/stage.ts';

export interface BareAppendParameters {
  readonly eventstore: string;
  readonly bytes: number;
}

/** The official client alone: appends of one event of the same size, each to a new stream, as fast as the callers come. */
onStage<BareAppendParameters>(async ({ eventstore, bytes }) => {
  const client = EventStoreDBClient.connectionString(eventstore);
  const text = 'x'.repeat(bytes);
  return {
    performer: {
      once: async () => {
        const event = jsonEvent({ id: randomUUID(), type: 'Bare', data: { text } });
        await client.appendToStream(`bench.bare-${randomUUID()}`, event, { expectedRevision: NO_STREAM });
      },
      close: () => client.dispose(),
    },
  };
});
