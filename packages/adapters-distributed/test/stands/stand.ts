import type { ContractCase } from '@jiandu/eventing/contract';

/** An adapter standing on an engine that runs, and the promises it is held to there. */
export interface Stand {
  /** The engine with its version, as it says itself, e.g. `Apache Kafka 4.3.1`. */
  readonly on: string;
  readonly cases: readonly ContractCase[];
  /** Ends what was started for it. */
  close(): Promise<void>;
}

/** A stand that may be had on this machine. */
export interface StandToTry {
  readonly port: 'EventStore' | 'EventFeed' | 'ReadModels' | 'KeyRing';
  /** What it wants to stand on, for those who cannot have it, e.g. `KurrentDB at KURRENTDB_URL`. */
  readonly wants: string;
  /** Whether `infra/local` starts the engine, without Docker and without anybody's server. */
  readonly local: boolean;
  /** How many cases the contract of the port has. */
  readonly size: number;
  /** Starts the engine or connects to it. Rejects with `ServerMissing` where it cannot be had. */
  start(): Promise<Stand>;
}
