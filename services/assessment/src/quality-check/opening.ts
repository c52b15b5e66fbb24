import { handlingGroup, localDate, matterProfile, personId } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { onDay, type QualityCheck, type QualityCheckFact, type QualityCheckState } from './state.ts';

const command = commandsOf<QualityCheckState, QualityCheckFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

function handlersChanged({
  handler,
  assistants,
  suspended,
}: Pick<QualityCheck, 'handler' | 'assistants' | 'suspended'>): QualityCheckFact {
  return { type: 'QualityCheckHandlersChanged', data: { handler, assistants, suspended } };
}

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
    title: { zh: '变更承办人', en: 'Change handlers' },
    law: ['DOMAIN §10(4)'],
    input: z.strictObject(handlingGroup),
    decide({ handler, assistants }, state) {
      if (state === undefined) return refuse('quality-check.not-open');
      const stay = new Set([handler, ...assistants].map((each) => each.person));
      const suspended = state.suspended.filter((each) => stay.has(each));
      return [handlersChanged({ handler, assistants, suspended })];
    },
  }),

  suspendHandler: command({
    ...bySystem,
    title: { zh: '暂停承办人履职', en: 'Suspend a handler' },
    law: ['S5 §14', 'S6 §15', 'DOMAIN §4.4'],
    input: z.strictObject({ person: personId }),
    decide({ person }, state) {
      if (state === undefined) return refuse('quality-check.not-open');
      if (state.suspended.includes(person)) return [];
      return [handlersChanged({ ...state, suspended: [...state.suspended, person] })];
    },
  }),

  resumeHandler: command({
    ...bySystem,
    title: { zh: '恢复承办人履职', en: 'Let a handler resume' },
    law: ['S5 §17', 'DOMAIN §4.4'],
    input: z.strictObject({ person: personId }),
    decide({ person }, state) {
      if (state === undefined) return refuse('quality-check.not-open');
      if (!state.suspended.includes(person)) return [];
      return [handlersChanged({ ...state, suspended: state.suspended.filter((each) => each !== person) })];
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
