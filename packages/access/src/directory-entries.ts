import type { Delegation, LocalDate, RoleHolding, StaffEntry, UnitEntry } from '@jiandu/eventing';

/** A unit with what is known of it beside its newest name. */
export interface UnitRecord extends UnitEntry {
  /** Prefix of printed numbers, e.g. 城中检. */
  readonly abbreviation?: string;
  readonly from: LocalDate;
  /** First day on which the unit is no more. */
  readonly closedOn?: LocalDate;
  readonly successor?: string;
}

/** A person with every role ever held. */
export interface PersonRecord extends StaffEntry {
  /** First day on which the person may no longer act. */
  readonly disabledOn?: LocalDate;
}

/** A delegation with the person it was given to. */
export interface DelegationRecord extends Delegation {
  readonly to: string;
  /** First day without effect. */
  readonly revokedOn?: LocalDate;
}

/** A version and the day from which it holds. */
export interface PublishedVersion {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
}

/** Whether a role is held on a day; the last day is included. */
export function isHeldOn({ from, until }: RoleHolding, day: LocalDate): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** Whether a person may act at all on a day. */
export function mayActOn({ disabledOn }: PersonRecord, day: LocalDate): boolean {
  return disabledOn === undefined || day < disabledOn;
}

/** Whether a delegation has effect on a day; the last day is included. */
export function isInForceOn({ validFrom, validUntil, revokedOn }: DelegationRecord, day: LocalDate): boolean {
  return validFrom <= day && day <= validUntil && (revokedOn === undefined || day < revokedOn);
}

/** Of several versions the newest that holds on a day; of all of them when no day is given. */
export function newestVersion(published: readonly PublishedVersion[], day?: LocalDate): string | undefined {
  return published
    .filter(({ effectiveFrom }) => day === undefined || effectiveFrom <= day)
    .reduce<PublishedVersion | undefined>(
      (newest, each) => (newest !== undefined && newest.effectiveFrom > each.effectiveFrom ? newest : each),
      undefined,
    )?.version;
}
