import type { Authorise, Directory, Grant, Subject } from '../declare/access.ts';
import type { EventDefinition } from '../declare/event-definition.ts';
import type { AnyQuery, Collections, LogReader, QueryContext, RawAnswer } from '../declare/query.ts';
import type { Refusal, RefusalRegister } from '../declare/refusal.ts';
import { isRefusal } from '../declare/refusal.ts';
import type { Service } from '../declare/service.ts';
import type { LocalDate, Position } from '../ports/event.ts';
import type { EventFeed } from '../ports/event-feed.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyRing } from '../ports/key-ring.ts';
import type { Collection, Doc, Filter, ReadModels } from '../ports/read-models.ts';
import type { Tracer, WorkAttributes } from '../ports/tracer.ts';
import type { WallClock } from '../ports/wall-clock.ts';
import { shanghaiDate } from '../ports/wall-clock.ts';
import type { CommandRequest, Outcome } from './command-runner.ts';
import { CommandRunner } from './command-runner.ts';
import { follow } from './follow.ts';
import { refuseByKernel } from './kernel-refusals.ts';
import type { Parked } from './parked.ts';
import { parseInput } from './parse-input.ts';
import { PolicyRunner } from './policy-runner.ts';
import { openRecordFeed } from './record-feed.ts';
import { unseal } from './sealing.ts';
import { ServiceIndex } from './service-index.ts';
import { settle } from './settle.ts';
import { runTimer, type Ticked } from './timer-runner.ts';
import { type ServedView, startLocalViews, type ViewHost } from './view-host.ts';

/** What decides who may, and what the organisation looks like now; kept level with the registry's events by the host. */
export interface Organisation {
  readonly authorise: Authorise;
  current(): Directory;
  /** Filters over `unit`, `handlers`, `escalatedTo`, `sharedWith`, `secrecy`, `accessList` that keep to what a subject may see. */
  visible(subject: Subject, grants: readonly Grant[], today: LocalDate): readonly Filter[];
  /** Resolves with `true` once everything up to a position is known here. */
  reach(position: Position, withinMs: number): Promise<boolean>;
  readonly refusals: RefusalRegister;
}

export interface RuntimeParts {
  readonly services: readonly Service[];
  readonly store: EventStore;
  readonly feed: EventFeed;
  readonly readModels: ReadModels;
  readonly keys: KeyRing;
  readonly clock: WallClock;
  readonly organisation: Organisation;
  readonly screen?: (input: unknown) => Refusal | undefined;
  readonly onParked?: (service: string, parked: Parked) => void;
  /** Views folded elsewhere; in this thread, over the record, unless told. */
  readonly views?: ViewHost;
  /** Definitions of events of services that run elsewhere. */
  readonly published?: readonly EventDefinition[];
  /** Tells of commands, reactions and folds; a given traceparent only travels along without. */
  readonly tracer?: Tracer;
}

/** Answer of a query with how complete it is. */
export type Answered =
  | { readonly ok: true; readonly value: unknown; readonly position: Position }
  | { readonly ok: false; readonly refusal: Refusal };

/** What both hosts have in common: services running on stores, whatever the stores are. */
export class Runtime {
  readonly index: ServiceIndex;
  readonly parts: RuntimeParts;
  readonly #runner: CommandRunner;
  #views: ReadonlyMap<string, ServedView> = new Map();
  readonly #policies = new Map<string, PolicyRunner>();

  private constructor(parts: RuntimeParts) {
    this.parts = parts;
    this.index = new ServiceIndex(parts.services, parts.organisation.refusals, parts.published);
    this.#runner = new CommandRunner({
      index: this.index,
      store: parts.store,
      keys: parts.keys,
      clock: parts.clock,
      authorise: parts.organisation.authorise,
      directory: () => parts.organisation.current(),
      ...(parts.screen === undefined ? {} : { screen: parts.screen }),
    });
  }

  /** Starts views and policies; they catch up in the background. */
  static async start(parts: RuntimeParts): Promise<Runtime> {
    const runtime = new Runtime(parts);
    const { services, readModels, store } = parts;
    const host = parts.views ?? (await runtime.#foldHere(services, readModels, store));
    runtime.#views = new Map(host.views.map((view) => [view.name, view]));
    for (const service of parts.services) {
      if (service.policies.length > 0)
        runtime.#policies.set(service.name, await runtime.#startPolicies(service));
    }
    return runtime;
  }

  execute(request: CommandRequest): Promise<Outcome> {
    const { tracer } = this.parts;
    if (tracer === undefined) return this.#runner.execute(request);
    const { command, id, traceparent } = request;
    return tracer(
      {
        name: command,
        kind: 'internal',
        about: outcomeOf,
        ...(traceparent === undefined ? {} : { traceparent }),
        ...(id === undefined ? {} : { attributes: { 'jiandu.thing': id } }),
      },
      (own) => this.#runner.execute(own === undefined ? request : { ...request, traceparent: own }),
    );
  }

  /**
   * Waits, bounded, until everything that follows from a position has been done and is visible here. Where services run
   * apart, what follows in another one is the gateway's to wait for.
   */
  async settled(position: Position, withinMs: number): Promise<boolean> {
    const { organisation } = this.parts;
    const target = await settle([...this.#policies.values()], position, withinMs);
    if (target === undefined) return false;
    const levels = [...this.#views.values()].map((view) => view.reach(target, withinMs));
    return (await Promise.all([...levels, organisation.reach(target, withinMs)])).every(Boolean);
  }

  async query(service: Service, query: AnyQuery, raw: unknown, subject: Subject): Promise<Answered> {
    const input = parseInput(query.input, raw);
    if (isRefusal(input)) return { ok: false, refusal: input };
    const position = this.completeTo();
    const value = await answerOf(query, input.value, this.#queryContext(service, query, subject));
    return isRefusal(value) ? { ok: false, refusal: hide(value) } : { ok: true, value, position };
  }

  /** Runs every timer for a day. */
  async tick(today: LocalDate = shanghaiDate(this.parts.clock.now())): Promise<Ticked> {
    let position: Position = 0;
    const failed: string[] = [];
    for (const service of this.parts.services) {
      for (const timer of service.timers) {
        const parts = {
          service: service.name,
          timer,
          collections: this.collections,
          directory: () => this.parts.organisation.current(),
          execute: (request: CommandRequest) => this.execute(request),
        };
        const ticked = await runTimer(parts, today);
        position = Math.max(position, ticked.position);
        failed.push(...ticked.failed);
      }
    }
    return { position, failed };
  }

  /** The active collection of a view, by full name. */
  readonly collections: Collections = <T extends Doc>(view: string) =>
    this.view(view).collection as unknown as Collection<T>;

  view(name: string): ServedView {
    const found = this.#views.get(name);
    if (found === undefined) throw new Error(`no service declares the view ${name}`);
    return found;
  }

  get views(): readonly ServedView[] {
    return [...this.#views.values()];
  }

  get policies(): ReadonlyMap<string, PolicyRunner> {
    return this.#policies;
  }

  /** Position up to which all views have folded. */
  completeTo(): Position {
    return Math.min(...this.views.map((view) => view.position));
  }

  async parked(): Promise<readonly (Parked & { readonly service: string })[]> {
    const lists = [...this.#policies].map(async ([service, runner]) =>
      (await runner.parked()).map((parked) => ({ ...parked, service })),
    );
    return (await Promise.all(lists)).flat();
  }

  /** Handles a key's parked events again; answers how many went through. */
  async rerun(service: string, policy: string, key: string): Promise<number> {
    const runner = this.#policies.get(service);
    if (runner === undefined) return 0;
    return runner.rerun(policy, key, async (parked) => {
      const events = await this.parts.store.readStream(parked.stream);
      return events.find((event) => event.id === parked.eventId);
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#policies.values()].map((runner) => runner.stop()));
    await Promise.all(this.views.map((view) => view.stop()));
  }

  /** Views fold the record itself, in its order: the same log gives the same views wherever they are folded. */
  async #foldHere(
    services: readonly Service[],
    readModels: ReadModels,
    store: EventStore,
  ): Promise<ViewHost> {
    const feed = openRecordFeed(store);
    const { tracer } = this.parts;
    return startLocalViews({
      services,
      index: this.index,
      feed,
      readModels,
      head: await store.head(),
      ...(tracer === undefined ? {} : { tracer }),
    });
  }

  #startPolicies(service: Service): Promise<PolicyRunner> {
    const { onParked, feed, readModels, tracer } = this.parts;
    return PolicyRunner.start({
      service,
      index: this.index,
      feed,
      readModels,
      execute: (request) => this.execute(request),
      directory: () => this.parts.organisation.current(),
      ...(tracer === undefined ? {} : { tracer }),
      ...(onParked === undefined ? {} : { onParked: (parked) => onParked(service.name, parked) }),
    });
  }

  #queryContext(service: Service, query: AnyQuery, subject: Subject): QueryContext {
    const { organisation, keys, clock } = this.parts;
    const now = clock.now();
    const today = shanghaiDate(now);
    const directory = organisation.current();
    const action = `${service.name}.${query.name}`;
    return {
      subject,
      today,
      now,
      directory,
      collections: this.collections,
      log: this.#logReader(),
      authorise: (resource) =>
        organisation.authorise({ subject, grants: query.may, resource, action, today, directory }),
      event: (type) => this.index.event(type),
      visible: organisation.visible(subject, query.may, today),
      unseal: (value) => unseal(value, keys),
    };
  }

  #logReader(): LogReader {
    const { store } = this.parts;
    const lift = this.index.lift.bind(this.index);
    return {
      readStream: async (stream) => (await store.readStream(stream)).map(lift),
      readAll: async (after, limit, categories) => {
        const { events, upTo } = await store.readAll(
          after,
          limit,
          categories === undefined ? {} : { categories },
        );
        return { events: events.map(lift), upTo };
      },
      follow: (after) => follow(store, after, lift),
      head: () => store.head(),
    };
  }
}

/** What became of a command, for its trace. */
function outcomeOf(outcome: Outcome): WorkAttributes {
  if (!outcome.done) return { 'jiandu.outcome': outcome.refusal.code };
  return { 'jiandu.outcome': outcome.repeated ? 'repeated' : 'done', 'jiandu.position': outcome.position };
}

/** A cursor that no page of this search gave is the sender's mistake; the limit of a page is checked with the input. */
async function answerOf(query: AnyQuery, input: unknown, context: QueryContext) {
  try {
    return await query.answer(input, context);
  } catch (error) {
    const paged = typeof input === 'object' && input !== null && 'cursor' in input;
    if (paged && error instanceof RangeError) return refuseByKernel('cursor.unknown', { field: 'cursor' });
    throw error;
  }
}

/** Whether an answer is to be sent as it is, not as JSON. */
export function isRawAnswer(value: unknown): value is RawAnswer {
  return typeof value === 'object' && value !== null && 'contentType' in value && 'body' in value;
}

function hide(refusal: Refusal): Refusal {
  return refusal.code === 'access.restricted' ? refuseByKernel('thing.unknown', { id: '-' }) : refusal;
}
