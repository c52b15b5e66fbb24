import type { Directory } from '../declare/access.ts';
import type { CommandCall, Policy } from '../declare/policy.ts';
import type { Service } from '../declare/service.ts';
import type { Envelope } from '../declare/view.ts';
import { derivedId } from '../ids.ts';
import type { Position, Recorded } from '../ports/event.ts';
import type { Checkpoint, Consumption, EventFeed } from '../ports/event-feed.ts';
import { topicOf, UNREADABLE } from '../ports/event-feed.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Tracer } from '../ports/tracer.ts';
import { shanghaiDate } from '../ports/wall-clock.ts';
import { CheckpointKeeper } from './checkpoint-keeper.ts';
import type { CommandRequest, Outcome } from './command-runner.ts';
import type { Parked } from './parked.ts';
import { ParkingLot, parkedId } from './parked.ts';
import type { ServiceIndex } from './service-index.ts';
import { IDLE_DELIVERIES } from './view-runner.ts';

export interface PolicyRunnerParts {
  readonly service: Service;
  readonly index: ServiceIndex;
  readonly feed: EventFeed;
  readonly readModels: ReadModels;
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
  readonly directory: () => Directory;
  readonly tracer?: Tracer;
  /** Told of every event that had to be parked. */
  readonly onParked?: (parked: Parked) => void;
}

/**
 * Runs one service's policies. Effects come first, the checkpoint after them; a crash in between repeats the commands
 * under the same derived ids, which changes nothing. So the effect is exactly once.
 */
export class PolicyRunner {
  readonly #parts: PolicyRunnerParts;
  readonly #lot: ParkingLot;
  #consumption: Consumption | undefined;
  #lastEffect: Position = 0;
  #checkpoint: Checkpoint | undefined;
  readonly #keeper: CheckpointKeeper;
  #idle = 0;
  #deliveries = 0;

  private constructor(parts: PolicyRunnerParts, lot: ParkingLot) {
    this.#parts = parts;
    this.#lot = lot;
    this.#keeper = new CheckpointKeeper((checkpoint) => lot.keep(checkpoint));
  }

  static async start(parts: PolicyRunnerParts): Promise<PolicyRunner> {
    const lot = await ParkingLot.open(parts.service.name, parts.readModels);
    const runner = new PolicyRunner(parts, lot);
    const checkpoint = await parts.readModels.checkpoint(lot.collection);
    runner.#checkpoint = checkpoint;
    const from = new Set(parts.service.policies.flatMap((policy) => policy.from));
    runner.#consumption = await parts.feed.consume({
      group: `${parts.service.name}.policies`,
      topics: [...from].map(topicOf),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      deliver: (batch, upTo) => runner.#handle(batch, upTo),
    });
    return runner;
  }

  /** Position of the newest event these policies caused. */
  get lastEffect(): Position {
    return this.#lastEffect;
  }

  /** Batches handled since the start, empty ones included. */
  get deliveries(): number {
    return this.#deliveries;
  }

  get parkedCount(): number {
    return this.#lot.size;
  }

  parked(): Promise<readonly Parked[]> {
    return this.#lot.list();
  }

  async lag(): Promise<number> {
    return (await this.#consumption?.lag()) ?? 0;
  }

  /** Resolves with `true` once everything up to a position that has reached this service was handled. */
  async reach(position: Position, withinMs: number): Promise<boolean> {
    return (await this.#consumption?.reach(position, withinMs)) ?? false;
  }

  async stop(): Promise<void> {
    await this.#consumption?.stop();
    await this.#keeper.stop();
  }

  /** Handles what is parked under a key again, oldest first; stops at the first that still fails. Answers how many went through. */
  async rerun(
    policyName: string,
    key: string,
    read: (parked: Parked) => Promise<Recorded | undefined>,
  ): Promise<number> {
    const policy = this.#parts.service.policies.find((each) => each.name === policyName);
    await this.#lot.settle();
    const waiting = await this.#lot.list({ policy: policyName, key });
    let through = 0;
    for (const parked of waiting) {
      const event = await read(parked);
      if (policy === undefined || event === undefined) break;
      const reason = await this.#react(
        policy,
        this.#parts.index.envelopeFor(this.#parts.service.name, event),
      );
      const checkpoint = this.#checkpoint;
      if (checkpoint === undefined) break;
      if (reason !== undefined) {
        const again: Parked = { ...parked, reason, waits: false };
        await this.#lot.commit([{ put: again }], checkpoint);
        break;
      }
      await this.#lot.commit([{ remove: parked.id }], checkpoint);
      this.#lot.release(parked);
      through += 1;
    }
    return through;
  }

  async #handle(batch: readonly Recorded[], checkpoint: Checkpoint): Promise<void> {
    await this.#lot.settleParked();
    const byKey = new Map<string, Recorded[]>();
    for (const event of batch) {
      const list = byKey.get(event.metadata.key);
      if (list === undefined) byKey.set(event.metadata.key, [event]);
      else list.push(event);
    }
    const before = this.#lastEffect;
    const parked = (await Promise.all([...byKey.values()].map((events) => this.#handleKey(events)))).flat();
    if (parked.length > 0) await this.#park(parked, checkpoint);
    this.#idle += 1;
    this.#checkpoint = checkpoint;
    this.#deliveries += 1;
    // Only now: a batch that fails half way comes again, and nothing of it was parked.
    for (const each of parked) {
      this.#lot.note(each);
      this.#parts.onParked?.(each);
    }
    if (this.#lastEffect === before && this.#idle < IDLE_DELIVERIES) return;
    this.#idle = 0;
    this.#keeper.keepSoon(checkpoint);
  }

  /** What is parked is passed over from now on, so it must be kept before anything moves on. */
  async #park(parked: readonly Parked[], checkpoint: Checkpoint): Promise<void> {
    await this.#lot.settle();
    const changes = parked.map((put) => ({ put }));
    await this.#lot.commit(changes, checkpoint);
  }

  /** Events of one key, in order; answers what is to be parked: what failed, and all that follows for that policy and key. */
  async #handleKey(events: readonly Recorded[]): Promise<readonly Parked[]> {
    const parked: Parked[] = [];
    for (const event of events) {
      for (const policy of this.#concernedBy(event)) {
        if (this.#lot.has(policy.name, event) || parked.some(({ id }) => id === parkedId(policy, event)))
          continue;
        const waits =
          this.#lot.holds(policy.name, event.metadata.key) ||
          parked.some((each) => each.policy === policy.name);
        const reason = waits ? 'waits' : await this.#reactTo(policy, event);
        if (reason !== undefined) parked.push(parkedOf(policy, event, reason, waits));
      }
    }
    return parked;
  }

  /** What nobody can read concerns every policy that follows the service it came from: it may be what they wait for. */
  #concernedBy(event: Recorded): readonly Policy[] {
    const { policies } = this.#parts.service;
    if (event.type !== UNREADABLE) return policies.filter((policy) => event.type in policy.on);
    const from = event.stream.slice(0, event.stream.indexOf('.'));
    return policies.filter((policy) => policy.from.includes(from));
  }

  async #reactTo(policy: Policy, event: Recorded): Promise<string | undefined> {
    if (event.type === UNREADABLE) return `unreadable: ${String(event.data['reason'])}`;
    return this.#react(policy, this.#parts.index.envelopeFor(this.#parts.service.name, event));
  }

  /** Gives the commands of one reaction; answers why it failed, if it did. An unavailable store is thrown: the batch comes again. */
  async #react(policy: Policy, event: Envelope): Promise<string | undefined> {
    let calls: readonly CommandCall[];
    try {
      calls = policy.on[event.type]?.(event, { directory: this.#parts.directory() }) ?? [];
    } catch (error) {
      return `${policy.name}: ${String(error)}`;
    }
    const { tracer } = this.#parts;
    const { traceparent } = event.metadata;
    if (tracer === undefined || traceparent === undefined || calls.length === 0)
      return this.#giveAll(policy, event, calls, traceparent);
    return tracer(
      {
        name: `policy ${policy.name}`,
        kind: 'consumer',
        traceparent,
        attributes: { 'jiandu.event': event.type, 'jiandu.key': event.metadata.key },
        about: (reason) => ({ 'jiandu.outcome': reason === undefined ? 'done' : 'parked' }),
      },
      (own) => this.#giveAll(policy, event, calls, own),
    );
  }

  async #giveAll(
    policy: Policy,
    event: Envelope,
    calls: readonly CommandCall[],
    traceparent: string | undefined,
  ): Promise<string | undefined> {
    for (const [place, call] of calls.entries()) {
      const reason = await this.#give(policy, event, call, place, traceparent);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }

  async #give(
    policy: Policy,
    event: Envelope,
    call: CommandCall,
    place: number,
    traceparent: string | undefined,
  ): Promise<string | undefined> {
    const request: CommandRequest = {
      command: call.command,
      input: call.input,
      by: { actor: event.metadata.actor, via: policy.name },
      commandId: derivedId('policy', policy.name, event.id, String(place)),
      correlationId: event.metadata.correlationId,
      causationId: event.id,
      bornOn: shanghaiDate(event.metadata.recordedAt),
      notBefore: event.metadata.recordedAt,
      ...(call.id === undefined ? {} : { id: call.id }),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    let outcome: Outcome;
    try {
      outcome = await this.#parts.execute(request);
    } catch (error) {
      if (isRetryable(error)) throw error;
      return `${call.command}: ${String(error)}`;
    }
    if (outcome.done) {
      this.#lastEffect = Math.max(this.#lastEffect, outcome.position);
      return undefined;
    }
    const { refusal } = outcome;
    if (call.tolerate?.includes(refusal.code)) return undefined;
    const fields = refusal.issues?.map((issue) => `${issue.field}: ${issue.message}`).join('; ');
    return `${call.command}: ${refusal.code}${fields === undefined ? '' : ` (${fields})`}`;
  }
}

/** Infrastructure that may come back: the adapter marks its errors with `retryable: true`. */
export function isRetryable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true;
}

function parkedOf(policy: Policy, event: Recorded, reason: string, waits: boolean): Parked {
  return {
    id: parkedId(policy, event),
    policy: policy.name,
    key: event.metadata.key,
    position: event.position,
    stream: event.stream,
    eventId: event.id,
    eventType: event.type,
    reason,
    waits,
  };
}
