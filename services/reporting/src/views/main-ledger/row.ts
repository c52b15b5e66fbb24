import type { StaffMember } from '@jiandu/contracts';
import type { Doc, LocalDate } from '@jiandu/eventing';
import { noStanding, type Standing } from '../../standing.ts';

/** What the ledger says of one instrument. */
export interface LedgerInstrument {
  readonly instrument: string;
  readonly kind: string;
  readonly title: string;
  readonly printedNumber: string;
  readonly replyClock?: string | undefined;
  readonly servedOn?: LocalDate | undefined;
  readonly replyDue?: LocalDate | undefined;
  /** The first answer, be it a reply or the body's request to look at it again. */
  readonly answeredOn?: LocalDate | undefined;
  /** Calendar days by which that answer came late. */
  readonly daysLate?: number | undefined;
  readonly adoption?: string | undefined;
  /** Outcome of re-examination, or that the opinion was revoked. */
  readonly remedy?: string | undefined;
}

/** One row of the main ledger: the columns of DOMAIN §5.5, derived from events and never typed. */
export interface LedgerRow extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly handlers: readonly string[];
  readonly escalatedTo: string | null;
  readonly sharedWith: readonly string[];
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly status: string;
  readonly standing: Standing;
  readonly line: string;
  readonly function: string;
  readonly lead: string;
  readonly source: string;
  readonly origin: string;
  readonly discoveredOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly score: number | null;
  readonly vetoes: readonly string[];
  readonly track: string;
  readonly filedOn: LocalDate | null;
  readonly approvedBy: string | null;
  readonly handler: StaffMember | null;
  readonly group: readonly string[];
  /** Recusals asked for, and how many were granted. */
  readonly recusals: number;
  readonly recusalsGranted: number;
  readonly bodyName: string;
  readonly bodyKind: string;
  readonly clause: string | null;
  readonly measures: number;
  readonly reportOn: LocalDate | null;
  readonly decidedBy: string | null;
  readonly decidedOn: LocalDate | null;
  readonly instruments: readonly LedgerInstrument[];
  readonly rectifiedOn: LocalDate | null;
  readonly issues: number;
  readonly issuesClosed: number;
  readonly effectPersons: number | null;
  readonly effectAmount: number | null;
  readonly effectRules: number | null;
  readonly result: string | null;
  readonly concludedOn: LocalDate | null;
  /** Calendar days from acceptance to conclusion without the excluded ones. */
  readonly handlingDays: number | null;
  readonly excludedDays: number;
  readonly extensions: number;
  readonly selfCheck: string | null;
  readonly gradeScheme: string | null;
  readonly grade: string | null;
  readonly archivedOn: LocalDate | null;
  readonly retention: string | null;
  readonly related: readonly string[];
  readonly remarks: string | null;
}

/** A row before its first event; events of different services may come in any order. */
export function emptyRow(id: string): LedgerRow {
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
    standing: noStanding,
    line: '',
    function: '',
    lead: '',
    source: '',
    origin: '',
    discoveredOn: null,
    acceptedOn: null,
    score: null,
    vetoes: [],
    track: '',
    filedOn: null,
    approvedBy: null,
    handler: null,
    group: [],
    recusals: 0,
    recusalsGranted: 0,
    bodyName: '',
    bodyKind: '',
    clause: null,
    measures: 0,
    reportOn: null,
    decidedBy: null,
    decidedOn: null,
    instruments: [],
    rectifiedOn: null,
    issues: 0,
    issuesClosed: 0,
    effectPersons: null,
    effectAmount: null,
    effectRules: null,
    result: null,
    concludedOn: null,
    handlingDays: null,
    excludedDays: 0,
    extensions: 0,
    selfCheck: null,
    gradeScheme: null,
    grade: null,
    archivedOn: null,
    retention: null,
    related: [],
    remarks: null,
  };
}
