import './negative-timeouts.ts';
import { readFileSync } from 'node:fs';
import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import type { KafkaFeedSettings, KafkaLog } from './settings.ts';

/** A request without an answer for so long has failed. */
const REQUEST_MS = 10_000;
const CONNECT_MS = 3_000;

/**
 * The library's client. It tries little by itself: what it gives up, and where it starts consumers anew, is decided here, for
 * ever and with bounded pauses.
 */
export function kafkaClient(settings: KafkaFeedSettings): Kafka {
  const { brokers, clientId, tls, sasl, log } = settings;
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: CONNECT_MS,
    requestTimeout: REQUEST_MS,
    retry: {
      retries: 3,
      initialRetryTime: 100,
      maxRetryTime: 1_000,
      restartOnFailure: async () => false,
    },
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => quietly(log, entry),
    ...(tls === undefined
      ? {}
      : { ssl: tls.tlsCaFile === undefined ? true : { ca: [readFileSync(tls.tlsCaFile, 'utf8')] } }),
    ...(sasl === undefined ? {} : { sasl: saslOf(sasl) }),
  });
}

function saslOf({
  mechanism,
  credentials,
}: NonNullable<KafkaFeedSettings['sasl']>): NonNullable<KafkaConfig['sasl']> {
  const { username, password } = credentials;
  switch (mechanism) {
    case 'plain':
      return { mechanism: 'plain', username, password };
    case 'scram-sha-256':
      return { mechanism: 'scram-sha-256', username, password };
    case 'scram-sha-512':
      return { mechanism: 'scram-sha-512', username, password };
  }
}

/**
 * The library calls an error what it repairs itself in the next moment ("coordinator is loading"). What matters of it comes
 * back as an error of a call, or as the end of a consumer, and is told from there.
 */
function quietly(log: KafkaLog, { namespace, log: entry }: LogEntry): void {
  const { message, groupId, error, broker } = entry;
  log.debug({ from: `kafkajs ${namespace}`, groupId, broker, reason: error }, message);
}
