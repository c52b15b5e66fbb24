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

/**
 * Gives what has fallen due, each thing once for ever: the command id derives from `once`, so that a second look,
 * a crash or a second process changes nothing. Answers the newest position it caused, 0 for none.
 */
export async function runTimer(parts: TimerRunnerParts, today: LocalDate): Promise<Position> {
  const { timer, service, execute, collections, directory } = parts;
  const given = new Set<string>();
  let newest: Position = 0;
  for (;;) {
    const due = await timer.due(today, collections, BATCH + given.size, directory());
    const fresh = due.filter((call) => !given.has(call.once));
    if (fresh.length === 0) return newest;
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
      if (outcome.done) newest = Math.max(newest, outcome.position);
      else if (!fresh[place]?.tolerate?.includes(outcome.refusal.code)) {
        throw new Error(`${timer.name}: ${fresh[place]?.once} was refused with ${outcome.refusal.code}`);
      }
    }
  }
}
