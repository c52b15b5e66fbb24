import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, openTestHouse, type TestHouse, type Told } from '../house.ts';
import { significantMatter } from '../matters.ts';
import { writesNothing as nothingWritten } from './nothing-written.ts';
import { CHIEF, CLERK, GATE, HANDLER, soundLead, UNIT } from './sound.ts';

const finders = { unit: UNIT, handler: HANDLER, gate: GATE };
let house: TestHouse;
let matter = '';

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
  matter = await significantMatter(house, finders, 'IAS');
  await house.done(CHIEF, 'intake.approveFiling', matter, {});
  await house.settle();
}, 30_000);
afterAll(() => house.close());

const writesNothing = (ask: () => Promise<Told>) => nothingWritten(house, ask);
const register = (input: unknown) =>
  writesNothing(() => house.give(CLERK, 'intake.registerLead', undefined, input));

async function post(payload: string, type = 'application/json', url = '/v1/intake/leads'): Promise<Told> {
  const headers = { authorization: `Bearer ${await house.token(CLERK)}`, 'content-type': type };
  return writesNothing(() => house.send({ method: 'POST', url, headers, payload }));
}

describe('a body that is none', () => {
  test.each(['{"unit": "630103",', '{unit: 630103}', "{'unit': '630103'}", '[1,2', '\u0000', 'null x'])(
    'malformed JSON: %j',
    async (payload) => {
      expect(await post(payload)).toMatchObject({ status: 400, code: 'request.malformed-json' });
    },
  );

  test.each(['null', '[]', '"text"', '7', 'true'])('JSON that is no object: %s', async (payload) => {
    expect(await post(payload)).toMatchObject({ status: 422, code: 'input.invalid' });
  });

  test('10 MB', async () => {
    const told = await post(JSON.stringify(soundLead({ facts: 'x'.repeat(10 * 1024 * 1024) })));
    expect(told).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  test('nested a hundred thousand deep', async () => {
    const told = await post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect([400, 413, 422]).toContain(told.status);
    expect(told.code).toMatch(/^(request\.|input\.)/);
  });

  test('another media type', async () => {
    expect(await post('unit=630103', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
      code: 'request.media-type',
    });
  });

  test('a field that would reach the prototype', async () => {
    const told = await post(JSON.stringify(soundLead()).replace(/^\{/, '{"__proto__":{"unit":"630000"},'));
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
    expect(Object.hasOwn(Object.prototype, 'unit')).toBe(false);
  });
});

describe('a field that is wrong', () => {
  const cases: readonly (readonly [what: string, more: Json, field: string])[] = [
    ['a number for a text', { title: 7 }, 'title'],
    ['a text for a number', { persons: '三人' }, 'persons'],
    ['a list for an object', { supervisedBody: [] }, 'supervisedBody'],
    ['a text for a boolean', { custody: 'true' }, 'custody'],
    ['null for a text', { title: null }, 'title'],
    ['a negative number of persons', { persons: -1 }, 'persons'],
    ['half a person', { persons: 1.5 }, 'persons'],
    ['a blank title', { title: '   ' }, 'title'],
    ['a title too long', { title: '字'.repeat(201) }, 'title'],
    ['a unit code of letters', { unit: 'abcdef' }, 'unit'],
    ['a date that does not exist', { discoveredOn: '2025-02-30' }, 'discoveredOn'],
    ['29 February of a common year', { happenedFrom: '2025-02-29' }, 'happenedFrom'],
    ['a thirteenth month', { happenedTo: '2025-13-01' }, 'happenedTo'],
    ['a date in another spelling', { happenedTo: '2025/03/01' }, 'happenedTo'],
    ['an instant for a date', { discoveredOn: '2025-03-01T00:00:00Z' }, 'discoveredOn'],
    [
      'a kind of body that there is not',
      { supervisedBody: { name: '某局', kind: 'secret_police' } },
      'supervisedBody.kind',
    ],
    ['a label that there is not', { secrecy: 'cosmic' }, 'secrecy'],
  ];
  test.each(cases)('%s', async (_what, more, field) => {
    const told = await register(soundLead(more));
    expect(told).toMatchObject({ status: 422, code: 'input.invalid' });
    expect(told.body['field']).toBe(field);
  });

  test('a field that nobody declared is named', async () => {
    const told = await register(soundLead({ isAdmin: true }));
    expect(told).toMatchObject({ status: 422, code: 'input.invalid' });
    expect(JSON.stringify(told.body['issues'])).toContain('isAdmin');
  });

  test('one inside another is named by its path', async () => {
    const told = await register(soundLead({ supervisedBody: { name: '某局', kind: 'court', rank: 1 } }));
    expect(told.body['field']).toBe('supervisedBody');
    expect(JSON.stringify(told.body['issues'])).toContain('rank');
  });

  test('a required field that is not there', async () => {
    const { title: _title, ...rest } = soundLead();
    expect((await register(rest)).body['field']).toBe('title');
  });

  test('codes that the catalogue does not know, each by its rule', async () => {
    expect(await register(soundLead({ source: 'hearsay' }))).toMatchObject({ code: 'source.unknown' });
    expect(await register(soundLead({ type: 'QQQ' }))).toMatchObject({ code: 'type.unknown' });
    expect(await register(soundLead({ subKind: 'nothing' }))).toMatchObject({ code: 'subkind.unknown' });
  });

  test('a reversed period', async () => {
    const told = await register(soundLead({ happenedFrom: '2025-03-02', happenedTo: '2025-03-01' }));
    expect(told).toMatchObject({ status: 422, code: 'period.reversed', body: { field: 'happenedTo' } });
  });
});

describe('a fact that lies ahead', () => {
  test.each([
    ['intake.registerLead', undefined, { discoveredOn: '2025-03-04' }, 'discoveredOn'],
    [
      'intake.receiveLead',
      undefined,
      { source: 'citizen_complaint', receivedOn: '2025-03-04' },
      'receivedOn',
    ],
  ] as const)('%s', async (command, id, more, field) => {
    const told = await writesNothing(() => house.give(CLERK, command, id, soundLead(more)));
    expect(told).toMatchObject({ status: 422, code: 'date.in-future', body: { field } });
  });

  test('a day ahead in Shanghai is ahead, whatever the day elsewhere', async () => {
    const told = await writesNothing(() =>
      house.give(CLERK, 'intake.keepOffline', undefined, {
        unit: UNIT,
        offlineNumber: '1',
        keptOn: '2099-01-01',
      }),
    );
    expect(told).toMatchObject({ status: 422, code: 'date.in-future' });
  });

  test.each([
    ['investigation.takeMeasure', HANDLER, 'takenOn'],
    ['investigation.submitReviewReport', HANDLER, 'submittedOn'],
  ] as const)('%s in a matter', async (command, person, field) => {
    const inputs: Readonly<Record<string, Json>> = {
      takenOn: { kind: 'consult_records', persons: [HANDLER, 'P-630103-cai'], finding: '查阅。' },
      submittedOn: { facts: '事实', law: '法条', conclusion: 'violation', proposal: '建议' },
    };
    const told = await writesNothing(() =>
      house.give(person, command, matter, { ...inputs[field], [field]: '2025-03-04' }),
    );
    expect(told).toMatchObject({ status: 422, code: 'date.in-future' });
  });
});

describe('a due date in the past', () => {
  const decide = (instrument: Json) =>
    writesNothing(() =>
      house.give(CHIEF, 'disposition.makeDecision', matter, {
        outcome: 'instruments',
        instruments: [{ kind: 'correction_notice', ...instrument }],
        opinion: '纠正。',
      }),
    );
  beforeAll(async () => {
    await house.done(HANDLER, 'investigation.submitReviewReport', matter, {
      facts: '事实',
      law: '法条',
      conclusion: 'violation',
      proposal: '建议',
    });
  });
  test.each(['2025-03-02', '2025-03-03', '1999-12-31'])('is refused: reply by %s', async (replyBy) => {
    expect(await decide({ replyBy })).toMatchObject({ status: 422, code: 'reply-date.not-after-service' });
  });
  test('and so is no time at all', async () => {
    const told = await decide({ replyWithin: { n: 0, unit: 'day' } });
    expect(told.status).toBe(422);
  });
});
