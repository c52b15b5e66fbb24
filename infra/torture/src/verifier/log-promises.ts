import { broken, type Finding, grouped } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** Positions without a hole, revisions without a hole, each event naming the one before it, no id twice. */
export function checkLog(rows: readonly LogRow[]): readonly Finding[] {
  const hole = rows.findIndex(({ position }, place) => position !== place + 1);
  const row = rows[hole];
  const found = checkStreams(rows);
  if (row === undefined) return found;
  return [broken('log.positions', `${row.stream} at ${row.position}, expected ${hole + 1}`), ...found];
}

/** Revisions without a hole, each event naming the one before it, no id twice, positions that only grow. */
export function checkStreams(rows: readonly LogRow[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const [place, { position, stream }] of rows.entries()) {
    const before = rows[place - 1]?.position ?? 0;
    if (position <= before) found.push(broken('log.order', `${stream} at ${position}, after ${before}`));
  }
  const ids = new Set<string>();
  for (const { id, position } of rows) {
    if (ids.has(id)) found.push(broken('log.event-twice', `${id} at ${position}`));
    ids.add(id);
  }
  for (const [stream, events] of grouped(rows, (row) => row.stream)) {
    let previous = 0;
    for (const [place, event] of events.entries()) {
      if (event.revision !== place || event.previous !== previous) {
        const { revision, position } = event;
        found.push(
          broken('log.revisions', `${stream}: revision ${revision} at ${position}, expected ${place}`),
        );
        break;
      }
      previous = event.position;
    }
  }
  return found;
}

/** The events of one command lie side by side in one stream: one append, never a second one. */
export function checkAppends(rows: readonly LogRow[]): readonly Finding[] {
  const found: Finding[] = [];
  const placed = rows.map((row, at) => ({ ...row, at }));
  for (const [commandId, events] of grouped(placed, (row) => row.metadata.commandId)) {
    const [first, ...others] = events;
    if (first === undefined) continue;
    const apart = others.find(
      ({ stream, at, revision }, place) =>
        stream !== first.stream || at !== first.at + place + 1 || revision !== first.revision + place + 1,
    );
    if (apart !== undefined) {
      const { command } = first.metadata;
      const where = `${command} ${commandId}: ${first.stream}#${first.revision} and ${apart.stream}#${apart.revision}`;
      found.push(broken('command.doubled', where));
    }
  }
  return found;
}
