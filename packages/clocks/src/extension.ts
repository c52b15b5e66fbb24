import type { Calendar } from './calendar.ts';
import type { ClockFacts, Extension } from './clock-facts.ts';
import type { ClockRule } from './clock-rule.ts';
import { computeDue } from './due-date.ts';
import { type Length, lengthInWords } from './length.ts';
import type { LocalDate } from './local-date.ts';
import { isOverdue } from './overdue.ts';
import { type ClockRefusal, refuseClock } from './refusal.ts';

/** Refuses what is put on record after the due date it would move; the due date itself is in time. */
export function refuseLate(due: LocalDate, recordedOn: LocalDate): ClockRefusal | undefined {
  if (!isOverdue(due, recordedOn)) return undefined;
  return refuseClock(
    'clock.recorded-late',
    `期限已于 ${due} 届满，${recordedOn} 不得再变更`,
    `The period ended on ${due}; it cannot be changed on ${recordedOn}`,
  );
}

function exceeds(asked: Length, allowed: Length): boolean {
  return asked.unit !== allowed.unit || asked.n > allowed.n;
}

/**
 * Adds an extension to the facts of a clock. Refused when the rule knows none, when it was used already,
 * when it is longer than the rule allows or adds nothing, or when it is recorded after the old due date.
 */
export function extend(
  rule: ClockRule,
  facts: ClockFacts,
  extension: Extension,
  calendar: Calendar,
): ClockFacts | ClockRefusal {
  const allowed = rule.extension;
  if (!allowed) {
    return refuseClock(
      'clock.extension-not-provided',
      `${rule.title.zh}的期限不得延长（${rule.source}）`,
      `The period for "${rule.title.en}" cannot be extended (${rule.source})`,
    );
  }
  if (extension.length.n < 1) {
    return refuseClock(
      'clock.would-shorten',
      '延长只能使期限延后',
      'An extension only moves a due date later',
    );
  }
  if (allowed.length) {
    const words = lengthInWords(allowed.length);
    if (exceeds(extension.length, allowed.length)) {
      return refuseClock(
        'clock.extension-too-long',
        `最多延长 ${words.zh}（${allowed.by.zh}批准）`,
        `It may be extended by ${words.en} at most (${allowed.by.en})`,
      );
    }
    if (facts.extensions?.length) {
      return refuseClock('clock.extension-used', '该期限已延长过一次', 'This period was extended already');
    }
  }
  const late = refuseLate(computeDue(rule, facts, calendar).due, extension.recordedOn);
  return late ?? { ...facts, extensions: [...(facts.extensions ?? []), extension] };
}
