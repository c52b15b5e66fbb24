import { rolesOn, staffOn } from '@jiandu/access';
import type { StaffMember } from '@jiandu/contracts';
import { type Context, type Directory, isRefusal, type Refusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import { teamOf, type Verification, type VerificationState } from './state.ts';

/** The verification, if anything at all may still be written in it. */
export function standing(state: VerificationState): Verification | Refusal {
  if (state === undefined) return refuse('verification.not-open');
  if (state.closed === 'voided') return refuse('number.voided');
  return state.closed === undefined ? state : refuse('verification.closed');
}

/** The verification, if the person who acts may write in it (DOMAIN §10(5): a suspended handler writes nothing). */
export function admitted(state: VerificationState, context: Context): Verification | Refusal {
  const open = standing(state);
  if (isRefusal(open)) return open;
  return open.suspended.includes(context.actor.person) ? refuse('handler.suspended') : open;
}

/** Refuses a day before the filing: the matter did not exist as a case then. */
export function refuseBeforeFiling(state: Verification, day: string, field: string): Refusal | undefined {
  if (day >= state.filedOn) return undefined;
  return refuse('date.before-filing', { date: day, filedOn: state.filedOn, field });
}

/** Refuses that somebody decides in a matter he handles himself. */
export function refuseOwnMatter(state: Verification, person: string): Refusal | undefined {
  const own = state.handler.person === person || state.assistants.some((each) => each.person === person);
  return own ? refuse('approval.own-proposal') : undefined;
}

const PROSECUTORS = new Set(['prosecutor', 'dept_head', 'deputy_chief', 'chief']);

/** Staff of these ids with name and unit as on a day; each person once. */
export function namedStaff(
  directory: Directory,
  persons: readonly string[],
  day: string,
  field: string,
): readonly StaffMember[] | Refusal {
  return staffOn(directory, persons, day, (person) => refuse('person.unknown', { person, field }));
}

/** Those who act together: two at least, all of the team, one prosecutor among them (S5 §69; S6 §65; S4 §36). */
export function actingTogether(
  state: Verification,
  directory: Directory,
  {
    persons,
    day,
    field,
  }: { readonly persons: readonly string[]; readonly day: string; readonly field: string },
): readonly StaffMember[] | Refusal {
  const staff = namedStaff(directory, persons, day, field);
  if (isRefusal(staff)) return staff;
  if (staff.length < 2) return refuse('team.single-person', { field });
  const team = teamOf(state);
  const recused = new Set((state.plan?.recused ?? []).map((each) => each.person));
  for (const { person } of staff) {
    if (recused.has(person)) return refuse('team.recused', { person, field });
    if (!team.has(person)) return refuse('team.outsider', { person, field });
    if (state.suspended.includes(person)) return refuse('team.suspended', { person, field });
  }
  const prosecutor = staff.some(({ person }) =>
    rolesOn(directory, person, day).some(({ role }) => PROSECUTORS.has(role)),
  );
  return prosecutor ? staff : refuse('team.without-prosecutor', { field });
}
