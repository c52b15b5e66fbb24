import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, TestHouse } from '../house.ts';
import { itemsOf, openDemonstrationHouse, pages } from './demonstration-house.ts';

const [CHIEF, GATE, HANDLER] = ['P-630200-cai', 'P-630200-an', 'P-630200-xie'];
const LEDGER = '/v1/reporting/main-ledger';
const FORMULA = '=HYPERLINK("http://evil.example","公安局")';

let house: TestHouse;
beforeAll(async () => {
  house = await openDemonstrationHouse();
  const { body } = await house.done(HANDLER, 'intake.registerLead', undefined, {
    unit: '630200',
    source: 'own_case',
    type: 'IAS',
    subKind: 'general',
    title: '名称像公式的被监督单位',
    supervisedBody: { name: FORMULA, kind: 'public_security' },
    clause: '+第五百六十七条,"第二项"',
  });
  await house.done(GATE, 'intake.acceptLead', String(body['id']), {});
}, 60_000);
afterAll(() => house.close());

/** RFC 4180, read the way a spreadsheet does. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, separator, quoted, plain] of text.matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') lines.push([]);
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  }
  return lines.filter((cells) => cells.length > 1);
}

const ledger = async (query = '') => {
  const { status, body, text } = await house.ask(CHIEF, `${LEDGER}${query}`);
  if (status !== 200) throw new Error(text);
  return { total: Number(body['total']), rows: itemsOf(body) };
};

describe('the main ledger', () => {
  test('has one row a matter', async () => {
    const { total, rows } = await ledger();
    expect(total).toBe(rows.length);
    expect(total).toBeGreaterThanOrEqual(5);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(total);
  });

  test.each<readonly [string, (row: Json) => boolean]>([
    ['type=IAS', ({ type }) => type === 'IAS'],
    ['type=CFS', ({ type }) => type === 'CFS'],
    ['status=concluded', ({ status }) => status === 'concluded'],
    ['track=task', ({ track }) => track === 'task'],
    ['unit=630202', ({ unit }) => unit === '630202'],
    ['acceptedFrom=2026-11-10', ({ acceptedOn }) => String(acceptedOn) >= '2026-11-10'],
    [
      'acceptedFrom=2026-10-01&acceptedTo=2026-10-31',
      ({ acceptedOn }) => String(acceptedOn).startsWith('2026-10'),
    ],
  ])('narrowed down by %s has those rows and no other', async (query, wanted) => {
    const all = (await ledger('?limit=200')).rows;
    const { total, rows } = await ledger(`?${query}&limit=200`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(all.filter(wanted));
    expect(total).toBe(rows.length);
  });

  test.each(['number', 'acceptedOn', 'filedOn', 'concludedOn', 'status'])(
    'sorted by %s comes in pages, each row once',
    async (sort) => {
      for (const order of ['asc', 'desc']) {
        const { rows } = await ledger(`?sort=${sort}&order=${order}&limit=200`);
        const found = await pages(house, CHIEF, `${LEDGER}?sort=${sort}&order=${order}&limit=2`);
        expect(found.flat()).toEqual(rows);
      }
    },
  );
});

describe('the ledger as a file', () => {
  const file = async (query = '') => house.ask(CHIEF, `${LEDGER}.csv${query}`);

  test('opens in a spreadsheet: a mark, a heading in both languages, one line a matter', async () => {
    const { status, headers, text } = await file();
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
      '监督事项总台账-2026-11-24.csv',
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [heading = [], ...lines] = cellsOf(text.slice(1));
    expect(heading.length).toBeGreaterThan(30);
    for (const cell of heading) expect(cell).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
    expect(lines.map((cells) => cells.length)).toEqual(lines.map(() => heading.length));
  });

  test.each(['', 'type=IAS', 'status=concluded', 'unit=630202'])(
    'has the rows of the pages, narrowed down by %j',
    async (query) => {
      const { rows } = await ledger(`?limit=200&${query}`);
      const [heading = [], ...lines] = cellsOf((await file(`?${query}`)).text.slice(1));
      const column = (name: string) => heading.findIndex((cell) => cell.startsWith(name));
      expect(lines.map((cells) => cells[column('事项编号')])).toEqual(rows.map(({ number }) => number));
      expect(lines.map((cells) => cells[column('受理日期')])).toEqual(
        rows.map(({ acceptedOn }) => acceptedOn),
      );
      expect(lines.map((cells) => Number(cells[column('序号')]))).toEqual(
        rows.map((_row, place) => place + 1),
      );
    },
  );

  test('runs nothing that somebody typed', async () => {
    const cells = cellsOf((await file()).text.slice(1)).flat();
    expect(cells).toContain(`'${FORMULA}`);
    expect(cells).toContain(`'+第五百六十七条,"第二项"`);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
