import type {
  InvestigationPlanApproved,
  InvestigativeMeasureTaken,
  IssueClosed,
  IssueCorrectionConfirmed,
  IssueFound,
  IssueOverdue,
  IssueTransferred,
  MeasureRefused,
  OnSiteStarted,
  PeriodExclusionEnded,
  PeriodExtended,
  ReviewReportSubmitted,
} from '@jiandu/contracts';
import { changed, type Edit, edit } from './edit.ts';
import type { MatterPage, PageAct, PageIssue } from './shape.ts';

function act(page: MatterPage, next: PageAct): Partial<MatterPage> {
  return { acts: [...page.acts, next] };
}

function issueChanged(page: MatterPage, issue: string, change: Partial<PageIssue>): Partial<MatterPage> {
  return { issues: changed(page.issues, 'issue', [issue], () => change) };
}

/** What the events of investigation say on the page. */
export const investigationEdits: Readonly<Record<string, Edit>> = {
  InvestigationPlanApproved: edit<InvestigationPlanApproved['data']>((_page, { plan }, event) => ({
    plan: { aim: plan.aim, measures: plan.measures, approvedOn: event.metadata.occurredOn },
  })),
  OnSiteStarted: edit<OnSiteStarted['data']>((page, { startedOn, place, team }) =>
    act(page, { act: 'on_site_started', on: startedOn, what: place, by: team.map(({ name }) => name) }),
  ),
  InvestigativeMeasureTaken: edit<InvestigativeMeasureTaken['data']>((page, data) =>
    act(page, {
      act: 'measure_taken',
      on: data.takenOn,
      what: data.kind,
      by: data.persons.map(({ name }) => name),
      subject: data.measure,
    }),
  ),
  MeasureRefused: edit<MeasureRefused['data']>((page, { kind, refusedOn, body }) =>
    act(page, { act: 'measure_refused', on: refusedOn, what: kind, by: [body.name] }),
  ),
  PeriodExtended: edit<PeriodExtended['data']>((page, { clock, subject, dueAfter }, event) =>
    act(page, {
      act: 'period_extended',
      on: event.metadata.occurredOn,
      what: `${clock} → ${dueAfter}`,
      subject,
    }),
  ),
  PeriodExclusionEnded: edit<PeriodExclusionEnded['data']>((page, { clock, subject, from, to }) =>
    act(page, { act: 'period_excluded', on: to, what: `${clock} ${from}–${to}`, subject }),
  ),
  ReviewReportSubmitted: edit<ReviewReportSubmitted['data']>((page, { submittedOn, conclusion, report }) => ({
    ...act(page, { act: 'report_submitted', on: submittedOn, what: conclusion, subject: report }),
    days: { ...page.days, reported: submittedOn },
  })),
  IssueFound: edit<IssueFound['data']>((page, data) => ({
    issues: [
      ...page.issues,
      {
        issue: data.issue,
        grade: data.grade,
        response: data.response,
        title: data.title,
        clause: data.clause,
        body: data.body,
        foundOn: data.foundOn,
        oralCorrectionOn: data.oralCorrection?.givenOn,
        status: 'investigating',
      },
    ],
  })),
  IssueOverdue: edit<IssueOverdue['data']>((page, { issue, since }) =>
    issueChanged(page, issue, { overdueSince: since }),
  ),
  IssueCorrectionConfirmed: edit<IssueCorrectionConfirmed['data']>((page, data) =>
    issueChanged(page, data.issue, { confirmedOn: data.confirmedOn, corrected: data.corrected }),
  ),
  IssueTransferred: edit<IssueTransferred['data']>((page, { issue, lead, transferredOn, secrecy }) => {
    // A restricted lead must not be found by its number from here (DOMAIN §4.5).
    const transferredTo = secrecy === 'restricted' ? undefined : lead;
    return {
      ...issueChanged(page, issue, { transferredTo, closedOn: transferredOn, result: 'transferred' }),
      links:
        transferredTo === undefined ? page.links : [...page.links, { kind: 'transferred', id: lead, issue }],
    };
  }),
  IssueClosed: edit<IssueClosed['data']>((page, { issue, closedOn, result }) =>
    issueChanged(page, issue, { closedOn, result }),
  ),
};
