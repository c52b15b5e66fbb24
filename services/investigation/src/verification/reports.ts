import { localDate, reviewReportReturned, reviewReportSubmitted } from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { typeInForce } from '../type-rules.ts';
import { admitted, refuseBeforeFiling, refuseOwnMatter } from './admission.ts';
import { endOf } from './clock-states.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const written = reviewReportSubmitted.schema.omit({
  report: true,
  kind: true,
  clocks: true,
  clocksMet: true,
});
const returned = reviewReportReturned.schema.omit({ clocks: true, clocksMet: true });

/** The clocks a report ends: the verification is done (S3 §15). */
const ENDED_BY_REPORT = ['DL-24'];

/** Commands on the report that ends the verification. */
export const reportCommands = {
  submitReviewReport: command({
    title: { zh: '提交审查终结报告', en: 'Submit the review report' },
    law: ['S2 §561', 'S3 §15', 'S17 §6', 'DOMAIN §5.2'],
    input: written.extend({ submittedOn: localDate.optional() }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      if (open.handler.person !== context.actor.person) return refuse('report.not-handler');
      if (open.standingReport !== undefined) return refuse('report.stands', { report: open.standingReport });
      const submittedOn = input.submittedOn ?? context.today;
      const early = refuseBeforeFiling(open, submittedOn, 'submittedOn');
      if (early !== undefined) return early;
      const type = typeInForce(context.directory, open.profile.type);
      if (isRefusal(type)) return type;
      const report = `RR-${open.reportCount + 1}`;
      const { kind } = type.report;
      const met = endOf(
        open.clocks,
        ENDED_BY_REPORT.map((clock) => ({ clock, subject: context.id })),
      );
      const data = { ...input, report, kind, submittedOn, ...met };
      return [onDay({ type: 'ReviewReportSubmitted', data }, submittedOn, context.today)];
    },
  }),

  returnReviewReport: command({
    title: { zh: '退回审查报告', en: 'Return the review report' },
    law: ['S2 §7', 'DOMAIN §4.1'],
    input: z.strictObject(returned.shape),
    may: [
      { role: 'dept_head', relation: 'unit' },
      { role: 'chief', relation: 'unit' },
    ],
    decide({ report, opinion }, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const own = refuseOwnMatter(open, context.actor.person);
      if (own !== undefined) return own;
      if (open.standingReport !== report) return refuse('report.not-standing', { report, field: 'report' });
      const again = open.clocks.filter((each) => each.endedByReport === report).map((each) => each.started);
      const clocks = again.length === 0 ? {} : { clocks: again };
      return [{ type: 'ReviewReportReturned', data: { report, opinion, ...clocks } }];
    },
  }),
};
