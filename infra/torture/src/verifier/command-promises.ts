import { idOf } from '@jiandu/eventing';
import type { CommandBook } from '../traffic/command-book.ts';
import { broken, type Finding, grouped } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** What became of the commands that clients gave. */
export interface CommandsFound {
  readonly findings: readonly Finding[];
  readonly acknowledged: number;
  /** Acknowledged, and not in the log as it was acknowledged. */
  readonly lost: number;
  /** Sent in this life, and cut off by its end. */
  readonly cutOff: number;
  /** Of these the ones that were done: the answer was lost, not the act. */
  readonly cutOffDone: number;
}

/** Every acknowledged command stands in the log as it was answered; one refused for want of space left nothing. */
export function checkCommands(rows: readonly LogRow[], book: CommandBook): CommandsFound {
  const byCommand = grouped(rows, (row) => row.metadata.commandId);
  const findings: Finding[] = book.anomalies.map((anomaly) => broken('answer.unexpected', anomaly));
  let lost = 0;
  let cutOff = 0;
  let cutOffDone = 0;
  for (const { given, commandId, acknowledged, newest, sent, sentIn } of book.entries) {
    const events = byCommand.get(commandId) ?? [];
    const name = `${given.command} ${given.key}`;
    if (acknowledged !== undefined) {
      const last = events.at(-1);
      const same =
        last !== undefined &&
        idOf(last.stream) === acknowledged.id &&
        last.revision === acknowledged.revision &&
        last.position === acknowledged.position &&
        events.map(({ type }) => type).join() === acknowledged.events.join();
      if (!same) {
        lost += 1;
        findings.push(
          broken('command.lost', `${name}: ${JSON.stringify(acknowledged)}, found ${events.length} events`),
        );
      }
    } else if (newest === 'unavailable') {
      if (events.length > 0) findings.push(broken('command.done-though-refused', name));
    } else if (sent > 0 && sentIn === book.life) {
      cutOff += 1;
      if (events.length > 0) cutOffDone += 1;
    }
  }
  return { findings, acknowledged: book.acknowledged.length, lost, cutOff, cutOffDone };
}

/** By content, not by id: what one client said once was entered once. */
export function checkContents(rows: readonly LogRow[]): readonly Finding[] {
  const births = rows.filter(
    ({ type, revision }) => revision === 0 && (type === 'LeadRegistered' || type === 'LeadReceived'),
  );
  return [...grouped(births, ({ data }) => String(data['title']))]
    .filter(([, leads]) => leads.length > 1)
    .map(([title, leads]) =>
      broken('content.doubled', `${title}: ${leads.map(({ stream }) => stream).join()}`),
    );
}
