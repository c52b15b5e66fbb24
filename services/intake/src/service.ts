import { intakeEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { lead } from './lead/lead.ts';
import { matter } from './matter/matter.ts';
import { numberSeries } from './number-series/series.ts';
import { absorbLeadWhenMerged } from './policies/absorb-lead-when-merged.ts';
import { assignHandlerWhenAccepted } from './policies/assign-handler-when-accepted.ts';
import { noteEndWhenMatterEnds } from './policies/note-end-when-matter-ends.ts';
import { noteHandlersOnLead } from './policies/note-handlers-on-lead.ts';
import { numberMatterWhenLeadAccepted } from './policies/number-matter-when-lead-accepted.ts';
import { openMatterWhenNumbered } from './policies/open-matter-when-numbered.ts';
import { redrawHandlerWhenConflicted } from './policies/redraw-handler-when-conflicted.ts';
import { takeOverLeadWhenTransferred } from './policies/take-over-lead-when-transferred.ts';
import { voidNumberWhenMatterVoided } from './policies/void-number-when-matter-voided.ts';
import { leadQuery } from './queries/lead.ts';
import { leadPoolQuery } from './queries/lead-pool.ts';
import { matterQuery } from './queries/matter.ts';
import { numberSeriesListQuery, numberSeriesQuery } from './queries/number-series.ts';
import { reporterQuery } from './queries/reporter.ts';
import { intakeRefusals } from './refusals.ts';
import { flagDuplicates } from './timers/flag-duplicates.ts';
import { duplicateCandidates } from './views/duplicate-candidates.ts';
import { leadPool } from './views/lead-pool.ts';
import { matterIntake } from './views/matter-intake.ts';
import { numberSeriesView } from './views/number-series.ts';
import { reporters } from './views/reporters.ts';

/** 线索受理: leads, duplicates, screening, the single gate with its numbers, significance, filing, assignment, recusal. */
export const intake = defineService({
  name: 'intake',
  title: { zh: '线索受理', en: 'Intake' },
  events: intakeEvents,
  aggregates: [lead, numberSeries, matter],
  policies: [
    numberMatterWhenLeadAccepted,
    openMatterWhenNumbered,
    assignHandlerWhenAccepted,
    noteHandlersOnLead,
    redrawHandlerWhenConflicted,
    voidNumberWhenMatterVoided,
    noteEndWhenMatterEnds,
    absorbLeadWhenMerged,
    takeOverLeadWhenTransferred,
  ],
  timers: [flagDuplicates],
  views: [leadPool, reporters, duplicateCandidates, numberSeriesView, matterIntake],
  queries: [leadPoolQuery, leadQuery, reporterQuery, numberSeriesListQuery, numberSeriesQuery, matterQuery],
  refusals: intakeRefusals,
});
