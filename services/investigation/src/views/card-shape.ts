import {
  handlingGroup,
  instrumentRef,
  investigationPlan,
  investigativeMeasureTaken,
  issueClosed,
  issueFound,
  issueTransferred,
  localDate,
  matterProfile,
  measureRefused,
  onSiteStarted,
  periodExclusionEnded,
  periodExclusionStarted,
  periodExtended,
  personId,
  reviewReportSubmitted,
  unitCode,
} from '@jiandu/contracts';
import { z } from 'zod';

const noClocks = { clocks: true, clocksMet: true } as const;
const measure = investigativeMeasureTaken.schema.omit({ ...noClocks, heard: true }).extend({
  finding: z.string().optional(),
  heard: z.strictObject({ count: z.int(), kinds: z.array(z.string()).readonly() }).optional(),
});
const issue = issueFound.schema.omit(noClocks).extend({
  oralDue: localDate.optional(),
  overdueSince: localDate.optional(),
  instruments: z
    .array(z.strictObject({ instrument: instrumentRef, kind: z.string(), issuedOn: localDate }))
    .readonly(),
  servedOn: localDate.optional(),
  answered: z.boolean().optional(),
  seenCorrected: z.boolean().optional(),
  transferred: issueTransferred.schema.omit({ ...noClocks, issue: true }).optional(),
  closed: issueClosed.schema.omit({ ...noClocks, issue: true }).optional(),
});
const exclusion = periodExclusionStarted.schema.omit(noClocks).extend({
  to: localDate.optional(),
  dueAfter: localDate.optional(),
  proof: periodExclusionEnded.schema.shape.proof,
});
const report = reviewReportSubmitted.schema.omit(noClocks).extend({
  facts: z.string().optional(),
  law: z.string().optional(),
  proposal: z.string().optional(),
  standing: z.enum(['submitted', 'returned']),
  returnedWith: z.string().optional(),
});

/** What investigation knows of a matter. Names of those heard are not in it. */
export const verificationCard = z.strictObject({
  id: z.string(),
  revision: z.int(),
  profile: matterProfile,
  ...handlingGroup,
  suspended: z.array(personId).readonly(),
  filedOn: localDate,
  escalatedTo: unitCode.optional(),
  plan: investigationPlan.extend({ aim: z.string().optional() }).optional(),
  onSite: onSiteStarted.schema.omit(noClocks).optional(),
  measures: z.array(measure).readonly(),
  refusedMeasures: z
    .array(measureRefused.schema.omit(noClocks).extend({ ground: z.string().optional() }))
    .readonly(),
  issues: z.array(issue).readonly(),
  extensions: z.array(periodExtended.schema.omit(noClocks)).readonly(),
  exclusions: z.array(exclusion).readonly(),
  reports: z.array(report).readonly(),
  closed: z
    .strictObject({ ground: z.enum(['concluded', 'terminated', 'voided']), endedOn: localDate })
    .optional(),
});
export type VerificationCard = z.output<typeof verificationCard>;
