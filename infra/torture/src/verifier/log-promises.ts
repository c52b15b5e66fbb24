import { broken, type Finding, grouped } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** Positions without a hole, revisions without a hole, each event naming the one before it, no id twice. */
export function checkLog(rows: readonly LogRow[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const [place, { position, stream }] of rows.entries()) {
    if (position !== place + 1) {
      found.push(broken('log.positions', `${stream} at ${position}, expected ${place + 1}`));
      break;
    }
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
  for (const [commandId, events] of grouped(rows, (row) => row.metadata.commandId)) {
    const [first, ...others] = events;
    if (first === undefined) continue;
    const apart = others.find(
      ({ stream, position, revision }, place) =>
        stream !== first.stream ||
        position !== first.position + place + 1 ||
        revision !== first.revision + place + 1,
    );
    if (apart !== undefined) {
      const { command } = first.metadata;
      const where = `${command} ${commandId}: ${first.stream}#${first.revision} and ${apart.stream}#${apart.revision}`;
      found.push(broken('command.doubled', where));
    }
  }
  return found;
}
