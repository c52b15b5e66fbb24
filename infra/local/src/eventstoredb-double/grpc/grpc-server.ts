import { randomUUID } from 'node:crypto';
import { Server, type sendUnaryData, status } from '@grpc/grpc-js';
import type { AppendQueue } from '../append/append-queue.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import type { LogIndex } from '../log/log-index.ts';
import { appendCall } from './append-call.ts';
import { batchAppendCall } from './batch-append-call.ts';
import { Connections } from './connections.ts';
import { deleteCall, tombstoneCall } from './delete-calls.ts';
import { passGate } from './gate.ts';
import { clusterInfo } from './gossip-answer.ts';
import {
  GossipService,
  type IGossipServer,
  type IServerFeaturesServer,
  type IStreamsServer,
  ServerFeaturesService,
  StreamsService,
} from './protocol.ts';
import { readCall } from './read-call.ts';
import { supportedMethods } from './server-features.ts';
import type { DoubleState } from './state.ts';

/** The real server takes log records of 16 MiB. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

export interface GrpcServer {
  close(): void;
}

/** Serves the protocol of EventStoreDB on loopback. */
export async function serveGrpc(
  { index, queue, faults }: { index: LogIndex; queue: AppendQueue; faults: Switchboard },
  port: number,
): Promise<GrpcServer> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  });
  const connections = new Connections(server);
  const state: DoubleState = { index, queue, faults, connections, port };
  server.addService(StreamsService, streamsServer(state));
  server.addService(ServerFeaturesService, featuresServer(state));
  server.addService(GossipService, gossipServer(state));
  await connections.listen(port);
  return {
    close: () => {
      connections.close();
      server.forceShutdown();
    },
  };
}

function streamsServer(state: DoubleState): IStreamsServer {
  return {
    read: (call) => void readCall(state, call),
    append: (call, answer) => orInternal(appendCall(state, call, answer), answer),
    delete: (call, answer) => orInternal(deleteCall(state, call, answer), answer),
    tombstone: (call, answer) => orInternal(tombstoneCall(state, call, answer), answer),
    batchAppend: (call) => batchAppendCall(state, call),
  };
}

function featuresServer(state: DoubleState): IServerFeaturesServer {
  return {
    getSupportedMethods: async (_, answer) => {
      const refusal = await passGate(state, 'features');
      if (refusal === undefined) answer(null, supportedMethods());
      else answer(refusal);
    },
  };
}

function gossipServer(state: DoubleState): IGossipServer {
  const instanceId = randomUUID();
  return {
    read: async (_, answer) => {
      const refusal = await passGate(state, 'gossip');
      if (refusal === undefined) answer(null, clusterInfo(instanceId, state.port));
      else answer(refusal);
    },
  };
}

/** A caller that left in the middle, or a bug of ours: either way the call ends. */
function orInternal<T>(served: Promise<void>, answer: sendUnaryData<T>): void {
  served.catch((error: unknown) => answer({ code: status.INTERNAL, details: String(error) }));
}
