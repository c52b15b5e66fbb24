import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const role = code;
const date = z.iso.date();
const clockId = z.string().regex(/^DL-\d{2}$/);

/** F found in law or practice, T taken from an official template, O default of the platform. */
const tag = z.enum(['F', 'T', 'O']);
const rests = { source: z.string().min(1), tag };

/** How an answer to an instrument is judged before the matter may be concluded. */
export const replyAssessmentMode = z.enum([
  /** By the handler, as a judgement of its own (DL-58). */
  'required',
  /** In the review report that follows. */
  'in-report',
  /** By the document that the body sends: its decision speaks for itself. */
  'by-document',
  /** Issue by issue, when each is closed. */
  'by-issue',
  'none',
]);

/** A kind of instrument as a type uses it. */
export const instrumentKind = z.strictObject({
  kind: code,
  /** 文种代字 of the printed number. */
  word: z.string().regex(/^\p{Script=Han}{1,6}$/u),
  title: bilingual,
  /** Roles or bodies that may decide on it, the usual one first. */
  decidedBy: z.array(z.enum(['prosecutor', 'chief', 'committee'])).min(1),
  /** The handler issues it himself, without a decision of anybody else. */
  byHandler: z.boolean(),
  /** The clock that service starts; a date fixed in the instrument wins over its length. */
  replyClock: z.exactOptional(z.strictObject({ clock: clockId, variant: z.exactOptional(z.string()) })),
  replyAssessment: replyAssessmentMode,
  /** Must be filed with the superior unit (DL-25). */
  recordFiling: z.boolean(),
  /** What the addressee may ask for. */
  remedy: z.exactOptional(z.enum(['re_examination', 'reconsideration'])),
  /** The review report must be there before it is decided on. */
  reportFirst: z.boolean(),
  evidenceEnclosed: z.exactOptional(z.literal(true)),
  law: z.string().min(1),
  tag,
  note: z.exactOptional(z.string()),
});
export type InstrumentKind = z.output<typeof instrumentKind>;

/** What must hold before a matter may be concluded. */
export const concludingCondition = z.enum([
  'report-submitted',
  'instruments-answered',
  'assessments-done',
  'issues-settled',
  'parties-told',
  'effect-or-reason',
  'visited-when-severe',
  'police-decision-received',
]);
export type ConcludingCondition = z.output<typeof concludingCondition>;

const issueGrade = z.enum(['slight', 'violation', 'hazard', 'crime_lead']);
const issueRule = z.strictObject({
  response: z.enum(['oral_correction', 'written_correction', 'recommendation', 'transfer']),
  clock: z.exactOptional(clockId),
  instrument: z.exactOptional(code),
  secrecy: z.exactOptional(z.literal('restricted')),
  law: z.string().min(1),
});

/** A type of matter: everything in which it differs from the others, as data. */
export const matterTypeData = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  title: bilingual,
  function: z.enum(['criminal', 'civil', 'administrative', 'public_interest']),
  line: code,
  /** Competent departments, the usual one first; `business` is the combined one of small units. */
  departments: z.array(code).min(1),
  shape: z.enum(['violation', 'hand-over', 'opinion', 'inspection', 'batch', 'recommendation']),
  basis: z.array(z.string()).min(1),
  /** From when: in the units of the pilot, and in all. */
  scope: z.strictObject({ pilotFrom: date, from: date, tag }),
  subKinds: z.array(z.strictObject({ code, title: bilingual })),
  /** Sources of leads that may become such a matter; who screens and accepts stands with the source. */
  sources: z.array(code).min(1),
  major: z.strictObject({
    /** Every matter of this type is major: nothing is scored. */
    byKind: z.boolean(),
    hints: z.array(bilingual),
    ...rests,
  }),
  filing: z.strictObject({
    review: z.enum(['required', 'optional', 'none']),
    reviewer: role,
    approver: role,
    plan: z.enum(['separate', 'with-filing', 'optional']),
    planApprover: role,
    planBeforeMeasures: z.boolean(),
    ...rests,
  }),
  measures: z.strictObject({ permitted: z.array(code).min(1), twoPersons: z.boolean(), law: z.string() }),
  instruments: z.array(instrumentKind).min(1),
  report: z.strictObject({
    kind: z.enum(['review', 'inspection']),
    before: z.enum(['decision', 'conclusion']),
    ...rests,
  }),
  jointConference: z.strictObject({ required: z.boolean(), chair: role }),
  /** Who agrees with the handler's judgement of a reply, where somebody must. */
  replyAssessmentConfirmedBy: z.enum(['none', 'dept_head']),
  issues: z.strictObject({
    tracked: z.boolean(),
    byGrade: z.exactOptional(z.record(issueGrade, issueRule)),
    /** The grade a slight issue gets when its oral correction is not acted on in time. */
    overdueBecomes: z.exactOptional(issueGrade),
  }),
  /** The clock that runs after the body has acted, until it must be looked at again. */
  follow: z.exactOptional(
    z.strictObject({ clock: clockId, startsWith: z.literal('decision_document'), ...rests }),
  ),
  conclusion: z.strictObject({
    by: z.array(role).min(1),
    proposer: z.literal('handler'),
    conditions: z.array(concludingCondition).min(1),
    results: z.array(z.strictObject({ code, title: bilingual, effectRequired: z.boolean() })).min(1),
    ...rests,
  }),
  partiesTold: z.strictObject({
    when: z.enum(['complainant', 'never']),
    about: z.enum(['outcome']),
    clock: z.exactOptional(clockId),
    ...rests,
  }),
  dossier: z.strictObject({
    /** The check is an act of its own; otherwise it is made when the dossier is handed to the archive. */
    separateCheck: z.boolean(),
    checkedBy: z.array(role).min(1),
    archivedBy: z.array(role).min(1),
    selfCheckFirst: z.boolean(),
    retention: z.enum(['permanent', 'long', 'short']),
    required: z.array(code).min(1),
    ...rests,
  }),
  simple: z.discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(false) }),
    z.strictObject({
      allowed: z.literal(true),
      minScore: z.int(),
      maxScore: z.int(),
      /** Days from acceptance to the instrument. */
      withinDays: z.int(),
      filingBy: role,
      extension: z.boolean(),
      ...rests,
    }),
  ]),
  inspection: z.strictObject({
    onSite: z.boolean(),
    minimumTeam: z.exactOptional(z.int()),
    residentStaffRecuse: z.exactOptional(z.boolean()),
  }),
});

/** A type of matter of one catalogue version. */
export type MatterType = z.output<typeof matterTypeData>;

/** The kind of instrument of a type, when the type knows it. */
export function instrumentKindOf(type: MatterType, kind: string): InstrumentKind | undefined {
  return type.instruments.find((each) => each.kind === kind);
}
