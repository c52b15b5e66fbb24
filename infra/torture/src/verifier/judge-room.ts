import type { EventStore } from '@jiandu/eventing';
import type { Room } from '../house/room.ts';
import { checkEffects } from './effect-promises.ts';
import { broken, type Finding } from './finding.ts';
import type { LogRow } from './log-file.ts';
import { checkAppends, checkLog } from './log-promises.ts';
import { checkNumbers } from './number-promises.ts';
import { checkViews } from './view-promises.ts';

export interface RoomJudged {
  readonly findings: readonly Finding[];
  readonly events: number;
  readonly effects: number;
  readonly viewsCompared: number;
}

/** Judges a room that has settled: every cause has its effects once, nothing is parked, each view equals a rebuild. */
export async function judgeRoom({ runtime, readModels }: Room, store: EventStore): Promise<RoomJudged> {
  const rows = await readAll(store);
  const { findings: ofEffects, effects } = checkEffects(rows, () => Number.POSITIVE_INFINITY);
  const views = await checkViews(rows, readModels);
  const parked = (await runtime.parked()).map(({ service, policy, eventType, reason }) =>
    broken('policy.parked', `${service}.${policy} on ${eventType}: ${reason}`),
  );
  const findings = [
    ...checkLog(rows),
    ...checkAppends(rows),
    ...checkNumbers(rows),
    ...ofEffects,
    ...parked,
    ...views.findings,
  ];
  return { findings, events: rows.length, effects, viewsCompared: views.compared };
}

/** The whole log, with the position before each event in its stream as the reader works it out. */
async function readAll(store: EventStore): Promise<readonly LogRow[]> {
  const { events } = await store.readAll(0, Number.MAX_SAFE_INTEGER);
  if (events.length < (await store.head())) throw new Error('the log was not read to its end');
  const newest = new Map<string, number>();
  return events.map((event) => {
    const previous = newest.get(event.stream) ?? 0;
    newest.set(event.stream, event.position);
    return { ...event, previous };
  });
}
