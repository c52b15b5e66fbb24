import type { LocalDate } from '../ports/event.ts';
import type { Directory } from './access.ts';
import type { Bilingual } from './event-definition.ts';
import type { CommandCall } from './policy.ts';
import type { Collections } from './query.ts';

/** One thing that fell due. */
export interface DueCall extends CommandCall {
  /** What makes it unique for ever, e.g. `missed:CFS-…:DL-08:D-1:2025-04-03`; the command id derives from it. */
  readonly once: string;
}

/** Turns the passing of days into commands, each exactly once, also after a crash or a long stop. */
export interface Timer {
  readonly name: string;
  readonly title: Bilingual;
  /** What has fallen due by `today`, oldest first, at most `limit`; called again until it answers nothing new. */
  due(
    today: LocalDate,
    collections: Collections,
    limit: number,
    directory: Directory,
  ): Promise<readonly DueCall[]>;
}

export function defineTimer(timer: Timer): Timer {
  return timer;
}
