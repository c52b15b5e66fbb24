import { handlingAfter, handlingChange, handlingGroup, localDate, matterProfile } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { onDay, type QualityCheckFact, type QualityCheckState } from './state.ts';

const command = commandsOf<QualityCheckState, QualityCheckFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

/** Commands that open a quality check and keep it level with its matter; given by policies. */
export const openingCommands = {
  openQualityCheck: command({
    ...bySystem,
    title: { zh: '建立质量检查', en: 'Open a quality check' },
    law: ['S22', 'DOMAIN §0.1(5)'],
    startsStream: true,
    input: z.strictObject({ profile: matterProfile, ...handlingGroup, openedOn: localDate }),
    decide(data, state, { today }) {
      if (state !== undefined) return refuse('quality-check.exists');
      return [onDay({ type: 'QualityCheckOpened', data }, data.openedOn, today)];
    },
  }),

  changeHandlers: command({
    ...bySystem,
    title: { zh: '变更承办人、停止或者恢复履职', en: 'Follow the handlers of the matter' },
    law: ['S5 §14', 'S5 §17', 'S6 §15', 'DOMAIN §4.4', 'DOMAIN §10(4)'],
    input: handlingChange,
    decide(change, state) {
      if (state === undefined) return refuse('quality-check.not-open');
      const data = handlingAfter(state, change);
      return data === undefined ? [] : [{ type: 'QualityCheckHandlersChanged', data }];
    },
  }),

  makeSelfCheckDue: command({
    ...bySystem,
    title: { zh: '办结后启动自查', en: 'Make the self-check due' },
    law: ['S23', 'DOMAIN §2.11 DL-59'],
    input: z.strictObject({ concludedOn: localDate, effectObtained: z.boolean() }),
    decide(input, state, { today }) {
      if (state === undefined) return refuse('quality-check.not-open');
      if (state.concludedOn !== undefined) return [];
      const { handler, assistants } = state;
      const data = { ...input, handler, assistants };
      return [onDay({ type: 'QualityCheckDue', data }, input.concludedOn, today)];
    },
  }),
};
