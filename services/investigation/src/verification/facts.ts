import type {
  InvestigationPlanApproved,
  InvestigativeMeasureTaken,
  IssueClosed,
  IssueCorrectionConfirmed,
  IssueCovered,
  IssueFound,
  IssueOverdue,
  IssueTransferred,
  MeasureRefused,
  OnSiteStarted,
  PeriodExclusionEnded,
  PeriodExclusionStarted,
  PeriodExtended,
  ReviewReportReturned,
  ReviewReportSubmitted,
  VerificationClosed,
  VerificationHandlersChanged,
  VerificationOpened,
} from '@jiandu/contracts';

/** Everything that can have happened to a verification. */
export type VerificationFact =
  | VerificationOpened
  | InvestigationPlanApproved
  | OnSiteStarted
  | InvestigativeMeasureTaken
  | MeasureRefused
  | IssueFound
  | IssueTransferred
  | IssueCovered
  | IssueCorrectionConfirmed
  | IssueOverdue
  | IssueClosed
  | PeriodExtended
  | PeriodExclusionStarted
  | PeriodExclusionEnded
  | ReviewReportSubmitted
  | ReviewReportReturned
  | VerificationHandlersChanged
  | VerificationClosed;

/** The fact with its legal date, where that is not the day of recording. */
export function onDay<F extends VerificationFact>(fact: F, day: string, today: string): F {
  return day === today ? fact : { ...fact, occurredOn: day };
}
