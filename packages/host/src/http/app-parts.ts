import type { Relay, Runtime } from '@jiandu/eventing';
import type { Logger } from 'pino';
import type { DemoClock } from '../clock/demo-clock.ts';
import type { TimerLoop } from '../clock/timer-loop.ts';
import type { EngineWatch } from '../operations/engine-watch.ts';
import type { DemoSignIn, Sessions } from '../session/sessions.ts';
import type { RateLimit } from './rate-limit.ts';

/** `demo`: sign-in without password, movable clock. `test`: the same, without demonstration data. `production`: neither. */
export type Mode = 'demo' | 'test' | 'production';

/** Bounds that keep one caller from harming the others. */
export interface Limits {
  /** Bytes of a command's body. */
  readonly bodyBytes: number;
  /** Milliseconds for a request to arrive whole. */
  readonly requestMs: number;
  /** Milliseconds that `?after=` waits at most. */
  readonly afterMs: number;
  /** Requests of one person. */
  readonly rate: RateLimit;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  requestMs: 10_000,
  afterMs: 5_000,
  rate: { perSecond: 500, burst: 2_000 },
};

export interface AppParts {
  readonly runtime: Runtime;
  readonly mode: Mode;
  readonly sessions: Sessions;
  readonly timers: TimerLoop;
  readonly log: Logger;
  /** Sign-in for the demonstration; a bug in production. */
  readonly signIn?: DemoSignIn;
  /** The movable clock that the runtime runs by; a bug in production. */
  readonly demoClock?: DemoClock;
  /** Whom one may sign in as in the demonstration. */
  readonly people?: () => readonly string[];
  /** What readiness waits for beside views and policies, by name; empty when nothing. */
  readonly waitingFor?: () => readonly string[];
  /** Where every service is a process of its own: the servers it stands on, and what it publishes. */
  readonly apart?: { readonly engines: EngineWatch; readonly relays: readonly Relay[] };
  readonly limits?: Partial<Limits>;
  /** Origins whose pages may call; none unless told. */
  readonly corsOrigins?: readonly string[];
  /** Version of the release, for the API document. */
  readonly version?: string;
}

/** What every group of routes works with. */
export interface RouteParts extends AppParts {
  readonly limits: Limits;
}
