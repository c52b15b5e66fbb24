import type { Refusal } from '@jiandu/eventing';

/** Somebody who signed in, and until when. */
export interface Session {
  readonly person: string;
  /** Seconds since 1970; real time, never the demonstration clock's. */
  readonly expiresAt: number;
}

/** Proves a bearer token: its signature, issuer, audience and age. */
export type VerifyToken = (token: string) => Promise<Session | Refusal>;

/** Who is behind a bearer token. */
export interface Sessions {
  /** The person of a token that was verified before and has not expired; costs no signature check. */
  known(token: string): string | undefined;
  /** Verifies a token anew. */
  verify(token: string): Promise<Session | Refusal>;
}

/** A sign-in without a password, for demonstration and tests only. */
export interface DemoSignIn {
  issue(person: string): Promise<{ readonly token: string; readonly expiresAt: number }>;
}
