import type { Staff, Type } from './scene.ts';

/** What whoever acts can know of the matter by then. */
export interface Seen {
  readonly type: Type;
  readonly today: string;
  readonly lead: string | undefined;
  readonly matter: string | undefined;
  readonly handler: string;
  readonly assistants: readonly string[];
  readonly issued: readonly string[];
  readonly replies: readonly string[];
  /** Those not closed yet. */
  readonly issues: readonly string[];
  readonly recusals: number;
}

/** One act as it would be given: by whom, what, to what, with what. */
export interface Given {
  readonly who: string;
  readonly does: string;
  readonly to: string | undefined;
  readonly with: object;
}
/** How an act is made of what is known, of the people there are, and of a small number. */
export type Act = (seen: Seen, staff: Staff, n: number) => Given;

export const pick = <T>(list: readonly T[], n: number, otherwise: T): T =>
  list[n % Math.max(list.length, 1)] ?? otherwise;
export const pairOf = ({ handler, assistants }: Seen) => [...new Set([handler, ...assistants])].slice(0, 2);
export const instrument = ({ issued }: Seen, n: number) => pick(issued, n, 'D-1');
export const newest = ({ issued }: Seen) => issued.at(-1) ?? 'D-1';
export const newestReply = ({ replies }: Seen) => replies.at(-1) ?? 'R-1';

export const onMatter =
  (
    does: string,
    who: (seen: Seen, staff: Staff, n: number) => string,
    input: (seen: Seen, staff: Staff, n: number) => object,
  ): Act =>
  (seen, staff, n) => ({ who: who(seen, staff, n), does, to: seen.matter, with: input(seen, staff, n) });
export const onLead =
  (does: string, who: (staff: Staff) => string, input: object): Act =>
  (seen, staff) => ({ who: who(staff), does, to: seen.lead, with: input });

export const handler = (seen: Seen) => seen.handler;
export const of =
  (place: Exclude<keyof Staff, 'prosecutors' | 'assistants' | 'superior'>) => (_: Seen, staff: Staff) =>
    staff[place];
export const above = (place: keyof Staff['superior']) => (_: Seen, staff: Staff) => staff.superior[place];
