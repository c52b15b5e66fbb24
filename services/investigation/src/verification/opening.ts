import {
  handlingGroup,
  investigationPlan,
  localDate,
  matterProfile,
  personId,
  provenance,
  type VerificationHandlersChanged,
} from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksOfOpening } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { standing } from './admission.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

function handlersChanged({
  handler,
  assistants,
  suspended,
}: Pick<Verification, 'handler' | 'assistants' | 'suspended'>): VerificationHandlersChanged {
  return { type: 'VerificationHandlersChanged', data: { handler, assistants, suspended } };
}

/** Commands that begin and end a verification and say whose it is; given by policies. */
export const openingCommands = {
  openVerification: command({
    ...bySystem,
    title: { zh: '启动调查核实', en: 'Open verification' },
    law: ['S2 §551', 'S3 §13', 'DOMAIN §10(1)'],
    startsStream: true,
    input: z.strictObject({
      profile: matterProfile,
      provenance: provenance.optional(),
      ...handlingGroup,
      filedOn: localDate,
      plan: investigationPlan.optional(),
    }),
    decide(input, state, { id, today, directory }) {
      if (state !== undefined) return refuse('verification.exists');
      const clocks = clocksOfOpening(input.profile, id, input.filedOn, directory);
      const data = clocks.length === 0 ? input : { ...input, clocks };
      return [onDay({ type: 'VerificationOpened', data }, input.filedOn, today)];
    },
  }),

  changeHandlers: command({
    ...bySystem,
    title: { zh: '变更承办人', en: 'Change handlers' },
    law: ['S6 §40', 'DOMAIN §10(4)'],
    input: z.strictObject(handlingGroup),
    decide({ handler, assistants }, state) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const stay = new Set([handler, ...assistants].map((each) => each.person));
      return [
        handlersChanged({ handler, assistants, suspended: open.suspended.filter((each) => stay.has(each)) }),
      ];
    },
  }),

  suspendHandler: command({
    ...bySystem,
    title: { zh: '暂停承办人履职', en: 'Suspend a handler' },
    law: ['S5 §14', 'S6 §15', 'DOMAIN §4.4'],
    input: z.strictObject({ person: personId }),
    decide({ person }, state) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      if (open.suspended.includes(person)) return [];
      return [handlersChanged({ ...open, suspended: [...open.suspended, person] })];
    },
  }),

  resumeHandler: command({
    ...bySystem,
    title: { zh: '恢复承办人履职', en: 'Let a handler resume' },
    law: ['S5 §17', 'DOMAIN §4.4'],
    input: z.strictObject({ person: personId }),
    decide({ person }, state) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      if (!open.suspended.includes(person)) return [];
      return [handlersChanged({ ...open, suspended: open.suspended.filter((each) => each !== person) })];
    },
  }),

  closeVerification: command({
    ...bySystem,
    title: { zh: '终止调查核实', en: 'Close verification' },
    law: ['DOMAIN §3.2'],
    input: z.strictObject({ ground: z.enum(['concluded', 'voided']), endedOn: localDate }),
    decide(data, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      return [onDay({ type: 'VerificationClosed', data }, data.endedOn, today)];
    },
  }),
};
