import { toCloudEvent } from '@jiandu/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { House, textOf } from './house.ts';
import { Log } from './log.ts';
import { CFS, clock, IAS, profile, provenance } from './matters.ts';
import { tellOverdueMatter } from './overdue-matter.ts';

const SECRET = 'IAS-630202-2025-00010';
const chief = 'P-630202-duo';
const audit = 'P-630000-audit';
let house: House;

interface Sent {
  readonly id: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The server-sent events in a text, as a browser would read them. */
function sentIn(text: string): readonly Sent[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('id: '))
    .map((block) => {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      return {
        id: Number(fields['id']),
        event: fields['event'] ?? '',
        data: JSON.parse(fields['data'] ?? '{}'),
      };
    });
}

async function sent(input: object, person = chief): Promise<readonly Sent[]> {
  return sentIn(await textOf(await house.answer('feed', { live: 'false', ...input }, person)));
}

beforeAll(async () => {
  const log = tellOverdueMatter();
  const secret = profile('IAS', '630202', { secrecy: 'restricted', title: '专案题目' });
  const restricted = { secrecy: 'restricted' };
  log.say(
    `intake.matter-${SECRET}`,
    'MatterAccepted',
    '2025-06-01',
    {
      acceptedOn: '2025-06-01',
      profile: secret,
      provenance: provenance(),
      clocks: [clock('DL-54', SECRET, '2025-06-01', '2025-06-16')],
    },
    restricted,
  );
  house = await House.open(log.events, '2025-08-26');
  const later = new Log('later');
  later.say('intake.numberSeries-IAS-630202-2025', 'MatterNumbered', '2025-06-01', {
    matter: SECRET,
    sequence: 10,
    lead: 'L-630202-2025-SECRET01',
    acceptedOn: '2025-06-01',
    profile: secret,
    provenance: provenance(),
  });
  later.say('disposition.documentSeries-630202-纠违-2025', 'InstrumentNumbered', '2025-06-02', {
    unit: '630202',
    word: '纠违',
    year: 2025,
    sequence: 9,
    printedNumber: '乐都检纠违〔2025〕9号',
    matter: SECRET,
    instrument: 'D-1',
  });
  later.say(`disposition.deadline-${SECRET}/DL-54`, 'DeadlineMissed', '2025-06-17', {
    key: SECRET,
    unit: '630202',
    clock: 'DL-54',
    subject: SECRET,
    due: '2025-06-16',
    since: '2025-06-17',
  });
  later.say(`intake.matter-${CFS}`, 'ConflictDeclared', '2025-06-02', {
    person: 'P-630103-li',
    conflict: false,
  });
  await house.tell(later.events);
});
afterAll(() => house.close());

test('CloudEvents in log order, each with its place in the log as id', async () => {
  const events = await sent({ type: 'FilingApproved, ReplyOverdue' });
  expect(events.map(({ event }) => event)).toEqual(['FilingApproved', 'ReplyOverdue']);
  const { events: recorded } = await house.store.readAll(0, 1000);
  for (const { id, data } of events) {
    const original = recorded.find(({ position }) => position === id)!;
    expect(data).toEqual(toCloudEvent(original, house.runtime.index.event(original.type)));
    expect(data).toMatchObject({ specversion: '1.0', position: String(id), partitionkey: IAS });
  }
});

test('goes on after the last event that arrived', async () => {
  const all = await sent({});
  const half = all[10]!;
  expect(await sent({ lastEventId: String(half.id) })).toEqual(all.slice(11));
  expect(await sent({ from: String(half.id) })).toEqual(all.slice(11));
});

test('personal data and deliberation are never in it', async () => {
  const text = JSON.stringify(await sent({}));
  expect(text).not.toContain('金丝雀');
  expect(text).not.toContain('$sealed');
  expect(text).not.toContain('13900000000');
  expect(text).not.toContain('inFavour');
});

test('of a restricted matter, its number and its clocks there is only a stub that names nothing', async () => {
  const text = await textOf(await house.answer('feed', { live: 'false' }, chief));
  for (const secret of [SECRET, '专案题目', 'SECRET01', '〔2025〕9号']) expect(text).not.toContain(secret);
  const stubs = sentIn(text).filter(({ event }) => event === 'restricted');
  expect(stubs.length).toBeGreaterThanOrEqual(4);
  expect(Object.keys(stubs[0]!.data).sort()).toEqual([
    'id',
    'position',
    'secrecy',
    'source',
    'specversion',
    'time',
    'type',
  ]);
  expect(await sent({ type: 'MatterNumbered' })).toEqual([]);
});

test('each gets the events of the units that are his', async () => {
  const units = async (person: string) => new Set((await sent({}, person)).map(({ data }) => data['unit']));
  expect([...(await units(chief))].filter(Boolean)).toEqual(['630202']);
  expect([...(await units('P-632800-ba'))]).toEqual([]);
  expect(await sent({ unit: '630103' }, chief)).toEqual([]);
  expect(await house.refusal('feed', {}, 'P-630202-ye')).toBe('feed.closed-to-role');
});

test('an auditor gets acts and times without content', async () => {
  const events = await sent({ type: 'FilingApproved' }, audit);
  expect(events).toHaveLength(1);
  expect(events[0]?.data).not.toHaveProperty('data');
  expect(events[0]?.data).toMatchObject({ actorrole: 'chief', subject: IAS });
});

test.each([
  ['lastEventId', 'x'],
  ['from', '-1'],
  ['from', '1e9'],
])('%s %s is no place to go on from', async (field, value) => {
  expect(await house.refusal('feed', { [field]: value }, chief)).toBe('feed.position-unknown');
});

test('a live feed gives what is there, then what comes', async () => {
  const head = await house.store.head();
  const { body } = await house.answer<{ body: AsyncIterable<string> }>('feed', { from: String(head) }, chief);
  const reader = body[Symbol.asyncIterator]();
  expect((await reader.next()).value).toBe('retry: 3000\n\n');
  const next = reader.next();
  const log = new Log('live');
  log.say(`disposition.disposal-${IAS}`, 'IssueSettled', '2025-08-26', {
    issue: 'I-1',
    result: 'corrected',
    settledOn: '2025-08-26',
  });
  await house.tell(log.events);
  expect(sentIn(String((await next).value))).toMatchObject([{ id: head + 1, event: 'IssueSettled' }]);
  await reader.return?.();
});
