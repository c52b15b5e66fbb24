import { EventStoreDBClient, type SingleNodeOptions } from '@eventstore/db-client';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ConnectionSettings } from './connection-settings.ts';

/** A call that streams answers; it is an object-mode `Readable`. */
export type ReadCall = ReturnType<StreamsClient['read']>;
/** A call on which appends go and their answers come back. */
export type BatchAppendCall = ReturnType<StreamsClient['batchAppend']>;

/** What can be asked of the server. */
export type Calls = Pick<Connection, 'answerMs' | 'read' | 'batchAppend'>;

/**
 * The official client as far as it finds the server, follows the leader, and opens a new channel after a failure. Its own
 * appends and reads are not used: of 6.2.1 the pending appends of all clients are in one table, which the failure of any call
 * empties, and an answer that comes afterwards ends the process; and its reads of the log take no filter.
 */
export class Connection extends EventStoreDBClient {
  /** Milliseconds in which the server has to answer one try. */
  readonly answerMs: number;
  #closed = false;

  constructor({ server, channel, credentials }: ConnectionSettings, answerMs: number) {
    // The overloads tell the three kinds of places apart; each of them is right here.
    super(server as SingleNodeOptions, channel, credentials);
    this.answerMs = answerMs;
    const handle = this.handleError;
    // The client calls it without waiting. When no member of a cluster is found meanwhile, that must not end the process.
    this.handleError = (client, error) => handle(client, error).catch(() => undefined);
  }

  /** Reads from the leader, so that whoever has an answer to an append finds its events. Without a time limit of its own. */
  async read(request: ReadReq): Promise<ReadCall> {
    this.#mustBeOpen();
    return this.GRPCStreamCreator(streams.StreamsClient, 'read', (client) =>
      client.read(request, ...this.#forAsLongAsItTakes()),
    )();
  }

  async batchAppend(): Promise<BatchAppendCall> {
    this.#mustBeOpen();
    return this.GRPCStreamCreator(streams.StreamsClient, 'batchAppend', (client) =>
      client.batchAppend(...this.#forAsLongAsItTakes()),
    )();
  }

  /** What the server is and can do. */
  supportedMethods(withinMs: number): Promise<SupportedMethods> {
    return this.execute(
      features.ServerFeaturesClient,
      'getSupportedMethods',
      (client) =>
        new Promise<SupportedMethods>((resolve, reject) => {
          const [metadata, options] = this.callArguments({ deadline: withinMs });
          client.getSupportedMethods(new shared.Empty(), metadata, options, (error, methods) =>
            error === null ? resolve(methods) : reject(error),
          );
        }),
    );
  }

  /** Ends all calls and the channel; there will be no others. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.dispose();
    await this.getChannel().then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('The event store is closed');
  }

  #forAsLongAsItTakes() {
    return this.callArguments({ requiresLeader: true }, { deadline: Number.POSITIVE_INFINITY });
  }
}
