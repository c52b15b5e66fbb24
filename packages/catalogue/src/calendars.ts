import { type Bilingual, type Calendar, isLocalDate, type LocalDate, weekday } from '@jiandu/clocks';
import { z } from 'zod';
import cn2023 from '../data/calendars/cn-2023.json' with { type: 'json' };
import cn2024 from '../data/calendars/cn-2024.json' with { type: 'json' };
import cn2025 from '../data/calendars/cn-2025.json' with { type: 'json' };
import cn2026 from '../data/calendars/cn-2026.json' with { type: 'json' };

const arrangedDay = z.strictObject({ date: z.string().refine(isLocalDate), zh: z.string(), en: z.string() });

/** One year's arrangement of holidays as the State Council published it. */
const arrangedYear = z.strictObject({
  version: z.string().regex(/^cn-\d{4}\.\d+$/),
  year: z.int(),
  /** Day of the notice: before it nobody could know. */
  published: z.string().refine(isLocalDate),
  source: z.url(),
  holidays: z.array(arrangedDay),
  /** Weekend days worked in exchange (调休). */
  swapDays: z.array(arrangedDay),
});

type ArrangedYear = z.infer<typeof arrangedYear>;

const years: readonly ArrangedYear[] = [cn2023, cn2024, cn2025, cn2026].map((file) =>
  arrangedYear.parse(file),
);

/**
 * Holidays on fixed dates that every arrangement must hold (全国年节及纪念日放假办法, as amended 2024); all that
 * can be said of a year whose arrangement is not published.
 */
const STATUTORY: Readonly<Record<string, Bilingual>> = {
  '01-01': { zh: '元旦', en: "New Year's Day" },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '05-02': { zh: '劳动节', en: 'Labour Day' },
  '10-01': { zh: '国庆节', en: 'National Day' },
  '10-02': { zh: '国庆节', en: 'National Day' },
  '10-03': { zh: '国庆节', en: 'National Day' },
};

function byDate(days: ArrangedYear['holidays']): ReadonlyMap<LocalDate, Bilingual> {
  return new Map(days.map(({ date, zh, en }) => [date, { zh, en }]));
}

function publishedUpTo(last: ArrangedYear): Calendar {
  const published = years.filter(({ year }) => year <= last.year);
  const holidays = byDate(published.flatMap((year) => year.holidays));
  const swapDays = byDate(published.flatMap((year) => year.swapDays));
  const known = new Set(published.map(({ year }) => String(year)));
  const isProvisional = (date: LocalDate) => !known.has(date.slice(0, 4));
  const holidayOn = (date: LocalDate) =>
    isProvisional(date) ? STATUTORY[date.slice(5)] : holidays.get(date);
  return {
    version: last.version,
    lastPublishedYear: last.year,
    isProvisional,
    holidayOn,
    isWorkingDay(date) {
      if (swapDays.has(date)) return true;
      const day = weekday(date);
      return day >= 1 && day <= 5 && holidayOn(date) === undefined;
    },
  };
}

const calendars: ReadonlyMap<string, Calendar> = new Map(
  years.map((year) => [year.version, publishedUpTo(year)]),
);

/** The calendar versions there are, oldest first. Each knows the arrangements of its own year and before. */
export const calendarVersions: readonly string[] = [...calendars.keys()];

/** When and where each arrangement was published, oldest first: a version is in force from that day on. */
export const calendarNotices: readonly Pick<ArrangedYear, 'version' | 'year' | 'published' | 'source'>[] =
  years.map(({ version, year, published, source }) => ({ version, year, published, source }));

/**
 * The calendar of a version, or undefined when there is none of that name. A due date recorded with an older
 * version is explained with that version: it shows what was known when it was computed.
 */
export function calendar(version: string): Calendar | undefined {
  return calendars.get(version);
}

function newest(): Calendar {
  const last = [...calendars.values()].at(-1);
  if (!last) throw new Error('no calendar was published');
  return last;
}

/** The calendar of the newest version. */
export const latestCalendar: Calendar = newest();
