import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House, textOf } from './house.ts';
import { CIR, IAS } from './matters.ts';
import { outputOf } from './output.ts';
import { audit, type Page, SECRET, TODAY, tellThreeMatters, ye } from './scene.ts';

let house: House;

beforeAll(async () => {
  house = await House.open(tellThreeMatters().events, TODAY);
});
afterAll(() => house.close());

describe('who sees a matter', () => {
  test.each([
    [ye, 'answered'],
    ['P-630202-duo', 'answered'],
    ['P-630200-an', 'answered'],
    ['P-630200-line', 'answered'],
    ['P-630202-other', 'access.not-handler'],
    ['P-632800-ba', 'access.other-unit'],
    [audit, 'access.denied'],
    ['P-630000-sys', 'access.denied'],
  ])('%s is %s at the page', async (person, outcome) => {
    expect(await house.refusal('matterPage', { id: IAS }, person)).toBe(outcome);
  });

  test.each(['matterPage', 'timeline', 'matterHistory'])(
    '%s: a restricted matter looks to the chief like one that does not exist',
    async (query) => {
      const restricted = await house.ask(query, { id: SECRET }, 'P-630202-duo');
      const unknown = await house.ask(query, { id: SECRET.replace('10', '99') }, 'P-630202-duo');
      expect(restricted).toMatchObject({ ok: false, refusal: { code: 'thing.unknown' } });
      const blind = JSON.stringify(unknown).replaceAll('00099', '00010');
      expect(JSON.stringify(restricted)).toBe(blind);
      expect(await house.refusal(query, { id: SECRET }, ye)).toBe('answered');
    },
  );

  test('lists hold what the reader may see, no more', async () => {
    const mine = await house.answer<{ items: { number: string }[] }>('myMatters', { state: 'all' }, ye);
    expect(mine.items.map(({ number }) => number)).toEqual([SECRET, IAS]);
    const of = async (person: string) => {
      const { items } = await house.answer<{ items: { number: string }[] }>('mainLedger', {}, person);
      return items.map(({ number }) => number);
    };
    expect(await of('P-630202-ma')).toEqual([IAS]);
    expect(await of(ye)).toEqual([IAS, SECRET]);
    expect(await of('P-630200-an')).toEqual([IAS]);
    expect(await of('P-630000-an')).toEqual([CIR, IAS]);
    expect(await of('P-630000-sys')).toEqual([]);
  });
});

describe('the page', () => {
  test('shows status, clocks with their explanation, and answers by its own schema', async () => {
    const page = await house.answer<Page>('matterPage', { id: IAS }, ye);
    expect(outputOf('matterPage').safeParse(page).error).toBeUndefined();
    expect(page).toMatchObject({ status: 'archived', etag: expect.stringMatching(/^"\d+"$/), nextDue: null });
    const reply = page.clocks.find(({ clock }) => clock === 'DL-16');
    expect(reply).toMatchObject({
      subject: 'D-1',
      due: '2025-05-06',
      status: 'met',
      daysLate: 13,
      title: { zh: '纠正违法通知书回复' },
    });
    expect(reply?.steps.at(-1)).toHaveProperty('date', '2025-05-06');
  });

  test('names the open clocks of an inspection by what is due next', async () => {
    const page = await house.answer<Page>('matterPage', { id: CIR }, 'P-632800-ba');
    expect(page).toMatchObject({ status: 'investigating', nextDue: '2025-08-20', links: [{ kind: 'lead' }] });
    expect(page.clocks).toMatchObject([
      { clock: 'DL-18', subject: 'I-1', daysOverdue: 6, daysLeft: 0 },
      { clock: 'DL-16', subject: 'D-1', daysOverdue: 0, daysLeft: 14 },
    ]);
  });
});

describe('the deadline board', () => {
  const board = async (input: object, person: string) => {
    const { items } = await house.answer<{ items: { clock: string; subject: string }[] }>(
      'deadlines',
      input,
      person,
    );
    return items.map(({ clock, subject }) => `${clock} ${subject}`);
  };

  test('a unit sees its clocks, what is due first on top', async () => {
    expect(await board({ status: 'open' }, 'P-632800-ba')).toEqual(['DL-18 I-1', 'DL-16 D-1']);
    expect(await board({ status: 'overdue' }, 'P-632800-ba')).toEqual(['DL-18 I-1']);
    expect(await board({ status: 'soon' }, 'P-632800-ba')).toEqual([]);
    expect(await board({ dueFrom: '2025-09-01', dueTo: '2025-09-30' }, 'P-632800-ba')).toEqual(['DL-16 D-1']);
  });

  test('a handler sees those of his own matters, with the restricted one he is on the list of', async () => {
    expect(await board({ status: 'met' }, ye)).toEqual([
      `DL-54 ${IAS}`,
      'DL-16 D-1',
      'DL-56 D-1',
      'DL-17 D-1',
    ]);
    expect(await board({ status: 'open' }, ye)).toEqual([`DL-54 ${SECRET}`]);
    expect(await board({ status: 'open' }, 'P-630202-ma')).toEqual([]);
    expect(await board({}, 'P-630202-other')).toEqual([]);
  });

  test('pages follow one another without a gap, and answer by their own schema', async () => {
    const first = await house.answer<{ items: object[]; next: string }>('deadlines', { limit: '3' }, ye);
    expect(outputOf('deadlines').safeParse(first).error).toBeUndefined();
    const second = await house.answer<{ items: object[] }>(
      'deadlines',
      { limit: '3', cursor: first.next },
      ye,
    );
    expect(first.items).toHaveLength(3);
    expect(second.items).toHaveLength(2);
    expect(await house.refusal('deadlines', { cursor: 'nonsense' }, ye)).toBe('cursor.unknown');
  });
});

test('no personal field is in any document, sealed or not', async () => {
  const { readModels } = house.runtime.parts;
  let documents = 0;
  for (const { collectionName } of house.runtime.views) {
    for await (const doc of readModels.scan(collectionName)) {
      documents += 1;
      expect(JSON.stringify(doc)).not.toMatch(/金丝雀|\$sealed|13900000000/);
    }
  }
  expect(documents).toBeGreaterThan(10);
});

describe('the main ledger', () => {
  test('answers by its own schema, filtered', async () => {
    const all = await house.answer('mainLedger', { sort: 'acceptedOn', order: 'desc' }, 'P-630000-an');
    expect(outputOf('mainLedger').safeParse(all).error).toBeUndefined();
    expect(all).toMatchObject({ total: 2, items: [{ number: CIR }, { number: IAS }] });
    const some = { type: 'IAS', status: 'archived', acceptedFrom: '2025-04-01', acceptedTo: '2025-04-30' };
    expect(await house.answer('mainLedger', some, 'P-630000-an')).toMatchObject({ total: 1 });
    expect(await house.answer('mainLedger', { unit: '630103' }, 'P-630000-an')).toMatchObject({ total: 0 });
  });

  test('the file has a byte order mark, a line a matter and a number in front', async () => {
    const text = await textOf(await house.answer('mainLedgerCsv', {}, 'P-630000-an'));
    expect(text.startsWith('\uFEFF序号')).toBe(true);
    const [, first, second, end] = text.split('\r\n');
    expect(first).toMatch(new RegExp(`^1,${CIR},632800院,`));
    expect(second).toContain(`2,${IAS},630202院,刑事检察,刑事检察,侦查活动监督,归档,`);
    expect(second).toContain('乐都检纠违〔2025〕3号');
    expect(second).toContain(',违法已纠正,2025-07-14,97,0,合格,');
    expect(end).toBe('');
  });

  test('an auditor gets numbers, no rows', async () => {
    expect(await house.answer('mainLedger', {}, audit)).toMatchObject({ total: 0 });
    expect(await house.answer('ledgerCounts', { by: 'status' }, audit)).toEqual({
      by: 'status',
      total: 2,
      counts: [
        { value: 'archived', matters: 1 },
        { value: 'investigating', matters: 1 },
      ],
    });
  });
});

describe('search', () => {
  const found = async (q: string, person = 'P-630000-line') => {
    const answered = await house.ask('search', { q }, person);
    if (!answered.ok) return answered.refusal.code;
    return (answered.value as { items: { number: string }[] }).items.map(({ number }) => number);
  };

  test.each([
    [IAS, [IAS]],
    ['ias-630202', [IAS]],
    ['录音录像', [IAS]],
    ['冶某 乐都', [IAS]],
    ['乐都检纠违〔2025〕3号', [IAS]],
    ['巡回', []],
    ['没有这样的词', []],
    ["' OR 1=1 --", []],
    ['马', 'search.too-short'],
    ['。。', 'search.too-short'],
  ])('%s', async (q, numbers) => {
    expect(await found(q, 'P-630202-duo')).toEqual(numbers);
  });

  test('a restricted matter is found by nobody', async () => {
    expect(await found('专案', ye)).toEqual([]);
    expect(await found(SECRET, ye)).toEqual([]);
  });
});
