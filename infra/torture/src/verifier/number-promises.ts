import { broken, type Finding, grouped } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** Numbers of each series count on without a gap, from one more than the paper register's last; none is given twice. */
export function checkNumbers(rows: readonly LogRow[]): readonly Finding[] {
  const found: Finding[] = [];
  const series = rows.filter(({ type }) => type === 'MatterNumbered' || type === 'NumberSeriesContinued');
  for (const [stream, events] of grouped(series, (row) => row.stream)) {
    let last = 0;
    for (const { type, data } of events) {
      if (type === 'NumberSeriesContinued') last = Number(data['lastNumber']);
      else if (data['sequence'] === last + 1) last += 1;
      else {
        found.push(broken('number.gap', `${stream}: ${String(data['matter'])} follows ${last}`));
        break;
      }
    }
  }
  const numbered = rows.filter(({ type }) => type === 'MatterNumbered');
  for (const property of ['matter', 'lead']) {
    for (const [value, events] of grouped(numbered, ({ data }) => data[property])) {
      if (events.length > 1) {
        const numbers = events.map(({ data }) => data['matter']).join();
        found.push(broken('number.twice', `${property} ${String(value)}: ${numbers}`));
      }
    }
  }
  return found;
}
