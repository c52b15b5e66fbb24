import { broken, type Finding, grouped } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** "When X happens there, Y happens here", exactly once. */
interface Consequence {
  readonly cause: string;
  readonly effect: string;
  /** Service whose policy acts. */
  readonly service: string;
}

const CONSEQUENCES: readonly Consequence[] = [
  { cause: 'LeadAccepted', effect: 'MatterNumbered', service: 'intake' },
  { cause: 'MatterNumbered', effect: 'MatterAccepted', service: 'intake' },
  { cause: 'MatterAccepted', effect: 'HandlerAssigned', service: 'intake' },
  { cause: 'HandlerAssigned', effect: 'LeadHandlersChanged', service: 'intake' },
  { cause: 'MatterAccepted', effect: 'FlowMonitorOpened', service: 'reporting' },
  { cause: 'HandlerAssigned', effect: 'FlowMonitorHandlersChanged', service: 'reporting' },
  { cause: 'FilingApproved', effect: 'VerificationOpened', service: 'investigation' },
  { cause: 'FilingApproved', effect: 'DisposalOpened', service: 'disposition' },
];

/** What one thing may have happen to it once only, by the fields that tell two happenings apart. */
const ONCE: readonly { readonly type: string; readonly fields: readonly string[] }[] = [
  { type: 'LeadAccepted', fields: [] },
  { type: 'MatterAccepted', fields: [] },
  { type: 'HandlerAssigned', fields: [] },
  { type: 'FilingApproved', fields: [] },
  { type: 'VerificationOpened', fields: [] },
  { type: 'DisposalOpened', fields: [] },
  { type: 'FlowMonitorOpened', fields: [] },
  { type: 'DeadlineMissed', fields: ['due'] },
  { type: 'DeadlineWarned', fields: ['due', 'daysLeft'] },
  { type: 'LeadDuplicateFlagged', fields: ['of'] },
];

export interface EffectsFound {
  readonly findings: readonly Finding[];
  /** Pairs of cause and effect that were seen. */
  readonly effects: number;
}

/**
 * Every cause has each effect at most once; those up to a service's `handled` position have it, no matter where the process
 * was killed, since a policy's checkpoint moves after its effects.
 */
export function checkEffects(rows: readonly LogRow[], handled: (service: string) => number): EffectsFound {
  const findings: Finding[] = [];
  const byCause = grouped(rows, (row) => row.metadata.causationId);
  let effects = 0;
  for (const { cause, effect, service } of CONSEQUENCES) {
    const upTo = handled(service);
    for (const event of rows) {
      if (event.type !== cause) continue;
      const count = (byCause.get(event.id) ?? []).filter(({ type }) => type === effect).length;
      effects += count;
      const where = `${cause} at ${event.position} (${event.stream}) has ${count} ${effect}`;
      if (count > 1) findings.push(broken('effect.twice', where));
      if (count === 0 && event.position <= upTo) {
        findings.push(broken('effect.missing', `${where}, ${service} has handled up to ${upTo}`));
      }
    }
  }
  return { findings: [...findings, ...checkOnce(rows)], effects };
}

function checkOnce(rows: readonly LogRow[]): readonly Finding[] {
  return ONCE.flatMap(({ type, fields }) => {
    const events = rows.filter((row) => row.type === type);
    const happenings = grouped(events, ({ stream, data }) =>
      [stream, ...fields.map((field) => data[field])].join(' '),
    );
    return [...happenings]
      .filter(([, same]) => same.length > 1)
      .map(([which, same]) => broken('effect.twice', `${same.length} ${type} in ${which}`));
  });
}
