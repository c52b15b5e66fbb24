import { issueEvents } from './investigation/issues.ts';
import {
  investigationPlanApproved,
  investigativeMeasureTaken,
  measureRefused,
  onSiteStarted,
  periodExclusionEnded,
  periodExclusionStarted,
  periodExtended,
  reviewReportReturned,
  reviewReportSubmitted,
  verificationClosed,
  verificationHandlersChanged,
  verificationOpened,
} from './investigation/verification.ts';

export * from './investigation/issues.ts';
export * from './investigation/plan.ts';
export * from './investigation/verification.ts';

/** Events of investigation. */
export const investigationEvents = [
  verificationOpened,
  investigationPlanApproved,
  onSiteStarted,
  investigativeMeasureTaken,
  measureRefused,
  ...issueEvents,
  periodExtended,
  periodExclusionStarted,
  periodExclusionEnded,
  reviewReportSubmitted,
  reviewReportReturned,
  verificationHandlersChanged,
  verificationClosed,
] as const;
