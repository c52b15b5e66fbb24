import { investigationEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { closeVerificationWhenMatterEnds } from './policies/close-verification-when-matter-ends.ts';
import { confirmCorrectionWhenBodyActs } from './policies/confirm-correction-when-body-acts.ts';
import { coverIssuesWhenInstrumentIssued } from './policies/cover-issues-when-instrument-issued.ts';
import { followHandlersOfMatter } from './policies/follow-handlers-of-matter.ts';
import { markIssueOverdueWhenDeadlineMissed } from './policies/mark-issue-overdue-when-deadline-missed.ts';
import { markIssueTransferredWhenLeadTransferred } from './policies/mark-issue-transferred-when-lead-transferred.ts';
import { openVerificationWhenFilingApproved } from './policies/open-verification-when-filing-approved.ts';
import { matterQuery } from './queries/matter.ts';
import { investigationRefusals } from './refusals.ts';
import { verification } from './verification/verification.ts';
import { verificationCardView } from './views/verification-card.ts';

/** Investigation: what is found out in a filed matter, how, by whom, and what becomes of each finding. */
export const investigation = defineService({
  name: 'investigation',
  title: { zh: '调查核实', en: 'Investigation' },
  events: investigationEvents,
  aggregates: [verification],
  policies: [
    openVerificationWhenFilingApproved,
    followHandlersOfMatter,
    coverIssuesWhenInstrumentIssued,
    confirmCorrectionWhenBodyActs,
    markIssueOverdueWhenDeadlineMissed,
    markIssueTransferredWhenLeadTransferred,
    closeVerificationWhenMatterEnds,
  ],
  views: [verificationCardView],
  queries: [matterQuery],
  refusals: investigationRefusals,
});
