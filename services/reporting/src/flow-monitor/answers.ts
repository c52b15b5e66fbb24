import { flowRef, localDate, longText } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { NOTICE_CLOCK } from './notice-clock.ts';
import type { FlowFact, FlowMonitor } from './state.ts';

const command = commandsOf<FlowMonitor, FlowFact>();

/** What the handling department says to a notice. */
export const answerCommands = {
  answerFlowNotice: command({
    title: { zh: '答复流程监控通知书', en: 'Answer a flow-monitoring notice' },
    law: ['S2 §665'],
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'dept_head', relation: 'unit' },
      { role: 'case_admin', relation: 'unit' },
    ],
    input: z.strictObject({ flow: flowRef, answer: longText, answeredOn: localDate.optional() }),
    decide: ({ flow, answer, answeredOn }, state, { today }) => {
      const on = answeredOn ?? today;
      const asked = state.flows.find((each) => each.flow === flow);
      if (asked === undefined) return refuse('flow.unknown', { flow, field: 'flow' });
      if (asked.kind === 'prompt') return refuse('flow.no-notice', { flow, field: 'flow' });
      if (asked.answeredOn !== undefined) {
        return refuse('flow.answered', { flow, on: asked.answeredOn, field: 'flow' });
      }
      if (on < asked.on) return refuse('flow.answer-before-notice', { on: asked.on, field: 'answeredOn' });
      const clocksMet = [{ clock: NOTICE_CLOCK, subject: flow }];
      return [
        {
          type: 'FlowMonitorNoticeAnswered',
          occurredOn: on,
          data: { flow, answer, answeredOn: on, clocksMet },
        },
      ];
    },
  }),
};
