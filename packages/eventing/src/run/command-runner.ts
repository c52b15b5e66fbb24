import { randomUUID } from 'node:crypto';
import type { Authorise, Directory, ResourceFacts, Subject } from '../declare/access.ts';
import type { Context } from '../declare/aggregate.ts';
import type { Fact } from '../declare/event-definition.ts';
import type { Refusal } from '../declare/refusal.ts';
import { isRefusal } from '../declare/refusal.ts';
import type { Actor, Instant, LocalDate, NewEvent, Position, Recorded, Revision } from '../ports/event.ts';
import { streamOf } from '../ports/event.ts';
import type { EventStore, ExpectedRevision } from '../ports/event-store.ts';
import type { KeyRing } from '../ports/key-ring.ts';
import type { WallClock } from '../ports/wall-clock.ts';
import { shanghaiDate } from '../ports/wall-clock.ts';
import { fingerprint, matchesFingerprint } from './fingerprint.ts';
import { refuseByKernel } from './kernel-refusals.ts';
import { parseInput } from './parse-input.ts';
import { CommandKey, sealPersonal } from './sealing.ts';
import type { Addressed, ServiceIndex } from './service-index.ts';
import type { Folded, Trace } from './state-cache.ts';
import { emptyFold, foldOn, StateCache } from './state-cache.ts';
import { Turnstile } from './turnstile.ts';

/** A command as it comes in: from a person, or from a policy or timer on somebody's behalf. */
export interface CommandRequest {
  /** Full name, e.g. `intake.registerLead`. */
  readonly command: string;
  /** Id of the thing acted on; absent for commands that create. */
  readonly id?: string;
  readonly input: unknown;
  readonly by: { readonly subject: Subject } | { readonly actor: Actor; readonly via: string };
  /** Repeating a command with the same id answers as the first time and does nothing. */
  readonly commandId: string;
  /** The revision the caller saw; refused when the thing has moved on. */
  readonly ifRevision?: Revision;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Day that the id of something new derives from, where a cause fixes it: a repetition in another year finds the same thing. */
  readonly bornOn?: LocalDate;
  /** When the cause was recorded: an effect is never recorded earlier, however the clocks of two machines differ. */
  readonly notBefore?: Instant;
  readonly traceparent?: string;
}

/** What became of a command. `done` means: on disk. */
export type Outcome =
  | {
      readonly done: true;
      readonly id: string;
      readonly revision: Revision;
      readonly position: Position;
      readonly events: readonly string[];
      /** The command had been done before; this is its first answer. */
      readonly repeated: boolean;
    }
  | { readonly done: false; readonly refusal: Refusal };

export interface RunnerParts {
  readonly index: ServiceIndex;
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly clock: WallClock;
  readonly authorise: Authorise;
  readonly directory: () => Directory;
  /** Looks at raw input before anything else; a refusal here leaves no trace. */
  readonly screen?: (input: unknown) => Refusal | undefined;
  /** Folded streams kept in memory. */
  readonly cacheCapacity?: number;
}

const MOST_ATTEMPTS = 6;

/** Parse → authorise → load → decide → append → answer. One command, one stream, one append. */
export class CommandRunner {
  readonly #parts: RunnerParts;
  readonly #cache: StateCache;
  readonly #turnstile = new Turnstile();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#cache = new StateCache(parts.cacheCapacity ?? 5_000);
  }

  async execute(request: CommandRequest): Promise<Outcome> {
    const addressed = this.#parts.index.commands.get(request.command);
    if (addressed === undefined) return no(refuseByKernel('command.unknown', { command: request.command }));
    const screened = this.#parts.screen?.(request.input);
    if (screened !== undefined) return no(screened);
    const input = parseInput(addressed.command.input, request.input);
    if (isRefusal(input)) return no(input);
    const attempt = new Attempt(this.#parts, this.#cache, addressed, request, input.value);
    if (addressed.command.creates !== undefined && request.id === undefined) return attempt.create();
    const id = request.id;
    if (id === undefined) return no(refuseByKernel('thing.unknown', { id: '-' }));
    return this.#turnstile.pass(streamOf(addressed.category, id), () => attempt.change(id));
  }
}

function no(refusal: Refusal): Outcome {
  return { done: false, refusal };
}

/** One command on its way through; holds what does not change between retries. */
class Attempt {
  readonly #parts: RunnerParts;
  readonly #cache: StateCache;
  readonly #at: Addressed;
  readonly #request: CommandRequest;
  readonly #input: unknown;
  readonly #now: Instant;

  constructor(
    parts: RunnerParts,
    cache: StateCache,
    addressed: Addressed,
    request: CommandRequest,
    input: unknown,
  ) {
    this.#parts = parts;
    this.#cache = cache;
    this.#at = addressed;
    this.#request = request;
    this.#input = input;
    const now = parts.clock.now();
    const { notBefore = now } = request;
    this.#now = notBefore > now ? notBefore : now;
  }

  /** A creating command expects no stream; finding one means it was given before. */
  async create(): Promise<Outcome> {
    const { aggregate, command } = this.#at;
    const { commandId, bornOn } = this.#request;
    const today = bornOn ?? shanghaiDate(this.#now);
    const idOn = (day: LocalDate) =>
      aggregate.newId?.({ commandId, input: this.#input, today: day }) ?? commandId;
    const id = idOn(today);
    // Given before midnight and repeated after it, on the one night when ids change.
    const yesterdays = today.endsWith('-01-01') ? idOn(`${Number(today.slice(0, 4)) - 1}-12-31`) : id;
    if (yesterdays !== id) {
      const repeated = await this.#repeated(yesterdays, await this.#load(yesterdays));
      if (repeated !== undefined) return repeated;
    }
    const outcome = await this.#decideAndAppend(id, emptyFold(aggregate), command.creates?.(this.#input));
    if (outcome !== 'lost') return outcome;
    const folded = await this.#load(id);
    return (await this.#repeated(id, folded)) ?? no(refuseByKernel('thing.exists', { id }));
  }

  async change(id: string): Promise<Outcome> {
    const { ifRevision } = this.#request;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const folded = await this.#load(id);
      const repeated = await this.#repeated(id, folded);
      if (repeated !== undefined) return repeated;
      if (folded.revision === 'none' && !this.#at.command.startsStream) {
        return no(refuseByKernel('thing.unknown', { id }));
      }
      if (ifRevision !== undefined && ifRevision !== folded.revision) {
        return no(refuseByKernel('revision.stale', { given: ifRevision, current: folded.revision }));
      }
      const outcome = await this.#decideAndAppend(id, folded);
      if (outcome !== 'lost') return outcome;
      this.#cache.forget(streamOf(this.#at.category, id));
    }
    return no(refuseByKernel('race.lost'));
  }

  async #load(id: string): Promise<Folded> {
    const stream = streamOf(this.#at.category, id);
    const cached = this.#cache.get(stream);
    if (cached !== undefined) return cached;
    const events = await this.#parts.store.readStream(stream);
    const lifted = events.map((event) => this.#parts.index.lift(event));
    const folded = foldOn(this.#at.aggregate, emptyFold(this.#at.aggregate), lifted);
    if (folded.revision !== 'none') this.#cache.put(stream, folded);
    return folded;
  }

  async #repeated(id: string, folded: Folded): Promise<Outcome | undefined> {
    const trace = folded.traces.get(this.#request.commandId);
    if (trace === undefined) return undefined;
    if (!(await matchesFingerprint(trace.hash, this.#request.input, this.#parts.keys))) {
      return no(refuseByKernel('idempotency.other-body'));
    }
    return done(id, trace, true);
  }

  async #decideAndAppend(id: string, folded: Folded, birthplace?: ResourceFacts): Promise<Outcome | 'lost'> {
    const { aggregate, command } = this.#at;
    const directory = this.#parts.directory();
    const today = shanghaiDate(this.#now);
    const resource = birthplace ?? aggregate.resource(folded.state, id);
    const actor = this.#actor(resource, today, directory);
    if (isRefusal(actor)) return no(hideRestricted(actor, id));
    const { commandId } = this.#request;
    const context: Context = { now: this.#now, today, actor, id, commandId, directory };
    const decision = command.decide(this.#input, folded.state, context);
    if (isRefusal(decision)) return no(decision);
    const ahead = decision.find((fact) => fact.occurredOn !== undefined && fact.occurredOn > today);
    if (ahead !== undefined) {
      return no(refuseByKernel('date.in-future', { date: String(ahead.occurredOn), today }));
    }
    if (decision.length === 0) return unchanged(id, folded);
    return this.#append(id, folded, decision, context);
  }

  #actor(resource: ResourceFacts, today: string, directory: Directory): Actor | Refusal {
    const { by } = this.#request;
    if ('actor' in by) return by.actor;
    const { authorise } = this.#parts;
    const grants = this.#at.command.may;
    return authorise({ subject: by.subject, grants, resource, action: this.#at.name, today, directory });
  }

  async #append(
    id: string,
    folded: Folded,
    facts: readonly Fact[],
    context: Context,
  ): Promise<Outcome | 'lost'> {
    const { aggregate, category } = this.#at;
    const { index, keys, store } = this.#parts;
    const stream = streamOf(category, id);
    const key = new CommandKey(keys);
    const sealing = facts.map((fact) => sealPersonal(index.event(fact.type), fact.data, key));
    const sealed = await Promise.all(sealing);
    const hash = fingerprint(this.#request.input, key.taken);
    let state = folded.state;
    const events = facts.map((fact, place) => {
      state = aggregate.evolve(state, fact);
      return this.#newEvent(id, state, { ...fact, data: sealed[place] ?? fact.data }, context, hash);
    });
    const expected: ExpectedRevision = folded.revision;
    const appended = await store.append(stream, events, expected);
    if (!appended.ok) return 'lost';
    const { revision, position } = appended;
    const first = revision - events.length + 1;
    const recorded = events.map<Recorded>((each, place) => ({
      ...each,
      stream,
      revision: first + place,
      position,
    }));
    this.#cache.put(stream, foldOn(aggregate, folded, recorded));
    return done(id, { hash, types: events.map((each) => each.type), revision, position }, false);
  }

  /**
   * The id is fresh on every attempt: were it derived from the command, a store that recognises ids would confirm a repeated
   * command whose decision has come out differently meanwhile. A repetition is recognised by its trace in the stream.
   */
  #newEvent(id: string, after: unknown, fact: Fact, context: Context, hash: string): NewEvent {
    const { aggregate, name } = this.#at;
    const resource = aggregate.resource(after, id);
    const { commandId, correlationId, causationId, traceparent, by } = this.#request;
    return {
      id: randomUUID(),
      type: fact.type,
      version: this.#parts.index.event(fact.type).version,
      data: fact.data,
      metadata: {
        actor: context.actor,
        occurredOn: fact.occurredOn ?? context.today,
        recordedAt: context.now,
        key: aggregate.key?.(after, id) ?? id,
        unit: resource.unit,
        secrecy: resource.secrecy ?? 'internal',
        commandId,
        commandHash: hash,
        command: name,
        correlationId,
        catalogueVersion: context.directory.catalogueVersion,
        ...(fact.reason === undefined ? {} : { reason: fact.reason }),
        ...(causationId === undefined ? {} : { causationId }),
        ...(traceparent === undefined ? {} : { traceparent }),
        ...('via' in by ? { via: by.via } : {}),
      },
    };
  }
}

function done(id: string, trace: Trace, repeated: boolean): Outcome {
  return {
    done: true,
    id,
    revision: trace.revision,
    position: trace.position,
    events: trace.types,
    repeated,
  };
}

function unchanged(id: string, folded: Folded): Outcome {
  const last = [...folded.traces.values()].at(-1);
  const revision = folded.revision === 'none' ? 0 : folded.revision;
  return { done: true, id, revision, position: last?.position ?? 0, events: [], repeated: false };
}

/** A restricted thing must look exactly like one that does not exist (DOMAIN §4.5). */
function hideRestricted(refusal: Refusal, id: string): Refusal {
  return refusal.code === 'access.restricted' ? refuseByKernel('thing.unknown', { id }) : refusal;
}
