import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OwnProcess } from '../acceptance-process.ts';
import type { TestHouse } from '../house.ts';
import { openDemonstrationHouse } from './demonstration-house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openDemonstrationHouse();
}, 60_000);
afterAll(() => house.close());

async function verify(...views: readonly string[]) {
  const process = new OwnProcess('views.ts', { arguments: ['verify', ...views, '--data', house.data] });
  const code = await process.exited;
  const lines = process.output.trim().split('\n');
  return { code, last: lines.at(-1), lines: lines.slice(0, -1) };
}

/** Changes one document of a view behind its back. */
function tamper(view: string, change: (text: string) => string): void {
  const db = new DatabaseSync(join(house.data, 'views.db'), { timeout: 5_000 });
  const row = db
    .prepare('SELECT number FROM collections JOIN active ON name = collection WHERE view = ?')
    .get(view);
  const table = `c${row?.['number']}`;
  const found = db.prepare(`SELECT id, doc FROM ${table} ORDER BY id LIMIT 1`).get();
  const { changes } = db
    .prepare(`UPDATE ${table} SET doc = ? WHERE id = ?`)
    .run(change(String(found?.['doc'])), String(found?.['id']));
  db.close();
  expect(changes).toBe(1);
}

test('all views are equal to a rebuild from the log, while the house runs', async () => {
  const { code, last, lines } = await verify();
  expect([code, last]).toEqual([0, '全部一致 / all equal']);
  const views = house.house.runtime.index.services.flatMap(({ name, views: own }) =>
    own.map((view) => `${name}.${view.name}`),
  );
  expect(lines.map((line) => line.split(/ {2}/)[1])).toEqual(views);
  expect(lines.filter((line) => !line.startsWith('=  '))).toEqual([]);
  expect(lines.join('\n')).toMatch(/reporting\.mainLedger {2}\d{2} documents up to \d+/);
}, 30_000);

test('a document that was tampered with is found', async () => {
  tamper('reporting.mainLedger', (text) => text.replace('"unit":"63', '"unit":"64'));
  const { code, last, lines } = await verify('reporting.mainLedger', 'reporting.matterPage');
  expect([code, last]).toEqual([1, '有差异 / differences found']);
  expect(lines).toEqual([
    expect.stringMatching(/^= .*reporting\.matterPage/),
    expect.stringMatching(/^≠ first at [A-Z]{3}-\d{6}-2026-\d{5} .*reporting\.mainLedger/),
  ]);
}, 30_000);
