import type { z } from 'zod';
import type { Actor, Instant, LocalDate } from '../ports/event.ts';
import type { Directory, Grant, ResourceFacts } from './access.ts';
import type { Bilingual, Fact } from './event-definition.ts';
import type { Refusal } from './refusal.ts';

/** Everything a decision may know beside input and state. */
export interface Context {
  readonly now: Instant;
  /** Shanghai date of `now`. */
  readonly today: LocalDate;
  readonly actor: Actor;
  /** Id of the thing acted on. */
  readonly id: string;
  readonly commandId: string;
  readonly directory: Directory;
}

/** The one shape of a decision. An empty list means: nothing to do, and that is fine. */
export type Decision<E extends Fact> = readonly E[] | Refusal;

/** A command, declared once: input, who may give it, the rule, the decision. Route, OpenAPI, client and tests come from here. */
export interface Command<S, E extends Fact, I extends z.ZodType = z.ZodType> {
  readonly title: Bilingual;
  /** Articles and rules it rests on, e.g. `S2 §561`. */
  readonly law: readonly string[];
  readonly input: I;
  readonly may: readonly Grant[];
  /** Starts a new stream with an id made by `aggregate.newId`; says from the input what access rules need to know. */
  creates?(input: z.output<I>): ResourceFacts;
  /** May also be given when the stream has no events yet (number series, deadlines). */
  readonly startsStream?: boolean;
  /** Not offered over HTTP: given by policies and timers only. */
  readonly internal?: boolean;
  decide(input: z.output<I>, state: S, context: Context): Decision<E>;
}

/** Input for making a new aggregate's id; nothing random, so that a repeated command finds its own stream. */
export interface Birth {
  readonly commandId: string;
  readonly input: unknown;
  readonly today: LocalDate;
}

/** A consistency boundary: a decider with its commands. Methods, so that aggregates of different states fit one list. */
export interface Aggregate<S = unknown, E extends Fact = Fact> {
  /** Singular noun, lower camel case; the category of its streams is `<service>.<name>`. */
  readonly name: string;
  /** Path segment of its routes, plural and kebab case, e.g. `leads`. */
  readonly route: string;
  readonly title: Bilingual;
  readonly initial: S;
  evolve(state: S, event: E): S;
  /** What access rules see; for a creating command, after its events. */
  resource(state: S, id: string): ResourceFacts;
  /** Ordering key in the feed; the id unless told. */
  key?(state: S, id: string): string;
  /** Id of a new one, for commands that create. */
  newId?(birth: Birth): string;
  readonly commands: Readonly<Record<string, Command<S, E>>>;
}

/** A command of any input, as the tables hold it. */
export type AnyCommand = Command<unknown, Fact>;

/**
 * Gives the function that declares commands of one aggregate: state and events are fixed, the input type is inferred.
 * `const command = commandsOf<LeadState, LeadFact>();`
 */
export function commandsOf<S, E extends Fact>() {
  return <I extends z.ZodType>(command: Command<S, E, I>): Command<S, E> => command;
}

/** Declares an aggregate; state and events are inferred from `initial` and `evolve`. */
export function defineAggregate<S, E extends Fact>(aggregate: Aggregate<S, E>): Aggregate<S, E> {
  return aggregate;
}
