import { addDays } from '@jiandu/clocks';
import { localDate, matterType, unitCode } from '@jiandu/contracts';
import type { Filter, LocalDate } from '@jiandu/eventing';
import { z } from 'zod';
import { daysIn } from '../pages.ts';

/** So many days before its end a clock is said to end soon (DOMAIN §5.2: reminders from 7 days on). */
const SOON_DAYS = 7;

/** What the board can be narrowed down to. */
export const clockFilterInput = {
  unit: unitCode.optional(),
  type: matterType.optional(),
  status: z
    .enum(['open', 'soon', 'overdue', 'met', 'missed', 'replaced'])
    .optional()
    .meta({ description: 'soon：七日内届满 / soon: ends within seven days' }),
  matter: z.string().max(60).optional().meta({ description: '事项编号 / Matter' }),
  lead: z.string().max(60).optional().meta({ description: '线索编号 / Lead' }),
  clock: z.string().max(10).optional(),
  dueFrom: localDate.optional(),
  dueTo: localDate.optional(),
};
const asked = z.strictObject(clockFilterInput);
type Asked = z.output<typeof asked>;

/** The later and the earlier of two days, where there are any. */
function latest(...days: readonly (LocalDate | undefined)[]): LocalDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
function earliest(...days: readonly (LocalDate | undefined)[]): LocalDate | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function dueRange({ status, dueFrom, dueTo }: Asked, today: LocalDate) {
  if (status === 'soon') return daysIn(latest(dueFrom, today), earliest(dueTo, addDays(today, SOON_DAYS)));
  if (status === 'overdue') return daysIn(dueFrom, earliest(dueTo, addDays(today, -1)));
  return daysIn(dueFrom, dueTo);
}

function standing(status: Asked['status']): Filter {
  if (status === undefined) return {};
  return status === 'open' || status === 'soon' || status === 'overdue' ? { open: true } : { status };
}

/** The same as a filter of the collection on a day. */
export function clockFilter(input: Asked, today: LocalDate): Filter {
  const { unit, type, status, matter, lead, clock } = input;
  const key = matter ?? lead;
  const due = dueRange(input, today);
  return {
    ...standing(status),
    ...(unit && { unit }),
    ...(type && { type }),
    ...(key && { key }),
    ...(clock && { clock }),
    ...(due && { due }),
  };
}
