import type { Actor, Directory, LocalDate, Subject } from '@jiandu/eventing';
import { isHeldOn } from './directory-entries.ts';

/** One way in which somebody may act today: a role in a unit, held or delegated. */
export interface Capacity {
  readonly role: string;
  readonly unit: string;
  readonly department?: string;
  /** Set when the role is another's, lent by a written delegation. */
  readonly lent?: { readonly by: string; readonly delegation: string };
}

/** The roles a subject holds on a day. */
export function heldCapacities(subject: Subject, today: LocalDate): readonly Capacity[] {
  return subject.roles
    .filter((each) => isHeldOn(each, today))
    .map(({ role, unit, department }) => ({
      role,
      unit,
      ...(department === undefined ? {} : { department }),
    }));
}

/** A decision is named in full (`intake.approveFiling`) or by its last part. */
function names(decision: string, action: string): boolean {
  return decision === action || decision === action.slice(action.indexOf('.') + 1);
}

/**
 * The roles lent to a subject for one decision on one type of matter. A delegation counts only while its giver still
 * holds the role in that unit, and only for somebody who holds an office there (DOMAIN §4.3).
 */
export function lentCapacities(
  subject: Subject,
  decision: { readonly action: string; readonly type: string | undefined },
  today: LocalDate,
  directory: Directory,
): readonly Capacity[] {
  const offices = new Set(heldCapacities(subject, today).map(({ unit }) => unit));
  return subject.delegations
    .filter(({ validFrom, validUntil }) => validFrom <= today && today <= validUntil)
    .filter(({ decisions }) => decisions.some((each) => names(each, decision.action)))
    .filter(
      ({ types }) => types.length === 0 || (decision.type !== undefined && types.includes(decision.type)),
    )
    .filter(({ from, unit }) => from !== subject.person && offices.has(unit))
    .filter(({ from, fromRole, unit }) =>
      directory.holders(fromRole, unit, today).some((each) => each.person === from),
    )
    .map(({ id, from, fromRole, unit }) => ({ role: fromRole, unit, lent: { by: from, delegation: id } }));
}

/** Somebody acting in a capacity, as the record will show it for ever. */
export function actorIn(capacity: Capacity, subject: Subject): Actor {
  const { role, unit, lent } = capacity;
  return {
    person: subject.person,
    name: subject.name,
    role,
    unit,
    ...(lent === undefined ? {} : { onBehalfOf: lent.by, delegation: lent.delegation }),
  };
}
