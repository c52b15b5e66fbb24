import { assessmentEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { followHandlersOfMatter } from './policies/follow-handlers-of-matter.ts';
import { makeSelfCheckDueWhenMatterConcluded } from './policies/make-self-check-due-when-matter-concluded.ts';
import { openQualityCheckWhenFilingApproved } from './policies/open-quality-check-when-filing-approved.ts';
import { qualityCheck } from './quality-check/quality-check.ts';
import { qualityCheckQuery } from './queries/quality-check.ts';
import { qualityChecksQuery } from './queries/quality-checks.ts';
import { assessmentRefusals } from './refusals.ts';
import { qualityChecksView } from './views/quality-checks.ts';

/** Assessment: how well a matter was handled, by the handler's own look and by reviewers. */
export const assessment = defineService({
  name: 'assessment',
  title: { zh: '质量检查', en: 'Assessment' },
  events: assessmentEvents,
  aggregates: [qualityCheck],
  policies: [openQualityCheckWhenFilingApproved, followHandlersOfMatter, makeSelfCheckDueWhenMatterConcluded],
  views: [qualityChecksView],
  queries: [qualityCheckQuery, qualityChecksQuery],
  refusals: assessmentRefusals,
});
