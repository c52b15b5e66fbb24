import type { Recorded } from '@jiandu/eventing';

/** Where log lines go: fields first, as pino has it. */
export interface KafkaLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** Between the record and the broker. */
export interface FeedCodec {
  /** The message an event travels as. Throws for an event nobody publishes. */
  encode(event: Recorded): { readonly value: string; readonly headers: Readonly<Record<string, string>> };
  /** The event in a message. Throws for a message that is none. */
  decode(message: { readonly value: string }): Recorded;
}

export interface KafkaFeedSettings {
  /** Addresses to begin with, `host:port`. */
  readonly brokers: readonly string[];
  /** How this process is called in the broker's logs and quotas. */
  readonly clientId: string;
  /** Copies of each partition of a topic that is made; from 3 on, two of them must acknowledge. */
  readonly replication: number;
  readonly codec: FeedCodec;
  readonly log: KafkaLog;
  /** Encrypted, and the broker checked against an authority: the machine's own unless a file names another. */
  readonly tls?: { readonly tlsCaFile?: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly credentials: { readonly username: string; readonly password: string };
  };
  /**
   * Milliseconds after which the group goes on without a member that died; 6 000 unless told. Also how long a service that
   * was killed and started again may wait for what its dead predecessor held.
   */
  readonly sessionTimeoutMs?: number;
}
