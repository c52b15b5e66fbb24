/** The reasons for which this package refuses something it was asked to compute or to change. */
export type ClockRefusalCode =
  | 'clock.date-unknown'
  | 'clock.extension-not-provided'
  | 'clock.extension-too-long'
  | 'clock.extension-used'
  | 'clock.exclusion-not-provided'
  | 'clock.exclusion-outside'
  | 'clock.recorded-late'
  | 'clock.would-shorten'
  | 'clock.fixed-not-allowed'
  | 'clock.fixed-not-shorter';

/** A refusal as a value: a stable code and the sentence people read, in Chinese and English. */
export interface ClockRefusal {
  readonly refused: ClockRefusalCode;
  readonly zh: string;
  readonly en: string;
}

/** Builds a refusal value. */
export function refuseClock(refused: ClockRefusalCode, zh: string, en: string): ClockRefusal {
  return { refused, zh, en };
}

/** True when an answer of this package is a refusal. */
export function isClockRefusal(answer: unknown): answer is ClockRefusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
