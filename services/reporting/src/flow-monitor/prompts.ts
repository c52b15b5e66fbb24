import { addDays, isOverdue } from '@jiandu/clocks';
import { code, localDate, longText, shortText } from '@jiandu/contracts';
import { commandsOf, type LocalDate } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { noticeClock } from './notice-clock.ts';
import type { Flow, FlowFact, FlowMonitor } from './state.ts';

const command = commandsOf<FlowMonitor, FlowFact>();
const caseAdministration = [{ role: 'case_admin', relation: 'unit' }] as const;

/** A second prompt of the same kind within so many days becomes a notice (DOMAIN §5.2). */
const REPEATED_WITHIN_DAYS = 30;

function nextFlow({ flows }: FlowMonitor): string {
  return `F-${flows.length + 1}`;
}

function promptedLately({ flows }: FlowMonitor, check: string, on: LocalDate): Flow | undefined {
  return flows.findLast(
    (each) => each.kind === 'prompt' && each.check === check && addDays(each.on, REPEATED_WITHIN_DAYS) >= on,
  );
}

/** A notice about the same whose time to answer is over. */
function leftUnanswered({ flows }: FlowMonitor, check: string, on: LocalDate): Flow | undefined {
  return flows.find(
    ({ kind, due, answeredOn, ...each }) =>
      kind === 'notice' &&
      each.check === check &&
      answeredOn === undefined &&
      due !== undefined &&
      isOverdue(due, on),
  );
}

const said = {
  check: code.meta({ description: '监控事项，如 report_not_uploaded / What was checked' }),
  law: shortText.optional(),
  content: longText,
};

/** What case administration says: a word first, a notice when it is repeated, to the chief when it is ignored. */
export const promptCommands = {
  promptFlowMonitor: command({
    title: { zh: '口头提示', en: 'Prompt by word of mouth' },
    law: ['S2 §665', 'S5 §112', 'S6 §118'],
    may: caseAdministration,
    input: z.strictObject({ ...said, promptedOn: localDate.optional() }),
    decide: ({ check, law, content, promptedOn }, state, { today, id }) => {
      const on = promptedOn ?? today;
      const before = promptedLately(state, check, on);
      if (before !== undefined) {
        return refuse('flow.prompted-before', { flow: before.flow, on: before.on, field: 'check' });
      }
      const { unit, handler } = state;
      const flow = nextFlow(state);
      return [
        {
          type: 'FlowMonitorPrompted',
          occurredOn: on,
          data: {
            flow,
            matter: id,
            unit,
            check,
            content,
            promptedOn: on,
            ...(law === undefined ? {} : { law }),
            ...(handler === undefined ? {} : { handler }),
          },
        },
      ];
    },
  }),
  issueFlowNotice: command({
    title: { zh: '制发流程监控通知书', en: 'Issue a flow-monitoring notice' },
    law: ['S2 §665', 'S5 §112', 'S6 §118'],
    may: caseAdministration,
    input: z.strictObject({
      ...said,
      toChief: z.boolean().default(false).meta({ description: '同时报检察长 / Also reported to the chief' }),
      issuedOn: localDate.optional(),
    }),
    decide: ({ check, law, content, toChief, issuedOn }, state, { today, id, directory }) => {
      const on = issuedOn ?? today;
      const ignored = leftUnanswered(state, check, on);
      if (ignored !== undefined && !toChief) {
        return refuse('flow.report-needed', { flow: ignored.flow, field: 'toChief' });
      }
      const { unit, handler } = state;
      const flow = nextFlow(state);
      return [
        {
          type: 'FlowMonitorNoticeIssued',
          occurredOn: on,
          data: {
            flow,
            matter: id,
            unit,
            check,
            content,
            issuedOn: on,
            toChief,
            clocks: noticeClock(flow, on, directory),
            ...(law === undefined ? {} : { law }),
            ...(handler === undefined ? {} : { handler }),
          },
        },
      ];
    },
  }),
};
