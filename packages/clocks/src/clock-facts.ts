import type { Bilingual } from './clock-rule.ts';
import type { Interval } from './intervals.ts';
import type { Length } from './length.ts';
import type { LocalDate } from './local-date.ts';

/** An extension as granted. */
export interface Extension {
  readonly length: Length;
  /** The day it was put on record, never after the due date it moves. */
  readonly recordedOn: LocalDate;
  readonly by?: string | undefined;
}

/** What is known of one running clock, beside its rule. */
export interface ClockFacts {
  /** Asia/Shanghai date of the fact the clock runs from; the day itself is not counted. For `before` clocks the day to come. */
  readonly start: LocalDate;
  /** A person in custody would wait longer if the last day moved. */
  readonly custody?: boolean | undefined;
  /** The last day as written in the instrument or letter; wins over every length. */
  readonly fixedDate?: LocalDate | undefined;
  /** The length as written in the instrument or letter; wins over the length of the rule. */
  readonly fixedLength?: Length | undefined;
  readonly extensions?: readonly Extension[] | undefined;
  /** Days not counted (不计入期间), such as those of an appraisal. */
  readonly exclusions?: readonly Interval[] | undefined;
  /** Days during which the matter was suspended (中止). */
  readonly suspensions?: readonly Interval[] | undefined;
}

/** One step of the explanation of a due date. */
export interface Step extends Bilingual {
  readonly date?: LocalDate;
}

/** The last day of a clock, on what it rests, and why it is that day. */
export interface DueDate {
  readonly due: LocalDate;
  /** True when the day rests on an arrangement of holidays that is not published yet. */
  readonly provisional: boolean;
  /** Version of the calendar it was computed with. */
  readonly calendar: string;
  readonly steps: readonly Step[];
}
