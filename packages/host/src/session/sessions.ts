import type { Refusal } from '@jiandu/eventing';

/** Offices that a token names: nobody becomes more by it, only less. What is absent limits nothing. */
export interface NamedOffices {
  readonly roles?: readonly string[];
  readonly units?: readonly string[];
}

/** Somebody who signed in, and until when. */
export interface Session {
  readonly person: string;
  /** Seconds since 1970; real time, never the demonstration clock's. */
  readonly expiresAt: number;
  /** Set when the person signed in to act in these offices only. */
  readonly onlyAs?: NamedOffices;
}

/** Proves a bearer token: its signature, issuer, audience and age. */
export type VerifyToken = (token: string) => Promise<Session | Refusal>;

/** Who is behind a bearer token. */
export interface Sessions {
  /** The session of a token that was proven not long ago and has not expired; costs no signature check. */
  known(token: string): Session | undefined;
  /**
   * Proves a token anew.
   * @throws IssuerUnavailable when it cannot be judged for the moment
   */
  verify(token: string): Promise<Session | Refusal>;
}

/** A sign-in without a password, for demonstration and tests only. */
export interface DemoSignIn {
  issue(person: string): Promise<{ readonly token: string; readonly expiresAt: number }>;
}
