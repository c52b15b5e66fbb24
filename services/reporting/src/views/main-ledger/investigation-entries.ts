import { daysBetween } from '@jiandu/clocks';
import type {
  IssueClosed,
  IssueTransferred,
  PeriodExclusionEnded,
  ReviewReportSubmitted,
} from '@jiandu/contracts';
import { type Entry, entry } from './entry.ts';

/** What the events of investigation write into the ledger. */
export const investigationEntries: Readonly<Record<string, Entry>> = {
  InvestigationPlanApproved: entry(() => ({})),
  OnSiteStarted: entry(() => ({})),
  InvestigativeMeasureTaken: entry((row) => ({ measures: row.measures + 1 })),
  ReviewReportSubmitted: entry<ReviewReportSubmitted['data']>((_row, { submittedOn }) => ({
    reportOn: submittedOn,
  })),
  ReviewReportReturned: entry(() => ({ reportOn: null })),
  PeriodExtended: entry((row) => ({ extensions: row.extensions + 1 })),
  PeriodExclusionEnded: entry<PeriodExclusionEnded['data']>((row, { from, to }) => ({
    excludedDays: row.excludedDays + daysBetween(from, to),
  })),
  IssueFound: entry((row) => ({ issues: row.issues + 1 })),
  IssueOverdue: entry(() => ({})),
  // A transferred issue is closed as such later on; it counts once, when it leaves.
  IssueClosed: entry<IssueClosed['data']>((row, { result }) => ({
    issuesClosed: row.issuesClosed + (result === 'transferred' ? 0 : 1),
  })),
  IssueTransferred: entry<IssueTransferred['data']>((row, { lead, secrecy }) => ({
    issuesClosed: row.issuesClosed + 1,
    // A restricted lead must not be found by its number from here (DOMAIN §4.5).
    related: secrecy === 'restricted' ? row.related : [...row.related, lead],
  })),
};
