import type { LocalDate } from '@jiandu/clocks';
import type {
  InvestigationPlan,
  IssueFound,
  MatterProfile,
  StaffMember,
  StartedClockField,
} from '@jiandu/contracts';

/** How an issue stands. */
export interface IssueState {
  readonly grade: IssueFound['data']['grade'];
  readonly response: IssueFound['data']['response'];
  readonly foundOn: LocalDate;
  /** Clock and last day of its oral correction. */
  readonly oral?: { readonly clock: string; readonly due: LocalDate };
  /** Instruments that speak to it. */
  readonly instruments: readonly string[];
  readonly overdue: boolean;
  /** Whether the body's answer was adopted in full, by the last assessment. */
  readonly answered?: boolean;
  /** What the last visit found. */
  readonly seenCorrected?: boolean;
  readonly transferredTo?: string;
  readonly closedOn?: LocalDate;
}

/** A running clock, or one that the standing report ended and its return would set going again. */
export interface ClockState {
  readonly started: StartedClockField;
  readonly endedByReport?: string;
}

export interface OpenExclusion {
  readonly clock: string;
  readonly subject: string;
  readonly from: LocalDate;
  readonly recordedOn: LocalDate;
}

/** What decisions of a verification need to know of it. */
export interface Verification {
  readonly profile: MatterProfile;
  readonly handler: StaffMember;
  readonly assistants: readonly StaffMember[];
  readonly suspended: readonly string[];
  readonly filedOn: LocalDate;
  readonly plan?: InvestigationPlan;
  readonly onSiteSince?: LocalDate;
  readonly onSiteTeam: readonly string[];
  readonly measures: number;
  readonly issues: Readonly<Record<string, IssueState>>;
  readonly clocks: readonly ClockState[];
  /** Excluded periods that have begun and not ended, by reference. */
  readonly exclusions: Readonly<Record<string, OpenExclusion>>;
  readonly exclusionCount: number;
  readonly reportCount: number;
  readonly standingReport?: string;
  readonly closed?: 'concluded' | 'terminated' | 'voided';
}

/** A verification that may not have been opened. */
export type VerificationState = Verification | undefined;

/** Persons who belong to the matter now: handler, assistants, and the team of the plan and on site. */
export function teamOf(state: Verification): ReadonlySet<string> {
  return new Set([
    state.handler.person,
    ...state.assistants.map((each) => each.person),
    ...(state.plan?.team ?? []).map((each) => each.person),
    ...state.onSiteTeam,
  ]);
}
