import type { MatterProfile, StaffMember } from '@jiandu/contracts';
import { contentHash, type Directory, type StaffEntry } from '@jiandu/eventing';

/** What a draw rests on; with it anybody draws again and gets the same. */
export interface DrawGround {
  readonly profile: MatterProfile;
  /** Departments that handle the type, the usual one first. */
  readonly departments: readonly string[];
  readonly on: string;
  readonly seed: string;
  /** Who must stay away. */
  readonly away: readonly string[];
}

/** Who was drawn from whom. */
export interface Drawn {
  readonly handler: StaffMember;
  readonly assistants: readonly StaffMember[];
  readonly candidates: readonly StaffMember[];
}

/**
 * One of the candidates by the seed: the first 12 hexadecimal digits of SHA-256 of the seed, modulo their number, in
 * the order of the list.
 */
export function drawOne<T>(seed: string, candidates: readonly T[]): T | undefined {
  const place = Number.parseInt(contentHash(seed).slice(0, 12), 16) % Math.max(candidates.length, 1);
  return candidates[place];
}

function holds({ roles }: StaffEntry, role: string, unit: string, department: string, on: string): boolean {
  return roles.some(
    (each) =>
      each.role === role &&
      each.unit === unit &&
      each.department === department &&
      each.from <= on &&
      (each.until === undefined || on <= each.until),
  );
}

/** Who may be drawn for a role: the first competent department that has anybody left, ordered by person. */
export function eligible(role: string, directory: Directory, ground: DrawGround): readonly StaffMember[] {
  const { profile, departments, on, away } = ground;
  const { unit, department, secrecy, accessList = [] } = profile;
  const free = directory
    .holders(role, unit, on)
    .filter(
      ({ person }) => !away.includes(person) && (secrecy !== 'restricted' || accessList.includes(person)),
    );
  for (const each of new Set([department, ...departments])) {
    const there = free.filter((entry) => holds(entry, role, unit, each, on));
    if (there.length > 0) {
      return there
        .map(({ person, name }) => ({ person, name, unit }))
        .sort((a, b) => (a.person < b.person ? -1 : 1));
    }
  }
  return [];
}

/** Draws a prosecutor and, where there is one, an assistant beside him; undefined when no prosecutor is left. */
export function drawHandler(directory: Directory, ground: DrawGround): Drawn | undefined {
  const candidates = eligible('prosecutor', directory, ground);
  const handler = drawOne(ground.seed, candidates);
  if (handler === undefined) return undefined;
  const away = [...ground.away, handler.person];
  const assistant = drawOne(
    `${ground.seed}:assistant`,
    eligible('assistant', directory, { ...ground, away }),
  );
  return { handler, assistants: assistant === undefined ? [] : [assistant], candidates };
}
