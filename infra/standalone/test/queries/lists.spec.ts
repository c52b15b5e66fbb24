import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, TestHouse } from '../house.ts';
import { itemsOf, openDemonstrationHouse, pages, TODAY } from './demonstration-house.ts';

const [CHIEF, CLERK, HANDLER, ASSISTANT] = ['P-630103-bai', 'P-630103-ding', 'P-630103-li', 'P-630103-cai'];
const [SUPERIOR, LEDU] = ['P-630200-cai', 'P-630202-duo'];

let house: TestHouse;
beforeAll(async () => {
  house = await openDemonstrationHouse();
}, 60_000);
afterAll(() => house.close());

const ask = async (person: string, address: string) => {
  const { status, body, text } = await house.ask(person, address);
  if (status !== 200) throw new Error(`${address}: ${text}`);
  return body;
};
const list = async (person: string, address: string) => itemsOf(await ask(person, address));
const newLead = () =>
  house.done(HANDLER, 'intake.registerLead', undefined, {
    unit: '630103',
    source: 'own_case',
    type: 'IAS',
    subKind: 'general',
    title: '翻页期间登记的线索',
    supervisedBody: { name: '西宁市公安局城中分局', kind: 'public_security' },
  });
const each = (rows: readonly Json[], field: string) => rows.map((row) => row[field]);

describe('the lead pool', () => {
  const pool = '/v1/intake/leads';

  test('holds what the reader may see, and says how many', async () => {
    const body = await ask(CHIEF, pool);
    expect(new Set(each(itemsOf(body), 'unit'))).toEqual(new Set(['630103']));
    expect(body['total']).toBe(itemsOf(body).length);
    const restricted = (rows: readonly Json[]) =>
      rows.filter(({ secrecy }) => secrecy === 'restricted').length;
    expect([restricted(itemsOf(body)), restricted(await list(CLERK, pool))]).toEqual([1, 0]);
  });

  test('is narrowed down by status, source, type and words', async () => {
    expect(each(await list(CLERK, `${pool}?status=lead_received`), 'status')).toEqual(['lead_received']);
    const complaints = await list(CLERK, `${pool}?source=citizen_complaint&type=CFS`);
    expect(complaints.length).toBeGreaterThanOrEqual(2);
    expect(new Set(complaints.map(({ source, type }) => `${source} ${type}`))).toEqual(
      new Set(['citizen_complaint CFS']),
    );
    expect(await list(CLERK, `${pool}?words=${encodeURIComponent('合同诈骗')}`)).toHaveLength(1);
    expect(await list(CLERK, `${pool}?words=${encodeURIComponent('མགོ་སྐོར')}`)).toHaveLength(1);
    expect(await list(CLERK, `${pool}?words=${encodeURIComponent('合同违约')}`)).toEqual([]);
  });

  test.each(['registeredOn', 'dueOn', 'status', 'body'])(
    'by pages of two, sorted by %s: each once, also when one comes in between',
    async (sort) => {
      for (const order of ['asc', 'desc']) {
        const before = await list(CHIEF, `${pool}?sort=${sort}&order=${order}&limit=200`);
        const found = await pages(house, CHIEF, `${pool}?sort=${sort}&order=${order}&limit=2`, newLead);
        const ids = found.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = each(before, 'id');
        expect(ids.filter((id) => known.includes(id))).toEqual(known);
        expect(found.slice(0, -1).map(({ length }) => length)).toEqual(found.slice(1).map(() => 2));
      }
    },
  );
});

describe('my matters', () => {
  test('are those I handle or help with, what is due first on top', async () => {
    const mine = await list(HANDLER, '/v1/reporting/my-matters');
    expect(mine.length).toBe(3);
    expect(new Set(each(mine, 'part'))).toEqual(new Set(['handler']));
    const due = each(mine, 'nextDue').filter((day) => day !== null);
    expect(due).toEqual(due.toSorted());
    for (const { number, unit, statusTitle } of mine) {
      expect(number).toMatch(/^(CFS|IAS)-630103-2026-\d{5}$/);
      expect(unit).toBe('630103');
      expect(statusTitle).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    }
    const helped = await list(ASSISTANT, '/v1/reporting/my-matters');
    expect(each(helped, 'number')).toEqual(each(mine, 'number'));
    expect(new Set(each(helped, 'part'))).toEqual(new Set(['assistant']));
  });

  test('open, ended, or all', async () => {
    const person = 'P-632800-wu';
    const [open, ended, all] = await Promise.all(
      ['open', 'ended', 'all'].map((state) => list(person, `/v1/reporting/my-matters?state=${state}`)),
    );
    expect([each(open ?? [], 'status'), each(ended ?? [], 'status')]).toEqual([
      ['following_up'],
      ['archived'],
    ]);
    expect(all).toHaveLength(2);
  });
});

describe('a matter', () => {
  const overdue = async () =>
    String((await list(LEDU, '/v1/reporting/main-ledger?status=overdue'))[0]?.['number']);

  test('has one page with everything, and each clock is explained in both languages', async () => {
    const page = await ask(LEDU, `/v1/reporting/matters/${await overdue()}`);
    expect(page).toMatchObject({
      status: 'overdue',
      people: { handler: { name: '冶某' } },
      instruments: [{ instrument: 'D-1', printedNumber: expect.stringMatching(/^乐都检纠违〔2026〕\d号$/) }],
    });
    const clocks = page['clocks'] as readonly (Json & { steps: readonly Json[] })[];
    expect(clocks.length).toBeGreaterThanOrEqual(3);
    for (const { clock, steps, title, obliged, law, start, due } of clocks) {
      expect([clock, steps.length >= 2]).toEqual([clock, true]);
      for (const step of steps) {
        expect(step['zh']).toMatch(/\p{Script=Han}/u);
        expect(step['en']).toMatch(/[A-Za-z]/);
      }
      expect(steps.some(({ zh }) => String(zh).includes(String(start)))).toBe(true);
      expect(steps.some(({ zh }) => String(zh).includes(String(due)))).toBe(true);
      expect([title, obliged]).toMatchObject([{ zh: expect.any(String) }, { en: expect.any(String) }]);
      expect(law).toEqual(expect.any(String));
    }
    const late = clocks.find(({ clock }) => clock === 'DL-16');
    expect(late).toMatchObject({ status: 'missed', daysOverdue: expect.any(Number) });
    expect(Number(late?.['daysOverdue'])).toBeGreaterThan(0);
  });

  test('has a timeline by legal date, and what lies ahead', async () => {
    const body = await ask(LEDU, `/v1/reporting/matters/${await overdue()}/timeline`);
    const days = each(itemsOf(body), 'on');
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual(days.toSorted());
    expect(each(itemsOf(body), 'type')).toEqual(
      expect.arrayContaining(['LeadRegistered', 'InstrumentServed', 'ReplyOverdue']),
    );
    const ahead = each(body['ahead'] as readonly Json[], 'due');
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead).toEqual(ahead.toSorted());
  });
});

describe('the deadline board', () => {
  const board = '/v1/reporting/deadlines';
  const key = ({ clock, subject, start, matter, lead }: Json) =>
    [clock, subject, start, matter, lead].join(' ');

  test('is narrowed down by state, clock, matter and days', async () => {
    const overdue = await list(LEDU, `${board}?status=overdue`);
    expect(overdue.length).toBeGreaterThan(0);
    for (const { due, daysOverdue } of overdue)
      expect([String(due) < TODAY, Number(daysOverdue) > 0]).toEqual([true, true]);
    const soon = await list(CHIEF, `${board}?status=soon`);
    expect(soon.length).toBeGreaterThan(0);
    for (const { due } of soon) expect(String(due) >= TODAY && String(due) <= '2026-12-01').toBe(true);
    const open = await list(CHIEF, `${board}?status=open`);
    for (const { status } of open) expect(['running', 'missed']).toContain(status);
    expect(new Set(each(await list(CHIEF, `${board}?clock=DL-54`), 'clock'))).toEqual(new Set(['DL-54']));
    const matter = String(open.find((row) => row['matter'] !== null)?.['matter']);
    expect(matter).toMatch(/^[A-Z]{3}-630103-/);
    expect(new Set(each(await list(CHIEF, `${board}?matter=${matter}`), 'matter'))).toEqual(
      new Set([matter]),
    );
    for (const { due } of await list(CHIEF, `${board}?dueFrom=2026-11-20&dueTo=2026-11-30`))
      expect(String(due) >= '2026-11-20' && String(due) <= '2026-11-30').toBe(true);
  });

  test('shows a superior what was escalated, and nothing of other units below', async () => {
    const units = new Set(each(await list(SUPERIOR, board), 'unit'));
    expect(units.has('630200')).toBe(true);
    expect(units.has('630103')).toBe(false);
  });

  test.each(['asc', 'desc'])(
    'by pages of three, %s: each once and in order, also when one comes in between',
    async (order) => {
      const before = await list(CHIEF, `${board}?order=${order}&limit=200`);
      const due = each(before, 'due');
      expect(due).toEqual(order === 'asc' ? due.toSorted() : due.toSorted().reverse());
      const found = (await pages(house, CHIEF, `${board}?order=${order}&limit=3`, newLead)).flat().map(key);
      expect(new Set(found).size).toBe(found.length);
      const known = before.map(key);
      expect(found.filter((one) => known.includes(one))).toEqual(known);
    },
  );

  test('refuses a cursor that is of no list', async () => {
    expect(await house.ask(CHIEF, `${board}?cursor=nonsense`)).toMatchObject({
      status: 422,
      code: 'cursor.unknown',
    });
  });
});

describe('the search', () => {
  const search = (q: string, person = CHIEF) =>
    list(person, `/v1/reporting/search?q=${encodeURIComponent(q)}`);

  test('finds by number and by its beginning', async () => {
    const all = await search('CFS-630103-2026');
    expect(all).toHaveLength(1);
    const number = String(all[0]?.['number']);
    expect(each(await search(number), 'number')).toEqual([number]);
    expect(each(await search(number.toLowerCase()), 'number')).toEqual([number]);
    expect(await search('CFS-630103-2019')).toEqual([]);
  });

  test.each([
    ['Chinese words of the subject', '投资理财', 1],
    ['words in any order', '不予立案 投资理财', 1],
    ['words inside the subject', '理财诈骗', 1],
    ['the body', '城中分局', 3],
    ['the handler', '李某', 3],
    ['Tibetan', 'ལག་ཁྱེར', 1],
    ['two words of which one is missing', '投资理财 看守所', 0],
  ])('finds by %s', async (_title, q, count) => {
    expect(await search(q)).toHaveLength(count);
  });

  test('refuses one character', async () => {
    const told = await house.ask(CHIEF, `/v1/reporting/search?q=${encodeURIComponent('案')}`);
    expect(told).toMatchObject({ status: 422, code: 'search.too-short' });
  });

  test('finds nothing of other units', async () => {
    expect(await search('鉴定意见')).toEqual([]);
    expect(await search('鉴定意见', LEDU)).toHaveLength(1);
  });
});
