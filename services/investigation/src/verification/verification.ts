import { defineAggregate } from '@jiandu/eventing';
import { closingCommands } from './closing.ts';
import { correctionCommands } from './corrections.ts';
import { evolve } from './evolve.ts';
import type { VerificationFact } from './facts.ts';
import { findingCommands } from './finding.ts';
import { measureCommands } from './measures.ts';
import { openingCommands } from './opening.ts';
import { periodCommands } from './periods.ts';
import { planCommands } from './plan.ts';
import { reportCommands } from './reports.ts';
import { teamOf, type VerificationState } from './state.ts';

/** Fact finding in one filed matter: plan, measures, issues, periods, report. Its id is the matter's number. */
export const verification = defineAggregate<VerificationState, VerificationFact>({
  name: 'verification',
  route: 'matters',
  title: { zh: '调查核实', en: 'Verification' },
  initial: undefined,
  evolve,
  resource(state) {
    if (state === undefined) return { unit: '' };
    const { unit, type, department, secrecy, accessList } = state.profile;
    const access = accessList === undefined ? {} : { accessList };
    return { unit, type, department, secrecy, handlers: [...teamOf(state)], ...access };
  },
  commands: {
    ...openingCommands,
    ...planCommands,
    ...measureCommands,
    ...findingCommands,
    ...correctionCommands,
    ...closingCommands,
    ...periodCommands,
    ...reportCommands,
  },
});
