import { code, longText, matterType as typeCode } from '@jiandu/contracts';
import { commandsOf, type Grant, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks, startClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { refuseMisfit } from './content.ts';
import type { LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();
const clerk: readonly Grant[] = [{ role: 'lead_clerk', relation: 'unit' }];

/** Whether the lead is still to be dealt with, after its registration. */
export function refuseUnlessOpen({ status }: LeadState): Refusal | undefined {
  if (status === 'lead_received') return refuse('lead.not-registered');
  if (status === 'accepted') return refuse('lead.accepted');
  if (status === 'lead_registered' || status === 'lead_screened') return undefined;
  return refuse('lead.ended', { status });
}

/** The clerk says whether it is for this unit and of what kind; the clocks of S2 §161 and of screening end. */
export const screenLead = command({
  title: { zh: '审查线索', en: 'Screen a lead' },
  law: ['S2 §157-161', 'DOMAIN §2.1'],
  input: z.strictObject({
    result: z.enum(['accept', 'reject', 'task']),
    type: typeCode.optional(),
    subKind: code.optional(),
    department: code.optional(),
    opinion: longText,
  }),
  may: clerk,
  decide(input, state, { id, today, directory, ...context }) {
    const closed = refuseUnlessOpen(state);
    if (closed !== undefined) return closed;
    if (state.status === 'lead_screened') return refuse('screening.done');
    const { type = state.content?.type, subKind = state.content?.subKind } = input;
    const misfit = refuseMisfit({ type, subKind }, state.source, { id, today, directory, ...context });
    if (misfit !== undefined) return misfit;
    const passed = input.result === 'accept';
    if (passed && type === undefined) return refuse('type.missing', { field: 'type' });
    const met = endClocks(state.running, passed ? ['DL-01', 'DL-02', 'DL-53'] : undefined);
    const ground = { type, subject: id, start: today, custody: state.content?.custody ?? false };
    const clocks = passed ? startClocks(['DL-05'], ground, directory) : [];
    return [{ type: 'LeadScreened', data: { ...input, ...clockNews(clocks, met) }, reason: input.opinion }];
  },
});

/** Case administration says no at the gate, with the reason. */
export const rejectLead = command({
  title: { zh: '不予受理', en: 'Reject a lead at the gate' },
  law: ['S2 §157-161', 'DOMAIN §2.1'],
  input: z.strictObject({ opinion: longText }),
  may: [{ role: 'case_admin', relation: 'unit' }],
  decide({ opinion }, state) {
    const closed = refuseUnlessOpen(state);
    if (closed !== undefined) return closed;
    const met = endClocks(state.running);
    return [{ type: 'LeadNotAccepted', data: { opinion, ...clockNews([], met) }, reason: opinion }];
  },
});
