import { broken, type Finding, grouped } from '../verifier/finding.ts';
import type { LogRow } from '../verifier/log-file.ts';

/** Writers at once in the process that is killed. */
export const WRITERS = 16;

interface Done {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly of: number;
}

/** What the process said of its appends before it was killed. */
export class BareLogAcks {
  readonly done = new Map<string, Done>();
  readonly lostRaces = new Set<string>();
  readonly anomalies: Finding[] = [];
  /** Appends made again with the same events and answered as the first time. */
  repeated = 0;
  #unfinished = '';

  hear(text: string): void {
    const lines = (this.#unfinished + text).split('\n');
    this.#unfinished = lines.pop() ?? '';
    for (const line of lines) this.#hearLine(line);
  }

  /** The last line of a killed process may be half a line, which says nothing. */
  endOfLife(): void {
    this.#unfinished = '';
  }

  #hearLine(line: string): void {
    const [word, commandId = '', stream = '', revision, position, of] = line.split(' ');
    if (word === 'done') {
      const numbers = { revision: Number(revision), position: Number(position), of: Number(of) };
      this.done.set(commandId, { stream, ...numbers });
    }
    if (word === 'lost') this.lostRaces.add(commandId);
    if (word === 'same') this.repeated += 1;
    if (word === 'other') this.anomalies.push(broken('append.repeated-otherwise', commandId));
  }
}

/** Acknowledged groups are there as they were acknowledged; any other group is there whole or not at all. */
export function checkGroups(
  rows: readonly LogRow[],
  acks: BareLogAcks,
): { readonly findings: readonly Finding[]; readonly wholeUnanswered: number } {
  const groups = grouped(rows, (row) => row.metadata.commandId);
  const findings: Finding[] = [...acks.anomalies];
  for (const [commandId, { stream, revision, position, of }] of acks.done) {
    const events = groups.get(commandId) ?? [];
    const last = events.at(-1);
    const there =
      events.length === of &&
      last?.stream === stream &&
      last.revision === revision &&
      last.position === position;
    if (!there) findings.push(broken('append.lost', `${commandId} in ${stream}: ${events.length} of ${of}`));
  }
  let wholeUnanswered = 0;
  for (const [commandId, events] of groups) {
    const whole = events.every(({ data }, place) => data['of'] === events.length && data['place'] === place);
    if (!whole)
      findings.push(broken('append.half', `${commandId}: ${events.length} of ${events[0]?.data['of']}`));
    if (acks.lostRaces.has(commandId)) findings.push(broken('append.done-though-lost', commandId));
    if (!acks.done.has(commandId)) wholeUnanswered += 1;
  }
  return { findings, wholeUnanswered };
}
