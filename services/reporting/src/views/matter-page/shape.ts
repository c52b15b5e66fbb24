import type { FoldedClock } from '@jiandu/clocks';
import type {
  IssueFound,
  MatterConcluded,
  MatterProfile,
  Provenance,
  SignificanceAssessed,
  StaffMember,
  SupervisedBody,
} from '@jiandu/contracts';
import type { Doc, LocalDate, Position } from '@jiandu/eventing';
import { noStanding, type Standing } from '../../standing.ts';

/** One finding with its end. */
export interface PageIssue {
  readonly issue: string;
  readonly grade: IssueFound['data']['grade'];
  readonly response: IssueFound['data']['response'];
  readonly title: string;
  readonly clause: string;
  readonly body: SupervisedBody;
  readonly foundOn: LocalDate;
  readonly status: string;
  readonly oralCorrectionOn?: LocalDate | undefined;
  readonly overdueSince?: LocalDate | undefined;
  readonly confirmedOn?: LocalDate | undefined;
  readonly corrected?: boolean | undefined;
  readonly transferredTo?: string | undefined;
  readonly closedOn?: LocalDate | undefined;
  readonly result?: string | undefined;
}

/** One instrument from the decision to what became of it. */
export interface PageInstrument {
  readonly instrument: string;
  readonly kind: string;
  readonly title: string;
  readonly addressee: SupervisedBody;
  readonly issues: readonly string[];
  readonly severity: string;
  readonly status: string;
  readonly decision?: string | undefined;
  readonly printedNumber?: string | undefined;
  readonly issuedOn?: LocalDate | undefined;
  readonly servedOn?: LocalDate | undefined;
  readonly method?: string | undefined;
  readonly replyBy?: LocalDate | undefined;
  readonly replyClock?: string | undefined;
  readonly overdueSince?: LocalDate | undefined;
  readonly urgedOn?: LocalDate | undefined;
  readonly filedWithSuperior?: { readonly superior: string; readonly on: LocalDate } | undefined;
  readonly copiedTo?: readonly string[] | undefined;
  readonly reExamination?: PageReExamination | undefined;
  readonly revokedOn?: LocalDate | undefined;
}

export interface PageReExamination {
  readonly remedy: string;
  readonly requestedOn: LocalDate;
  readonly examiner?: StaffMember | undefined;
  readonly outcome?: string | undefined;
  readonly notifiedOn?: LocalDate | undefined;
}

/** One answer of the body and what was thought of it. */
export interface PageReply {
  readonly reply: string;
  readonly instruments: readonly string[];
  readonly kind: string;
  readonly from: SupervisedBody;
  readonly receivedOn: LocalDate;
  readonly content: string;
  readonly adoption?: string | undefined;
  readonly assessedOn?: LocalDate | undefined;
  readonly confirmed?: boolean | undefined;
}

/** The question in the hands of the superior unit. */
export interface PageEscalation {
  readonly escalation: string;
  readonly superior: string;
  readonly ground: string;
  readonly instruments: readonly string[];
  readonly escalatedOn: LocalDate;
  readonly acceptedOn?: LocalDate | undefined;
  readonly reviewer?: StaffMember | undefined;
  readonly outcome?: string | undefined;
  readonly decidedOn?: LocalDate | undefined;
  readonly notified?: { readonly body: string; readonly on: LocalDate } | undefined;
}

/** Something that was done on a day, one line each. */
export interface PageAct {
  readonly act: string;
  readonly on: LocalDate;
  readonly what: string;
  readonly by?: readonly string[] | undefined;
  readonly subject?: string | undefined;
}

/** Everybody the matter names, with the part they play. */
export interface PagePeople {
  readonly handler?: StaffMember | undefined;
  readonly assistants: readonly StaffMember[];
  readonly method?: string | undefined;
  readonly seed?: string | undefined;
  /** How many stood in the draw. */
  readonly candidates?: number | undefined;
  readonly suspended: readonly string[];
  readonly recusals: readonly {
    readonly recusal: string;
    readonly challenged: string;
    readonly granted?: boolean | undefined;
  }[];
  readonly reviewedBy?: string | undefined;
  readonly approvedBy?: string | undefined;
  readonly concludedBy?: string | undefined;
}

/** The days on which the matter passed from one stage to the next. */
export interface PageDays {
  readonly accepted?: LocalDate | undefined;
  readonly filed?: LocalDate | undefined;
  readonly reported?: LocalDate | undefined;
  readonly concluded?: LocalDate | undefined;
  readonly closed?: LocalDate | undefined;
  readonly archived?: LocalDate | undefined;
  readonly terminated?: LocalDate | undefined;
}

/** One matter on one page: everything the house knows of it that belongs to the outer volume. */
export interface MatterPage extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly handlers: readonly string[];
  readonly escalatedTo: string | null;
  readonly sharedWith: readonly string[];
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly status: string;
  /** Legal date of the event that brought the present status. */
  readonly statusSince: LocalDate;
  readonly acceptedOn: LocalDate | null;
  /** The earliest last day of a clock still open. */
  readonly nextDue: LocalDate | null;
  readonly standing: Standing;
  readonly card?: (MatterProfile & { readonly provenance: Provenance }) | undefined;
  readonly days: PageDays;
  readonly significance?: (SignificanceAssessed['data'] & { readonly on: LocalDate }) | undefined;
  readonly filingBasis?: string | undefined;
  readonly people: PagePeople;
  readonly plan?:
    | { readonly aim: string; readonly measures: readonly string[]; readonly approvedOn: LocalDate }
    | undefined;
  readonly acts: readonly PageAct[];
  readonly issues: readonly PageIssue[];
  readonly instruments: readonly PageInstrument[];
  readonly replies: readonly PageReply[];
  readonly escalations: readonly PageEscalation[];
  readonly result?: string | undefined;
  readonly effect?: MatterConcluded['data']['effect'] | undefined;
  readonly quality: {
    readonly scheme?: string | undefined;
    readonly selfCheck?: string | undefined;
    readonly grade?: string | undefined;
  };
  readonly flow: readonly {
    readonly flow: string;
    readonly kind: string;
    readonly check: string;
    readonly on: LocalDate;
    readonly answeredOn?: LocalDate | undefined;
  }[];
  readonly clocks: readonly FoldedClock[];
  readonly links: readonly {
    readonly kind: string;
    readonly id: string;
    readonly issue?: string | undefined;
  }[];
  /** Revision of each service's stream, for `If-Match` on commands there. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Place in the log of the newest event on this page. */
  readonly position: Position;
}

/** A page before its first event; events of different services may come in any order. */
export function emptyPage(id: string): MatterPage {
  return {
    id,
    unit: '',
    type: id.slice(0, 3),
    department: '',
    handlers: [],
    escalatedTo: null,
    sharedWith: [],
    secrecy: 'internal',
    accessList: [],
    status: '',
    statusSince: '',
    acceptedOn: null,
    nextDue: null,
    standing: noStanding,
    days: {},
    people: { assistants: [], suspended: [], recusals: [] },
    acts: [],
    issues: [],
    instruments: [],
    replies: [],
    escalations: [],
    quality: {},
    flow: [],
    clocks: [],
    links: [],
    revisions: {},
    position: 0,
  };
}
