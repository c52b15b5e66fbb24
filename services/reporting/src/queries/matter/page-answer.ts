import {
  effect,
  issueGrade,
  issueResponse,
  matterProfile,
  provenance,
  significanceAssessed,
  staffMember,
  supervisedBody,
} from '@jiandu/contracts';
import { z } from 'zod';
import { clockShown } from './clock-shown.ts';

const day = z.string();
const maybeDay = day.optional();
const text = z.string();
const maybeText = text.optional();
const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

const issue = z.strictObject({
  issue: text,
  grade: issueGrade,
  response: issueResponse,
  title: text,
  clause: text,
  body: supervisedBody,
  foundOn: day,
  status: text,
  oralCorrectionOn: maybeDay,
  overdueSince: maybeDay,
  confirmedOn: maybeDay,
  corrected: z.boolean().optional(),
  transferredTo: maybeText,
  closedOn: maybeDay,
  result: maybeText,
});

const instrument = z.strictObject({
  instrument: text,
  kind: text,
  title: text,
  addressee: supervisedBody,
  issues: list(text),
  severity: text,
  status: text,
  decision: maybeText,
  printedNumber: maybeText,
  issuedOn: maybeDay,
  servedOn: maybeDay,
  method: maybeText,
  replyBy: maybeDay,
  replyClock: maybeText,
  overdueSince: maybeDay,
  urgedOn: maybeDay,
  filedWithSuperior: z.strictObject({ superior: text, on: day }).optional(),
  copiedTo: list(text).optional(),
  reExamination: z
    .strictObject({
      remedy: text,
      requestedOn: day,
      examiner: staffMember.optional(),
      outcome: maybeText,
      notifiedOn: maybeDay,
    })
    .optional(),
  revokedOn: maybeDay,
  replies: list(text),
});

const reply = z.strictObject({
  reply: text,
  instruments: list(text),
  kind: text,
  from: supervisedBody,
  receivedOn: day,
  content: text,
  adoption: maybeText,
  assessedOn: maybeDay,
  confirmed: z.boolean().optional(),
});

const escalation = z.strictObject({
  escalation: text,
  superior: text,
  ground: text,
  instruments: list(text),
  escalatedOn: day,
  acceptedOn: maybeDay,
  reviewer: staffMember.optional(),
  outcome: maybeText,
  decidedOn: maybeDay,
  notified: z.strictObject({ body: text, on: day }).optional(),
});

const people = z.strictObject({
  handler: staffMember.optional(),
  assistants: list(staffMember),
  method: maybeText,
  seed: maybeText,
  candidates: z.int().optional(),
  suspended: list(text),
  recusals: list(z.strictObject({ recusal: text, challenged: text, granted: z.boolean().optional() })),
  reviewedBy: maybeText,
  approvedBy: maybeText,
  concludedBy: maybeText,
});

const act = z.strictObject({
  act: text,
  on: day,
  what: text,
  by: list(text).optional(),
  subject: maybeText,
});

const flow = z.strictObject({ flow: text, kind: text, check: text, on: day, answeredOn: maybeDay });

/** The page of a matter as it is answered. */
export const pageAnswer = z.strictObject({
  etag: text,
  number: text,
  unit: text,
  type: text,
  department: text,
  handlers: list(text),
  escalatedTo: text.nullable(),
  sharedWith: list(text),
  secrecy: text,
  accessList: list(text),
  status: text,
  statusTitle: z.strictObject({ zh: text, en: text }),
  statusSince: day,
  acceptedOn: day.nullable(),
  nextDue: day.nullable(),
  card: matterProfile.extend({ provenance }).optional(),
  days: z.strictObject({
    accepted: maybeDay,
    filed: maybeDay,
    reported: maybeDay,
    concluded: maybeDay,
    closed: maybeDay,
    archived: maybeDay,
    terminated: maybeDay,
  }),
  significance: significanceAssessed.schema.extend({ on: day }).optional(),
  filingBasis: maybeText,
  people,
  plan: z.strictObject({ aim: text, measures: list(text), approvedOn: day }).optional(),
  acts: list(act),
  issues: list(issue),
  instruments: list(instrument),
  replies: list(reply),
  escalations: list(escalation),
  result: maybeText,
  effect: effect.optional(),
  quality: z.strictObject({ scheme: maybeText, selfCheck: maybeText, grade: maybeText }),
  flow: list(flow),
  clocks: list(clockShown),
  links: list(z.strictObject({ kind: text, id: text, issue: maybeText })),
  revisions: z
    .record(text, z.int())
    .readonly()
    .meta({ description: '各服务中的版本，供 If-Match / Revision in each service, for If-Match' }),
  position: z.int(),
});
export type PageShown = z.input<typeof pageAnswer>;
