import { playTogether, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmptyHouse, workedMatter } from '../acceptance-house.ts';
import type { Json, TestHouse } from '../house.ts';

const AUDITOR = 'P-630000-zhong';

/** A page as it was answered while the matter was played. */
interface SeenThen {
  readonly matter: string;
  readonly reader: string;
  readonly on: string;
  readonly page: Json;
}

let house: TestHouse;
const seenThen: SeenThen[] = [];

const address = (matter: string, rest = '') => `/v1/reporting/matters/${matter}${rest}`;
const itemsOf = (body: Json) => body['items'] as readonly Json[];

async function historyOf(reader: string, matter: string): Promise<readonly Json[]> {
  return itemsOf((await house.ask(reader, address(matter, '/history'))).body);
}

beforeAll(async () => {
  const opened = await openEmptyHouse();
  house = opened.house;
  const readers = new Map(workedMatters.map(({ number = '', reader }) => [number, reader]));
  const played = await playTogether(workedMatters, opened.exchange, ({ seen: { page }, step: { on } }) => {
    const matter = String(page['number']);
    const reader = readers.get(matter);
    if (reader !== undefined) seenThen.push({ matter, reader, on, page });
  });
  expect(played.flatMap(({ differences }) => differences)).toEqual([]);
}, 60_000);
afterAll(() => house.close());

describe('the matter as it was seen', () => {
  test('pages were recorded all along', () => {
    expect(seenThen.length).toBeGreaterThan(70);
    expect(new Set(seenThen.map(({ matter }) => matter)).size).toBe(3);
    expect(new Set(seenThen.map(({ page }) => JSON.stringify(page))).size).toBeGreaterThan(60);
  });

  test('at a position: every page, field by field', async () => {
    for (const { matter, reader, on, page } of seenThen) {
      const position = Number(page['position']);
      const { body } = await house.ask(reader, address(matter, `/history?at=${position}`));
      expect([matter, on, body['position']]).toEqual([matter, on, position]);
      // What a day makes of a due date is told for the day of the newest event; only `at=<time>` knows a later one.
      if (String(body['recordedAt']).startsWith(on)) expect(body['page']).toEqual(page);
    }
  }, 60_000);

  test('at a time: what was seen last on each day, field by field', async () => {
    const lastOfDay = new Map(seenThen.map((seen) => [`${seen.matter} ${seen.on}`, seen]));
    expect(lastOfDay.size).toBeGreaterThan(40);
    for (const { matter, reader, on, page } of lastOfDay.values()) {
      for (const at of [`${on}T09:30:00%2B08:00`, `${on}T01:30:00Z`, on]) {
        const { body } = await house.ask(reader, address(matter, `/history?at=${at}`));
        expect([at, body['page']]).toEqual([at, page]);
      }
    }
  }, 60_000);

  test.each(['1', '2025-03-02', '2025-03-03T00:00:00Z'])(
    'before it was there, at %s, there is nothing',
    async (at) => {
      const { matter, reader } = seenThen[0] as SeenThen;
      expect(await house.ask(reader, address(matter, `/history?at=${at}`))).toMatchObject({
        status: 404,
        code: 'moment.before-matter',
      });
    },
  );

  test.each(['yesterday', '2025-02-29', '2025-03-03T25:00:00Z', '-1'])('%s is no moment', async (at) => {
    const { matter, reader } = seenThen[0] as SeenThen;
    const told = await house.ask(reader, address(matter, `/history?at=${at}`));
    expect(told).toMatchObject({ status: 422, code: 'input.invalid' });
  });
});

describe('two moments of a matter, field by field', () => {
  const { number = '', reader } = workedMatter('EX-01');
  const compare = async (from: number | string, to: number | string) =>
    (await house.ask(reader, address(number, `/compare?from=${from}&to=${to}`))).body[
      'differences'
    ] as readonly {
      path: string;
      before: unknown;
      after: unknown;
    }[];

  test('the same moment differs in nothing', async () => {
    expect(await compare('2025-04-11', '2025-04-11')).toEqual([]);
  });

  test('the filing shows in the fields it touches and in no other', async () => {
    const differences = await compare('2025-03-13', '2025-03-14');
    const byPath = new Map(differences.map(({ path, before, after }) => [path, [before, after]]));
    expect(byPath.get('status')).toEqual(['accepted', 'filed']);
    expect(byPath.get('days.filed')).toEqual([null, '2025-03-14']);
    expect(byPath.get('people.approvedBy')).toEqual([null, '白某']);
    expect(byPath.get(`clocks.${number}/DL-54/2025-03-10.status`)).toEqual(['running', 'met']);
    const touched = [
      'status',
      'statusSince',
      'days',
      'people',
      'clocks',
      'nextDue',
      'filingBasis',
      'card',
      'quality',
    ];
    expect([...byPath.keys()].filter((path) => !touched.includes(path.split('.')[0] ?? ''))).toEqual([]);
  });

  test('backwards is the same the other way round', async () => {
    const forth = await compare('2025-03-26', '2025-08-25');
    const back = await compare('2025-08-25', '2025-03-26');
    expect(forth.length).toBeGreaterThan(10);
    expect(back).toEqual(forth.map(({ path, before, after }) => ({ path, before: after, after: before })));
  });
});

describe('the history', () => {
  test('lists every event of the matter, its lead and its deadlines, in the order of the record', async () => {
    for (const { number = '', reader } of workedMatters) {
      const page = (await house.ask(reader, address(number))).body;
      const lead = String((page['card'] as Json)['lead']);
      const about = ({ stream }: { stream: string }) => stream.includes(number) || stream.includes(lead);
      const log = (await house.log()).filter(about);
      const shown = await historyOf(reader, number);
      const positions = shown.map(({ position }) => Number(position));
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      expect(shown.length).toBeGreaterThan(40);
      const missing = log.filter(
        ({ position, stream }) => !positions.includes(position) && !stream.startsWith('intake.numberSeries'),
      );
      expect(missing.map(({ stream, type }) => `${stream} ${type}`)).toEqual([]);
    }
  });

  test('says of each event who, as what, for which unit, when it was and when it was written down', async () => {
    const log = new Map((await house.log()).map((event) => [event.position, event]));
    const events = await historyOf(workedMatter('EX-02').reader, workedMatter('EX-02').number ?? '');
    for (const shown of events) {
      const event = log.get(Number(shown['position']));
      expect(event).toBeDefined();
      const { actor, occurredOn, recordedAt, reason = null, command } = event?.metadata ?? {};
      expect(shown).toMatchObject({
        type: event?.type,
        occurredOn,
        recordedAt,
        reason,
        command,
        actor: { person: actor?.person, name: actor?.name, role: actor?.role, unit: actor?.unit },
        title: { zh: expect.any(String), en: expect.any(String) },
      });
      expect((shown['actor'] as Json)['roleTitle']).toMatchObject({
        zh: expect.any(String),
        en: expect.any(String),
      });
    }
    const reasons = events.filter(({ reason }) => reason !== null);
    expect(reasons.map(({ type }) => type)).toContain('FilingApproved');
  });

  test('comes in pages without a gap', async () => {
    const { number = '', reader } = workedMatter('EX-06');
    const whole = await historyOf(reader, number);
    const found: Json[] = [];
    for (let from: string | undefined = '0'; from !== undefined; ) {
      const { body } = await house.ask(reader, address(number, `/history?limit=7&from=${from}`));
      found.push(...itemsOf(body));
      from = body['next'] as string | undefined;
    }
    expect(found).toEqual(whole);
  });

  test('shows an auditor every act and actor, and no content', async () => {
    const { number = '', reader } = workedMatter('EX-01');
    const [audited, handled] = [await historyOf(AUDITOR, number), await historyOf(reader, number)];
    const who = ({ position, type, actor, occurredOn, recordedAt }: Json) => ({
      position,
      type,
      actor,
      occurredOn,
      recordedAt,
    });
    expect(audited.map(who)).toEqual(handled.map(who));
    expect(audited.map(({ data }) => data)).toEqual(audited.map(() => ({})));
    expect(await house.ask(AUDITOR, address(number))).toMatchObject({ status: 403, code: 'access.denied' });
  });
});
