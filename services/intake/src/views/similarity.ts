import { contentHash, searchWords } from '@jiandu/eventing';

/** What leads are compared by. */
export interface LeadFeatures {
  readonly lead: string;
  readonly unit: string;
  readonly clause: string | null;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly words: readonly string[];
}

export type Sign = 'same_body' | 'same_clause' | 'same_place' | 'overlapping_time' | 'similar_words';

/** How alike two leads on the same body are, from 0 to 1, and by what. */
export interface Likeness {
  readonly similarity: number;
  readonly signs: readonly Sign[];
}

const WEIGHTS = { body: 0.35, place: 0.2, clause: 0.15, time: 0.1, words: 0.2 } as const;
const SIMILAR_WORDS = 0.5;
const ENOUGH = 0.75;

/** Names that differ in spaces, width, punctuation or case only are the same name. */
export function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Leads are compared within the block of their supervised body. */
export function blockOf(body: string): string {
  return contentHash(normalised(body)).slice(0, 16);
}

/** Words of a title and of the facts, which may be long: the first forty are enough to tell. */
export function comparedWords(title: string, facts: string | undefined): readonly string[] {
  return searchWords(`${title} ${facts ?? ''}`).slice(0, 40);
}

/** Shared words over all words of both. */
function overlapOfWords(a: ReadonlySet<string>, b: readonly string[]): number {
  let shared = 0;
  for (const word of b) if (a.has(word)) shared += 1;
  const all = a.size + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

function overlapInTime(a: LeadFeatures, b: LeadFeatures): boolean | undefined {
  const [fromA, fromB] = [a.from ?? a.to, b.from ?? b.to];
  if (fromA === null || fromB === null) return undefined;
  return fromA <= (b.to ?? fromB) && fromB <= (a.to ?? fromA);
}

function same(a: string | null, b: string | null): boolean | undefined {
  return a === null || b === null ? undefined : normalised(a) === normalised(b);
}

/** Compares two leads on the same body; what one of them does not say counts neither for nor against. */
export function compare(a: LeadFeatures, b: LeadFeatures): Likeness {
  return comparer(a)(b);
}

/** The same for one lead and many others: what can be prepared is prepared once. */
export function comparer(a: LeadFeatures): (b: LeadFeatures) => Likeness {
  const words = new Set(a.words);
  return (b) => likeness(a, b, overlapOfWords(words, b.words));
}

function likeness(a: LeadFeatures, b: LeadFeatures, words: number): Likeness {
  const facts: readonly (readonly [Sign, number, boolean | undefined])[] = [
    ['same_place', WEIGHTS.place, same(a.place, b.place)],
    ['same_clause', WEIGHTS.clause, same(a.clause, b.clause)],
    ['overlapping_time', WEIGHTS.time, overlapInTime(a, b)],
  ];
  const told = facts.filter(([, , holds]) => holds !== undefined);
  const held = told.filter(([, , holds]) => holds);
  const sum = (list: typeof facts) => list.reduce((total, [, weight]) => total + weight, 0);
  const score = WEIGHTS.body + WEIGHTS.words * words + sum(held);
  const most = WEIGHTS.body + WEIGHTS.words + sum(told);
  const signs: Sign[] = ['same_body', ...held.map(([sign]) => sign)];
  if (words >= SIMILAR_WORDS) signs.push('similar_words');
  return { similarity: Math.round((score / most) * 100) / 100, signs };
}

/** The same body alone is no sign: a police station is the body of many leads. */
export function isSuspect({ similarity, signs }: Likeness): boolean {
  const alike = signs.includes('similar_words') || signs.includes('same_place');
  return alike && similarity >= ENOUGH;
}
