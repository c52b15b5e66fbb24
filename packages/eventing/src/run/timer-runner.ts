import type { Directory } from '../declare/access.ts';
import type { Collections } from '../declare/query.ts';
import type { Timer } from '../declare/timer.ts';
import { derivedId } from '../ids.ts';
import type { Actor, LocalDate, Position } from '../ports/event.ts';
import type { CommandRequest, Outcome } from './command-runner.ts';

export interface TimerRunnerParts {
  readonly service: string;
  readonly timer: Timer;
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
  readonly collections: Collections;
  readonly directory: () => Directory;
}

const BATCH = 500;

/** Who acts when time passes. */
const SYSTEM: Actor = { person: 'system', name: '系统', role: 'system', unit: 'system' };

/** What a look at the timers brought. */
export interface Ticked {
  /** Newest position it caused, 0 for none. */
  readonly position: Position;
  /** Things that fell due and were refused against expectation, with the code; they hold up nothing else. */
  readonly failed: readonly string[];
}

/**
 * Gives what has fallen due, each thing once for ever: the command id derives from `once`, so that a second look,
 * a crash or a second process changes nothing.
 */
export async function runTimer(parts: TimerRunnerParts, today: LocalDate): Promise<Ticked> {
  const { timer, service, execute, collections, directory } = parts;
  const given = new Set<string>();
  const failed: string[] = [];
  let position: Position = 0;
  for (;;) {
    const due = await timer.due(today, collections, BATCH + given.size, directory());
    const fresh = due.filter((call) => !given.has(call.once));
    if (fresh.length === 0) return { position, failed };
    const outcomes = await Promise.all(
      fresh.map((call) => {
        given.add(call.once);
        const commandId = derivedId('timer', service, timer.name, call.once);
        return execute({
          command: call.command,
          input: call.input,
          by: { actor: SYSTEM, via: timer.name },
          commandId,
          correlationId: commandId,
          ...(call.id === undefined ? {} : { id: call.id }),
        });
      }),
    );
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.done) position = Math.max(position, outcome.position);
      else if (!fresh[place]?.tolerate?.includes(outcome.refusal.code)) {
        failed.push(`${timer.name} ${fresh[place]?.once}: ${outcome.refusal.code}`);
      }
    }
  }
}
