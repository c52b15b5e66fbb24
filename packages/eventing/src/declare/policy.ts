import type { Directory } from './access.ts';
import type { Bilingual } from './event-definition.ts';
import type { Envelope } from './view.ts';

/** A command that a policy or timer wants given. Its command id is derived from the cause, so that giving it twice is harmless. */
export interface CommandCall {
  /** Full name, e.g. `investigation.openVerification`. Policies may only command their own service. */
  readonly command: string;
  /** Id of the aggregate; absent for a creating command whose id is made by `newId`. */
  readonly id?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Refusals that mean "already so" or "no longer needed" and are no error, by code. */
  readonly tolerate?: readonly string[];
}

/** What a policy may look up. */
export interface PolicyContext {
  readonly directory: Directory;
}

/** "When X happens there, do Y here": reacts to events with commands to its own service. Pure. */
export interface Policy {
  /** Verb phrase: `openVerificationWhenFilingApproved`. */
  readonly name: string;
  readonly title: Bilingual;
  /** Services whose events it listens to. */
  readonly from: readonly string[];
  readonly on: Readonly<Record<string, (event: Envelope, context: PolicyContext) => readonly CommandCall[]>>;
}

/** Types one reaction: `when<LeadRegisteredData>((event, context) => [...])`. */
export function when<D>(react: (event: Envelope<D>, context: PolicyContext) => readonly CommandCall[]) {
  return (event: Envelope, context: PolicyContext) => react(event as Envelope<D>, context);
}

export function definePolicy(policy: Policy): Policy {
  return policy;
}
