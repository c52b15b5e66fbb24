import { defineAggregate } from '@jiandu/eventing';
import { gradeCommands } from './grade.ts';
import { openingCommands } from './opening.ts';
import { selfCheckCommands } from './self-check.ts';
import { evolve, type QualityCheckFact, type QualityCheckState } from './state.ts';

/** The quality check of one filed matter (每案必检). Its id is the matter's number. */
export const qualityCheck = defineAggregate<QualityCheckState, QualityCheckFact>({
  name: 'qualityCheck',
  route: 'quality-checks',
  title: { zh: '质量检查', en: 'Quality check' },
  initial: undefined,
  evolve,
  resource(state) {
    if (state === undefined) return { unit: '' };
    const { unit, type, department, secrecy, accessList } = state.profile;
    const handlers = [state.handler, ...state.assistants].map((each) => each.person);
    return { unit, type, department, secrecy, handlers, ...(accessList === undefined ? {} : { accessList }) };
  },
  commands: { ...openingCommands, ...selfCheckCommands, ...gradeCommands },
});
