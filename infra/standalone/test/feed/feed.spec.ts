import { play, type WorkedMatter } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openEmptyHouse, workedMatter } from '../acceptance-house.ts';
import type { TestHouse } from '../house.ts';
import { FeedReader } from './feed-reader.ts';

const UNIT = '630103';
const [CHIEF, GATE, HANDLER, CLERK, AUDITOR] = [
  'P-630103-bai',
  'P-630103-shi',
  'P-630103-li',
  'P-630103-ding',
  'P-630000-zhong',
];
const CANARIES = ['贾金丝', '13999900017', '金丝雀说的话', '贾听证', '金签收'];
const RESTRICTED = '金丝雀限制线索';

/** EX-01 with people whose names stand nowhere else. */
function withCanaries(matter: WorkedMatter): WorkedMatter {
  const text = JSON.stringify(matter)
    .replace('我叫马占某，', '金丝雀说的话：')
    .replace('"马占某"', '"贾金丝"')
    .replace('13900000001', '13999900017')
    .replace('被害人代表马占某等三人', '贾听证')
    .replace('城中分局值班民警', '金签收');
  return JSON.parse(text) as WorkedMatter;
}

const lead = (title: string) => ({
  unit: UNIT,
  source: 'own_case',
  type: 'IAS',
  subKind: 'general',
  title,
  supervisedBody: { name: '西宁市公安局城中分局', kind: 'public_security' },
});

let house: TestHouse;
let address = '';
let restricted = '';

async function read(person: string, query = '?live=false', lastEventId?: string): Promise<FeedReader> {
  const reader = await FeedReader.open(address, await house.token(person), query, lastEventId);
  if (query.includes('live=false')) await reader.end();
  return reader;
}

beforeAll(async () => {
  const opened = await openEmptyHouse();
  house = opened.house;
  address = await house.house.listen();
  const script = withCanaries(workedMatter('EX-01'));
  for (const canary of CANARIES) expect(JSON.stringify(script)).toContain(canary);
  expect((await play(script, opened.exchange)).differences).toEqual([]);
  const { body } = await house.done(HANDLER, 'intake.registerLead', undefined, {
    ...lead(RESTRICTED),
    secrecy: 'restricted',
    accessList: [HANDLER, CHIEF],
  });
  restricted = String(body['id']);
}, 60_000);
afterAll(() => house.close());

describe('what is in the feed', () => {
  test('CloudEvents 1.0, in the order of the record, each once', async () => {
    const { events, response } = await read(CHIEF);
    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(events.length).toBeGreaterThan(50);
    const positions = events.map(({ id }) => Number(id));
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
    expect(new Set(events.map(({ data }) => data['id'])).size).toBe(events.length);
    for (const { id, event, data } of events) {
      expect(data).toMatchObject({ specversion: '1.0', id: expect.stringMatching(/.+/), position: id });
      expect(data['source']).toMatch(/^urn:jiandu:/);
      expect(data['type']).toMatch(
        event === 'restricted' ? /^jiandu\.restricted\.v1$/ : new RegExp(`^jiandu\\..+\\.${event}\\.v\\d+$`),
      );
      expect(data['time']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      for (const name of Object.keys(data)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    }
  });

  test('the schema of every type is where the event says', async () => {
    const { events } = await read(CHIEF);
    const schemas = new Set(
      events.flatMap(({ data }) => (data['dataschema'] === undefined ? [] : [String(data['dataschema'])])),
    );
    expect(schemas.size).toBeGreaterThan(20);
    for (const schema of schemas) {
      const { status, body } = await house.send({ method: 'GET', url: schema });
      expect([schema, status, body['type']]).toEqual([schema, 200, 'object']);
    }
  });

  test('nobody who came, was heard or signed is in it, whoever reads', async () => {
    for (const person of [CHIEF, GATE, AUDITOR]) {
      const { text } = await read(person);
      expect(text).toContain('LeadReceived');
      for (const canary of CANARIES) expect(text).not.toContain(canary);
    }
  });

  test('an auditor gets every act and no content', async () => {
    const [audited, chief] = [await read(AUDITOR), await read(CHIEF)];
    expect(audited.events.length).toBeGreaterThan(chief.events.length);
    expect(audited.events.filter(({ data }) => 'data' in data)).toEqual([]);
    expect(audited.text).not.toContain('预付卡');
    expect(chief.text).toContain('预付卡');
  });

  test('can be asked by type', async () => {
    const { events } = await read(CHIEF, '?live=false&type=InstrumentServed,ReplyReceived');
    expect(events.map(({ event }) => event)).toEqual([
      'InstrumentServed',
      'ReplyReceived',
      'InstrumentServed',
      'ReplyReceived',
      'ReplyReceived',
    ]);
  });
});

describe('of a restricted thing there is only a stub', () => {
  test('in what is on record', async () => {
    for (const person of [CHIEF, GATE, AUDITOR]) {
      const { text, events } = await read(person);
      const stubs = events.filter(({ event }) => event === 'restricted');
      expect(stubs.map(({ data }) => Object.keys(data).toSorted())).toEqual([
        ['id', 'position', 'secrecy', 'source', 'specversion', 'time', 'type'],
      ]);
      expect([text.includes(restricted), text.includes(RESTRICTED)]).toEqual([false, false]);
    }
  });

  test('and in what happens while somebody reads', async () => {
    const reader = await read(CHIEF, '', String(await house.head()));
    await house.give(GATE, 'intake.acceptLead', restricted, {});
    await house.give(CHIEF, 'intake.acceptLead', restricted, {});
    const told = await house.done(HANDLER, 'intake.registerLead', undefined, {
      ...lead('另一条限制线索'),
      secrecy: 'restricted',
      accessList: [HANDLER, CHIEF, GATE],
    });
    await house.done(GATE, 'intake.acceptLead', String(told.body['id']), {});
    const matter = String((await house.ask(CHIEF, `/v1/intake/leads/${told.body['id']}`)).body['matter']);
    expect(matter).toMatch(/^IAS-630103-/);
    const head = await house.head();
    await house.done(CLERK, 'intake.registerLead', undefined, lead('公开的线索'));
    await reader.until(({ events }) => events.some(({ id }) => Number(id) > head));
    reader.leave();
    expect(reader.events.filter(({ event }) => event === 'restricted').length).toBeGreaterThan(3);
    expect(reader.text).toContain('公开的线索');
    for (const secret of ['另一条限制线索', String(told.body['id']), matter, restricted]) {
      expect([secret, reader.text.includes(secret)]).toEqual([secret, false]);
    }
  });
});

describe('a reader that comes back', () => {
  test('goes on after the last it had: nothing missing, nothing twice', async () => {
    const whole = await read(CHIEF);
    const first = await read(CHIEF, '');
    await first.until(({ events }) => events.length >= 7);
    first.leave();
    const had = first.events.slice(0, 7);
    await house.done(HANDLER, 'intake.registerLead', undefined, lead('断线期间的线索'));
    const second = await read(CHIEF, '', had.at(-1)?.id);
    await second.until(({ text }) => text.includes('断线期间的线索'));
    second.leave();
    const after = second.events.slice(0, whole.events.length - had.length);
    expect([...had, ...after]).toEqual(whole.events);
    expect(second.events.slice(after.length).map(({ event }) => event)).toEqual(['LeadRegistered']);
  });

  test('after any place, in small steps', async () => {
    const whole = (await read(CHIEF)).ids;
    for (const place of [0, 1, 20, whole.length - 2, whole.length - 1]) {
      const { ids } = await read(CHIEF, '?live=false', whole[place]);
      expect([place, ids]).toEqual([place, whole.slice(place + 1)]);
    }
  });

  test.each(['soon', '-1', '1e3'])('after %s there is nothing to go on from', async (lastEventId) => {
    const told = await house.ask(CHIEF, '/v1/reporting/feed?live=false', { 'last-event-id': lastEventId });
    expect(told).toMatchObject({ status: 422, code: 'feed.position-unknown' });
  });
});

describe('a live feed', () => {
  test('brings what happens, in the order it happens', async () => {
    const reader = await read(CHIEF, '', String(await house.head()));
    const titles = ['第一条', '第二条', '第三条'];
    for (const title of titles) await house.done(HANDLER, 'intake.registerLead', undefined, lead(title));
    await reader.until(({ text }) => text.includes('第三条'));
    reader.leave();
    const registered = reader.events.filter(({ event }) => event === 'LeadRegistered');
    expect(registered.map(({ data }) => (data['data'] as { title: string }).title)).toEqual(titles);
  });

  test('ends its subscription when the reader goes', async () => {
    const subscribe = vi.spyOn(house.house.store, 'subscribe');
    const readers = await Promise.all([1, 2, 3].map(() => read(CHIEF, '', '1')));
    await Promise.all(readers.map((reader) => reader.until(({ events }) => events.length > 10)));
    const subscriptions = subscribe.mock.results.map(({ value }) => value);
    const stopped = subscriptions.map((subscription) => vi.spyOn(subscription, 'stop'));
    subscribe.mockRestore();
    expect(subscriptions).toHaveLength(3);
    expect(stopped.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
    for (const reader of readers) reader.leave();
    await expect.poll(() => stopped.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
  });

  test('is not for everybody', async () => {
    for (const person of [HANDLER, CLERK]) {
      expect(await house.ask(person, '/v1/reporting/feed?live=false')).toMatchObject({ status: 403 });
    }
    expect(await house.send({ method: 'GET', url: '/v1/reporting/feed?live=false' })).toMatchObject({
      status: 401,
    });
  });
});
