import { calendar, deadlineRules, ruleInForce } from '@jiandu/catalogue';
import {
  type ClockRule,
  type DueDate,
  daysBetween,
  explain,
  type FoldedClock,
  isOpen,
  type LocalDate,
  overdueDays,
  type TypeScope,
} from '@jiandu/clocks';
import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** A clock as people see it: what must be done by whom until when, how it stands, why that day. */
export const clockShown = z.strictObject({
  clock: z.string(),
  variant: z.string().nullable(),
  subject: z.string(),
  title: bilingual,
  obliged: bilingual,
  law: z.string(),
  soft: z.boolean().meta({ description: '届满本身不产生法律效果 / Passing it has no effect by itself' }),
  start: z.string(),
  due: z.string(),
  provisional: z.boolean(),
  calendar: z.string(),
  status: z.enum(['running', 'met', 'missed', 'replaced']),
  metOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  missedOn: z.string().nullable(),
  replacedBy: z.string().nullable(),
  daysLeft: z.int().nullable().meta({ description: '剩余天数，届满后为零 / Days left while it is open' }),
  daysOverdue: z.int().nullable(),
  steps: z.array(z.strictObject({ zh: z.string(), en: z.string(), date: z.string().optional() })).readonly(),
});
export type ClockShown = z.input<typeof clockShown>;

const UNKNOWN: ClockRule['title'] = { zh: '未知期限', en: 'unknown clock' };

/** The rule under which a clock was computed: its own, or what the type puts in its place. */
function ruleOf({ clock, variant }: FoldedClock, scope: TypeScope, reaches: (rule: ClockRule) => boolean) {
  const plain = deadlineRules.find((rule) => rule.id === clock && rule.variant === variant);
  const own = plain && ruleInForce(scope, clock, variant)?.rule;
  return [own, plain].find((rule) => rule !== undefined && reaches(rule)) ?? plain;
}

/** A clock on a day, with the steps that explain its due date, computed again from its recorded facts. */
export function showClock(clock: FoldedClock, scope: TypeScope, on: LocalDate): ClockShown {
  const days = calendar(clock.calendar);
  const explained = (rule: ClockRule): DueDate | undefined => days && explain(clock, rule, days);
  const rule = ruleOf(clock, scope, (each) => explained(each)?.due === clock.due);
  const open = isOpen(clock);
  return {
    clock: clock.clock,
    variant: clock.variant ?? null,
    subject: clock.subject,
    title: rule?.title ?? UNKNOWN,
    obliged: rule?.obliged ?? UNKNOWN,
    law: rule?.source ?? '',
    soft: rule?.soft ?? false,
    start: clock.start,
    due: clock.due,
    provisional: clock.provisional,
    calendar: clock.calendar,
    status: clock.status,
    metOn: clock.metOn ?? null,
    daysLate: clock.daysLate ?? null,
    missedOn: clock.missedOn ?? null,
    replacedBy: clock.replacedBy ?? null,
    daysLeft: open ? Math.max(0, daysBetween(on, clock.due)) : null,
    daysOverdue: open ? overdueDays(clock.due, on) : null,
    steps: (rule && explained(rule)?.steps) ?? [],
  };
}
