import type { Row } from './rows.ts';

/** The figures as a table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['figure', 'value', 'unit', 'baseline', 'ratio', 'spread', 'goal', 'met'],
    ...rows.map(({ id, value, unit, baseline, ratio, spread, goal, met }) => [
      id,
      shown(value),
      unit,
      shown(baseline),
      shown(ratio),
      spread === null ? '' : `${spread.low}–${spread.high}`,
      goal ?? '',
      met === null ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ id, note }) => (note === null ? [] : [`${id}: ${note}`]));
  return [...table, ...notes].join('\n');
}

function shown(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}
