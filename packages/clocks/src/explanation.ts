import type { Calendar } from './calendar.ts';
import type { ClockFacts, Step } from './clock-facts.ts';
import type { Bilingual, ClockRule } from './clock-rule.ts';
import type { Interval } from './intervals.ts';
import { type Length, lengthInWords } from './length.ts';
import { addDays, daysBetween, type LocalDate, weekday } from './local-date.ts';

/** The first step: from which fact the clock runs, and that its day is not counted. */
export function startStep(rule: ClockRule, start: LocalDate): Step {
  if (rule.direction === 'before') {
    return {
      zh: `自 ${start}（${rule.trigger.zh}）向前倒算，当日不计入`,
      en: `Counted back from ${start} (${rule.trigger.en}); the day itself is not counted`,
      date: start,
    };
  }
  const first = addDays(start, 1);
  return {
    zh: `${start}（${rule.trigger.zh}）当日不计入，自 ${first} 起算`,
    en: `The day ${start} (${rule.trigger.en}) is not counted; counting begins on ${first}`,
    date: start,
  };
}

/** How long the clock is, and who said so: the rule, the instrument, or a date written in it. */
export function lengthStep(rule: ClockRule, { fixedDate, fixedLength }: ClockFacts): Step {
  if (fixedDate) {
    return {
      zh: `文书指定的期限为 ${fixedDate}，优先于一般期限`,
      en: `The instrument itself fixes ${fixedDate}, which wins over the general period`,
      date: fixedDate,
    };
  }
  const words = lengthInWords(fixedLength ?? rule.length);
  if (fixedLength) {
    return {
      zh: `文书指定期限为 ${words.zh}，优先于一般期限`,
      en: `The instrument itself fixes ${words.en}, which wins over the general period`,
    };
  }
  return { zh: `期限为 ${words.zh}（${rule.source}）`, en: `The period is ${words.en} (${rule.source})` };
}

/** One granted extension: lengths are summed and counted from the original start. */
export function extensionStep(length: Length, recordedOn: LocalDate): Step {
  const words = lengthInWords(length);
  return {
    zh: `${recordedOn} 批准延长 ${words.zh}，与原期限合并后自原起算日计算`,
    en: `Extended on ${recordedOn} by ${words.en}, added to the original period and counted from the original start`,
    date: recordedOn,
  };
}

/** One stretch of days that do not count. */
export function pausedStep({ from, to }: Interval): Step {
  const [last, days] = [addDays(to, -1), daysBetween(from, to)];
  return {
    zh: `${from} 至 ${last} 共 ${days} 日不计入期间`,
    en: `${from} to ${last}, ${days} day${days === 1 ? '' : 's'}, do not count`,
    date: from,
  };
}

/** Where the plain count ends. */
export function endStep(end: LocalDate, rest: number): Step {
  const [zh, en] =
    rest > 0 ? [`，其间休息日 ${rest} 日不计`, `; ${rest} rest days were passed over`] : ['', ''];
  return { zh: `期间计至 ${end}${zh}`, en: `The count ends on ${end}${en}`, date: end };
}

function restDay(date: LocalDate, calendar: Calendar): Bilingual {
  const holiday = calendar.holidayOn(date);
  if (holiday) return { zh: `${holiday.zh}假期`, en: `a holiday (${holiday.en})` };
  return weekday(date) === 6 ? { zh: '星期六', en: 'a Saturday' } : { zh: '星期日', en: 'a Sunday' };
}

/** The last day fell on a rest day and moved on. */
export function rolledStep(end: LocalDate, due: LocalDate, calendar: Calendar): Step {
  const rest = restDay(end, calendar);
  return {
    zh: `${end} 为${rest.zh}，顺延至下一工作日 ${due}`,
    en: `${end} is ${rest.en}; the last day moves to the next working day, ${due}`,
    date: due,
  };
}

/** The last day fell on a rest day and stayed, because a person in custody would wait longer. */
export function notRolledStep(end: LocalDate, calendar: Calendar): Step {
  const rest = restDay(end, calendar);
  return {
    zh: `${end} 为${rest.zh}，但涉及被羁押人员，不顺延`,
    en: `${end} is ${rest.en}, but a person in custody would wait longer: the last day stays`,
    date: end,
  };
}

/** The day rests on a year whose holidays are not published. */
export function provisionalStep(due: LocalDate, calendar: Calendar): Step {
  return {
    zh: `${due} 为暂定：节假日安排仅公布至 ${calendar.lastPublishedYear} 年（${calendar.version}），公布后重新计算`,
    en: `${due} is provisional: holidays are published up to ${calendar.lastPublishedYear} (${calendar.version}); it is computed again once they are`,
    date: due,
  };
}
