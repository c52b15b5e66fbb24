import { defineAggregate } from '@jiandu/eventing';
import { answerCommands } from './answers.ts';
import { openingCommands } from './opening.ts';
import { promptCommands } from './prompts.ts';
import { evolve, type FlowFact, type FlowMonitor, notMonitored } from './state.ts';

/** What case administration sees of the procedure of one matter, and says about it (流程监控). */
export const flowMonitor = defineAggregate<FlowMonitor, FlowFact>({
  name: 'flowMonitor',
  route: 'flow-monitoring',
  title: { zh: '流程监控', en: 'Flow monitoring' },
  initial: notMonitored,
  evolve,
  resource: ({ unit, type, department, secrecy, accessList, handler, assistants }) => ({
    unit,
    type,
    department,
    secrecy,
    accessList,
    handlers: [...(handler === undefined ? [] : [handler]), ...assistants].map(({ person }) => person),
  }),
  commands: { ...openingCommands, ...promptCommands, ...answerCommands },
});
