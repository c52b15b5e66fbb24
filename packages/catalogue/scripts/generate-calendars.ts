/**
 * Writes data/calendars/cn-YYYY.json from the npm package `chinese-days`: the days the State Council gave as
 * holidays and the weekend days worked in exchange. Run it when a new year is announced, after adding the
 * notice below: `npx node packages/catalogue/scripts/generate-calendars.ts`.
 */
import { writeFileSync } from 'node:fs';
import { addDays, weekday } from '@jiandu/clocks';
import chineseDays from 'chinese-days';

const NOTICES = [
  {
    year: 2023,
    published: '2022-12-08',
    at: 'http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm',
  },
  {
    year: 2024,
    published: '2023-10-25',
    at: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
  },
  {
    year: 2025,
    published: '2024-11-12',
    at: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
  {
    year: 2026,
    published: '2025-11-04',
    at: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  },
];

/** The package names a day `Spring Festival,春节,4`; days without an arrangement carry the name of the weekday. */
function occasion(date: string) {
  const { name } = chineseDays.getDayDetail(date);
  const [en, zh] = name.split(',');
  return zh && en ? { zh, en } : undefined;
}

function arrangement(year: number) {
  const holidays = [];
  const swapDays = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const of = occasion(date);
    if (!of) continue;
    const weekend = weekday(date) === 0 || weekday(date) === 6;
    if (!chineseDays.isWorkday(date)) holidays.push({ date, ...of });
    else if (weekend) swapDays.push({ date, ...of });
  }
  return { holidays, swapDays };
}

function laidOut(rows: readonly object[]): string {
  return rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
}

for (const { year, published, at } of NOTICES) {
  const { holidays, swapDays } = arrangement(year);
  const file = new URL(`../data/calendars/cn-${year}.json`, import.meta.url);
  const head = { version: `cn-${year}.1`, year, published, source: at };
  const lines = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  writeFileSync(
    file,
    `{\n${lines.join(',\n')},\n  "holidays": [\n${laidOut(holidays)}\n  ],\n  "swapDays": [\n${laidOut(swapDays)}\n  ]\n}\n`,
  );
  console.log(`${file.pathname}: ${holidays.length} holidays, ${swapDays.length} swap days`);
}
