import type {
  DecisionMade,
  DisposalOpened,
  EscalatedToSuperior,
  InstrumentIssued,
  IssueTracked,
  MatterTerminated,
  PartyNotifiedNoted,
  ReplyAssessed,
  ReplyReceived,
  ReviewReportNoted,
  StaffMember,
  SuperiorReviewDecided,
} from '@jiandu/contracts';

type Opened = DisposalOpened['data'];

/** What the body made of the opinion (DOMAIN §2.1). */
export type Adoption = ReplyAssessed['data']['adoption'];

/** What the handler's judgement of an answer came to. */
export interface AssessmentRecord {
  readonly adoption: Adoption;
  readonly issues: ReadonlyMap<string, Adoption>;
  readonly confirmation: 'not-needed' | 'waiting' | 'agreed';
}

/** One answer of the body. */
export interface ReplyRecord {
  readonly ref: string;
  readonly kind: ReplyReceived['data']['kind'];
  readonly instruments: readonly string[];
  readonly receivedOn: string;
  readonly assessment?: AssessmentRecord | undefined;
  /** The review report dealt with it (an explanation of reasons, S2 §561). */
  readonly readByReport: boolean;
}

/** A supervision instrument on its way from order to end. */
export interface InstrumentRecord {
  readonly ref: string;
  readonly order: DecisionMade['data']['instruments'][number];
  /** Absent for kinds the handler issues himself. */
  readonly decision?: string;
  readonly orderedOn: string;
  readonly issued?: {
    readonly printedNumber: string;
    readonly on: string;
    readonly replyClock?: InstrumentIssued['data']['replyClock'];
    readonly recordFiling: boolean;
  };
  readonly servedOn?: string;
  readonly filedWithSuperior: boolean;
  /** Day of the last answer of substance, a request to look again included. */
  readonly answeredOn?: string;
  /** Clocks whose passing is on record, with the first day over: `DL-16 2025-05-07`. */
  readonly overdues: readonly string[];
  /** Clock that passed unanswered last, until an answer comes. */
  readonly overdueClock?: string | undefined;
  /** Urged after the last answer or without one, and nothing came since. */
  readonly urgedOn?: string | undefined;
  /** Answers of substance, oldest first. */
  readonly replies: readonly string[];
  readonly reExamination?: 'pending' | 'upheld' | 'amended' | undefined;
  /** What prosecutors found when they last looked for themselves. */
  readonly seenCorrected?: boolean | undefined;
  readonly visited: boolean;
  readonly revokedOn?: string;
}

/** A question taken to the superior unit. */
export interface EscalationRecord {
  readonly ref: string;
  readonly superior: string;
  readonly instruments: readonly string[];
  readonly ground: EscalatedToSuperior['data']['ground'];
  readonly escalatedOn: string;
  readonly acceptedOn?: string;
  readonly reviewer?: string | undefined;
  readonly outcome?: SuperiorReviewDecided['data']['outcome'];
  readonly decidedOn?: string;
  readonly bodysSuperiorToldOn?: string;
}

export interface IssueRecord extends Omit<IssueTracked['data'], 'issue'> {
  readonly settled?: string;
}

export interface OpenClock {
  readonly clock: string;
  readonly subject: string;
  readonly due: string;
}

/** A filed matter in disposition: one stream holds its decisions, instruments, replies and ending. */
export interface Disposal {
  readonly phase: 'open' | 'concluded' | 'closed' | 'archived' | 'terminated';
  readonly profile: Opened['profile'];
  readonly handler: StaffMember;
  readonly assistants: readonly StaffMember[];
  readonly suspended: readonly string[];
  readonly filedOn: string;
  readonly report?: {
    readonly ref: string;
    readonly kind: ReviewReportNoted['data']['kind'];
    readonly author?: string | undefined;
    readonly submittedOn: string;
  };
  readonly decisions: readonly { readonly ref: string; readonly outcome: string; readonly on: string }[];
  readonly instruments: ReadonlyMap<string, InstrumentRecord>;
  readonly replies: ReadonlyMap<string, ReplyRecord>;
  readonly issues: ReadonlyMap<string, IssueRecord>;
  readonly escalations: ReadonlyMap<string, EscalationRecord>;
  readonly partiesTold: readonly PartyNotifiedNoted['data'][];
  readonly openClocks: readonly OpenClock[];
  readonly selfChecked: boolean;
  readonly concludedOn?: string;
  readonly checkedOn?: string;
  readonly terminated?: MatterTerminated['data']['ground'];
}

/** Nothing is known of a matter before it is filed (DOMAIN §10 (1)). */
export type DisposalState = Disposal | 'not-filed';

/** A map with one entry added or replaced. */
export function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

/** A disposal with some of its instruments changed. */
export function withInstruments(
  disposal: Disposal,
  refs: readonly string[],
  change: (instrument: InstrumentRecord) => InstrumentRecord,
): Disposal {
  const instruments = new Map(disposal.instruments);
  for (const ref of refs) {
    const found = instruments.get(ref);
    if (found !== undefined) instruments.set(ref, change(found));
  }
  return { ...disposal, instruments };
}

/** Handlers and assistants of the matter now. */
export function handlersOf({ handler, assistants }: Disposal): readonly string[] {
  return [handler.person, ...assistants.map(({ person }) => person)];
}
