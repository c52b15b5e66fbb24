import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../house.ts';
import { CHIEF, CLERK, GATE, soundLead } from './sound.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
}, 30_000);
afterAll(() => house.close());

async function registered(more: Parameters<typeof soundLead>[0]): Promise<string> {
  const told = await house.done(CLERK, 'intake.registerLead', undefined, soundLead(more));
  return String(told.body['id']);
}
const lead = async (id: string) => (await house.ask(CLERK, `/v1/intake/leads/${id}`)).body;

const TIBETAN = 'བསྟན་འཛིན་རྒྱ་མཚོ་ལྷ་མོ';
const FAMILY = '👨‍👩‍👧‍👦';

describe('names in any script are taken and read back as they were given', () => {
  test.each([
    ['Chinese', '马占某'],
    ['Tibetan', TIBETAN],
    ['Mongolian', 'ᠲᠡᠮᠦᠵᠢᠨ'],
    ['Uyghur', 'ئەلى ھۆسەيىن'],
    ['emoji with joiners', FAMILY],
    ['rare characters beyond the basic plane', '𠮷野㐂𪚥'],
    ['combining marks, not composed', 'Ame\u0301lie'],
    ['60 characters', '某'.repeat(60)],
    ['60 emoji', '😀'.repeat(60)],
    ['60 Tibetan signs', [...TIBETAN.repeat(10)].slice(0, 60).join('')],
    ['one character', '马'],
    ['an apostrophe and a dot', "O'Neil·Şahin"],
  ])('%s', async (_what, name) => {
    const id = await registered({ reporter: { kind: 'citizen', name } });
    await house.done(CLERK, 'intake.openReporter', id, { purpose: '核对' });
    const { body } = await house.ask(CLERK, `/v1/intake/leads/${id}/reporter`);
    expect(body['reporter']).toMatchObject({ name });
    const titled = await registered({ title: name });
    expect((await lead(titled))['title']).toBe(name);
  });
});

describe('and what is no name is refused', () => {
  test.each([
    ['61 characters', '某'.repeat(61)],
    ['61 emoji', '😀'.repeat(61)],
    ['nothing', ''],
    ['blanks', ' \u3000'],
    ['a zero byte', '马\u0000某'],
    ['a bell', '马\u0007某'],
    ['a line end', '马\n某'],
    ['an escape sequence', '\u001b[31m马某'],
    ['a next-line control', '马\u0085某'],
    ['a line separator', '马\u2028某'],
    ['text turned round', '马\u202e某'],
    ['half a surrogate pair', '马\ud800'],
  ])('%s', async (_what, name) => {
    const before = await house.head();
    const told = await house.give(
      CLERK,
      'intake.registerLead',
      undefined,
      soundLead({ reporter: { kind: 'citizen', name } }),
    );
    expect(told).toMatchObject({ status: 422, code: 'input.invalid', body: { field: 'reporter.name' } });
    expect(await house.head()).toBe(before);
    if (name.trim() !== '') expect(told.text).not.toContain(name);
  });
});

const INJECTIONS = [
  "'; DROP TABLE documents; --",
  "' OR '1'='1",
  '") OR 1=1; --',
  '%25\' UNION SELECT doc FROM "intake.leadPool"',
  '{"$gt": ""}',
  '{"$where": "sleep(1000)"}',
  '[$ne]=1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}#{7*7}<%= 7*7 %>',
  '../../../etc/passwd',
  'a\\u0000b',
  '=HYPERLINK("http://example.org","点此")',
  '+1+cmd|calc!A0',
  '-2+3',
  '@SUM(1+1)',
  '＝1+1',
  'a,b;"c"',
  '*',
  'NULL',
  '__proto__',
];

describe('strings that mean something elsewhere mean nothing here', () => {
  const ids = new Map<string, string>();
  let leads = 0;

  beforeAll(async () => {
    for (const text of INJECTIONS) {
      const id = await registered({
        title: text,
        facts: text,
        clause: text,
        supervisedBody: { name: text, kind: 'public_security' },
      });
      ids.set(text, id);
      await house.done(GATE, 'intake.acceptLead', id, {});
    }
    leads = Number((await house.ask(CHIEF, '/v1/intake/leads')).body['total']);
  }, 30_000);

  test.each(INJECTIONS)('stored as text, read back the same: %s', async (text) => {
    const found = await lead(ids.get(text) ?? '');
    expect(found['title']).toBe(text);
    expect(found['clause']).toBe(text);
    expect((await house.ask(CHIEF, `/v1/reporting/matters/${found['matter']}`)).text).toContain(
      JSON.stringify(text),
    );
  });

  test.each(INJECTIONS)('a filter by it finds that one thing: %s', async (text) => {
    const { status, body } = await house.ask(CHIEF, `/v1/intake/leads?body=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    const items = body['items'] as readonly { id: string }[];
    expect(items.map(({ id }) => id)).toEqual([ids.get(text)]);
  });

  test.each(INJECTIONS)('a search for it is a search for words: %s', async (text) => {
    const q = encodeURIComponent(text);
    const searched = await house.ask(CHIEF, `/v1/reporting/search?q=${q}`);
    expect([200, 422]).toContain(searched.status);
    if (searched.status === 422) expect(searched.code).toBe('search.too-short');
    const pool = await house.ask(CHIEF, `/v1/intake/leads?words=${q}`);
    expect(pool.status).toBe(200);
    expect(Number(pool.body['total'])).toBeLessThanOrEqual(leads);
  });

  test('nothing was lost, added or run', async () => {
    expect((await house.ask(CHIEF, '/v1/intake/leads')).body['total']).toBe(leads);
    expect((await house.ask(CHIEF, '/v1/reporting/main-ledger?limit=200')).body['total']).toBe(
      INJECTIONS.length,
    );
  });

  test('in a CSV file no cell begins as a formula, and every line has all cells', async () => {
    const { text, headers } = await house.ask(CHIEF, '/v1/reporting/main-ledger.csv');
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
    expect(rows).toHaveLength(INJECTIONS.length);
    for (const row of rows) {
      expect(row).toHaveLength(head?.length ?? 0);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝]/);
    }
    const all = rows.flat();
    for (const text of INJECTIONS) expect(all.includes(text) || all.includes(`'${text}`), text).toBe(true);
  });

  test('answers are never taken for pages', async () => {
    const { headers } = await house.ask(CHIEF, `/v1/intake/leads/${ids.get('<script>alert(1)</script>')}`);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

/** Lines and cells of a CSV file (RFC 4180). */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
    const [whole, cell = '', end] = match;
    if (whole === '') break;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
