import {
  handlingAfter,
  handlingChange,
  handlingGroup,
  investigationPlan,
  localDate,
  matterProfile,
  provenance,
} from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksOfOpening } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { standing } from './admission.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

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
    title: { zh: '变更承办人、停止或者恢复履职', en: 'Follow the handlers of the matter' },
    law: ['S6 §40', 'S5 §14', 'S5 §17', 'S6 §15', 'DOMAIN §4.4', 'DOMAIN §10(4)'],
    input: handlingChange,
    decide(change, state) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const data = handlingAfter(open, change);
      return data === undefined ? [] : [{ type: 'VerificationHandlersChanged', data }];
    },
  }),

  closeVerification: command({
    ...bySystem,
    title: { zh: '终止调查核实', en: 'Close verification' },
    law: ['DOMAIN §3.2'],
    input: z.strictObject({ ground: z.enum(['concluded', 'terminated', 'voided']), endedOn: localDate }),
    decide(data, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      return [onDay({ type: 'VerificationClosed', data }, data.endedOn, today)];
    },
  }),
};
