import type { Length } from './length.ts';
import type { MonthEnd } from './local-date.ts';

/** A text in Chinese with its English beside it. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The branch of supervision a scope is limited to, where one type spans several. */
export type Branch = 'criminal' | 'civil' | 'administrative';

/** One matter type a clock runs for, limited where the law limits it. */
export interface TypeScope {
  readonly type: string;
  readonly branch?: Branch;
  /** The instrument the clock is about, where only one kind of instrument starts it. */
  readonly instrument?: string;
}

/** How far a clock may be extended. Without a length whoever may extend also says for how long. */
export interface ExtensionRule {
  readonly length?: Length;
  readonly by: Bilingual;
  readonly grounds?: Bilingual;
}

/** Who may replace a default by something of its own. */
export interface Yielding {
  /** The stage of a type's budget that takes the place of this default. */
  readonly stage?: string;
  /** Clocks of a type's own that run instead of this one; the first whose scope fits. */
  readonly clocks?: readonly (TypeScope & { readonly clock: string })[];
}

/** A legal or default clock: from what, for whom, how long, and what happens at its end. */
export interface ClockRule {
  /** Number in the catalogue, such as `DL-08`. */
  readonly id: string;
  /** One of several clocks that share an id, such as `urgent`. */
  readonly variant?: string;
  readonly title: Bilingual;
  readonly trigger: Bilingual;
  readonly obliged: Bilingual;
  readonly types: 'ALL' | readonly TypeScope[];
  readonly length: Length;
  /** `before`: counted backwards from a day to come, such as a hearing. */
  readonly direction: 'after' | 'before';
  /** Whether a last day that is no working day moves on; `unless-custody`: not where a person in custody waits. */
  readonly rolls: 'always' | 'never' | 'unless-custody';
  readonly monthEnd?: MonthEnd;
  readonly extension?: ExtensionRule;
  /** Days that do not count, such as those of an appraisal; absent where the law names none. */
  readonly notCounted?: Bilingual;
  /** Whether the instrument or letter may fix another date: any, or only a shorter one. */
  readonly fixable?: 'any' | 'shorter';
  /** Passing it has no legal effect by itself: it is a reason to look and, if need be, to push. */
  readonly soft?: boolean;
  readonly note?: Bilingual;
  readonly yieldsTo?: Yielding;
  readonly source: string;
  /** F found in law or practice, T taken from an official template, O default of the platform. */
  readonly tag: 'F' | 'T' | 'O';
}
