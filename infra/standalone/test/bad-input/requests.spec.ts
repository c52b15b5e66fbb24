import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, openTestHouse, type TestHouse, type Told } from '../house.ts';
import { acceptedMatter, registeredLead, significantMatter } from '../matters.ts';
import { CHIEF, CLERK, GATE, HANDLER, soundLead, UNIT } from './sound.ts';

const finders = { unit: UNIT, handler: HANDLER, gate: GATE };
let house: TestHouse;
let lead = '';
let matter = '';

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
  lead = await registeredLead(house, finders, 'CFS');
  matter = await significantMatter(house, finders, 'IAS');
  await house.done(CHIEF, 'intake.approveFiling', matter, {});
  await house.settle();
}, 30_000);
afterAll(() => house.close());

/** Asks, and answers what was told once it is sure that nothing came into the log. */
async function writesNothing(ask: () => Promise<Told>): Promise<Told> {
  await house.settle();
  const before = await house.head();
  const told = await ask();
  await house.settle();
  expect(await house.head(), 'something was written').toBe(before);
  return told;
}

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
    expect(await register(soundLead({ type: 'XXX' }))).toMatchObject({ code: 'type.unknown' });
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

describe('things that are not there', () => {
  const unknownLead = `L-${UNIT}-2025-ZZZZZZZZ`;
  const unknownMatter = `CFS-${UNIT}-2025-00999`;
  test.each([
    ['intake.screenLead', CLERK, unknownLead, { result: 'accept', opinion: '受理。' }],
    ['intake.approveFiling', CHIEF, unknownMatter, {}],
    [
      'investigation.submitReviewReport',
      HANDLER,
      unknownMatter,
      { facts: '一', law: '二', conclusion: 'violation', proposal: '三' },
    ],
    ['disposition.urgeReply', HANDLER, unknownMatter, { instrument: 'D-1' }],
    ['intake.approveFiling', CHIEF, '../../etc/passwd', {}],
    ['intake.approveFiling', CHIEF, "' OR 1=1 --", {}],
    ['intake.approveFiling', CHIEF, '没有', {}],
  ] as const)('%s by %s to %s', async (command, person, id, input) => {
    const told = await writesNothing(() => house.give(person, command, id, input));
    expect(told).toMatchObject({ status: 404, code: 'thing.unknown' });
    expect(told.text).not.toContain('passwd');
  });

  test('people, instruments and replies that the matter does not know', async () => {
    const who = await writesNothing(() =>
      house.give(CHIEF, 'intake.reassignHandler', matter, { handler: 'P-630103-none', opinion: '指定。' }),
    );
    expect(who.code).toBe('handler.not-eligible');
    const which = await writesNothing(() =>
      house.give('P-630103-zhao', 'disposition.serveInstrument', matter, {
        instrument: 'D-99',
        method: 'direct',
        proof: '回证',
      }),
    );
    expect(which.code).toBe('instrument.unknown');
  });

  test('addresses', async () => {
    expect(await house.ask(CHIEF, '/v1/intake/nothing')).toMatchObject({
      status: 404,
      code: 'route.unknown',
    });
    expect(await post('{}', 'application/json', '/v1/intake/leads/x/do-magic')).toMatchObject({
      status: 404,
    });
  });

  test.each([
    '/v1/intake/leads?cursor=nonsense',
    '/v1/reporting/main-ledger?cursor=nonsense',
    '/v1/reporting/search?q=CFS-630103&cursor=nonsense',
    '/v1/reporting/deadlines?cursor=nonsense',
    '/v1/disposition/instruments?cursor=nonsense',
    '/v1/disposition/escalations?cursor=nonsense',
    '/v1/assessment/quality-checks?cursor=nonsense',
    `/v1/registry/units/${UNIT}/delegations?cursor=nonsense`,
  ])('a cursor that nobody gave: %s', async (url) => {
    const told = await house.ask(CHIEF, url);
    expect(told.status, told.text).toBe(422);
    expect(told.body['field']).toBe('cursor');
  });

  test.each([
    '/v1/intake/leads?limit=0',
    '/v1/intake/leads?limit=1e9',
    '/v1/intake/leads?sort=reporter.name',
    '/v1/intake/leads?unit[$ne]=1',
    '/v1/reporting/main-ledger?acceptedFrom=2025-02-30',
    '/v1/reporting/search?q=',
    '/v1/reporting/main-ledger?sort=__proto__',
  ])('a question that makes no sense: %s', async (url) => {
    expect(await house.ask(CHIEF, url)).toMatchObject({ status: 422, code: 'input.invalid' });
  });
});

describe('a number that was voided', () => {
  let voided = '';
  beforeAll(async () => {
    voided = await acceptedMatter(house, finders, await registeredLead(house, finders, 'CFS'));
    await house.done(GATE, 'intake.voidNumber', voided, { opinion: '重复建档。' });
  });

  test.each([
    ['intake.assessSignificance', HANDLER, { scores: [{ criterion: 'nature', points: 25 }] }],
    ['intake.reviewFiling', 'P-630103-qi', { agreed: true }],
    ['intake.approveFiling', CHIEF, {}],
    ['intake.rejectFiling', CHIEF, { outcome: 'not_filed', opinion: '不立案。' }],
    ['intake.reassignHandler', CHIEF, { handler: HANDLER, opinion: '指定。' }],
    ['intake.declareConflict', HANDLER, { conflict: false }],
    ['intake.voidNumber', GATE, { opinion: '再次作废。' }],
    ['intake.notifyParty', HANDLER, { party: 'reporter', about: 'outcome', method: 'in_writing' }],
  ] as const)('%s', async (command, person, input) => {
    const told = await writesNothing(() => house.give(person, command, voided, input));
    expect(told).toMatchObject({ status: 409, code: 'number.void' });
    expect(told.body['law']).toBeTruthy();
  });

  test('is never given again', async () => {
    const next = await acceptedMatter(house, finders, await registeredLead(house, finders, 'CFS'));
    expect(Number(next.slice(-5))).toBe(Number(voided.slice(-5)) + 1);
  });
});

describe('the thing has moved on', () => {
  test('If-Match of an older revision', async () => {
    const etag = String((await house.ask(CLERK, `/v1/intake/leads/${lead}`)).headers['etag']);
    const stale = `"${Number(etag.replaceAll('"', '')) - 1}"`;
    const told = await writesNothing(() =>
      house.give(GATE, 'intake.acceptLead', lead, {}, { 'if-match': stale === '"-1"' ? '"7"' : stale }),
    );
    expect(told).toMatchObject({ status: 412, code: 'revision.stale' });
  });

  test('two who saw the same: one of them is told', async () => {
    const shared = await registeredLead(house, finders, 'CFS');
    const etag = String((await house.ask(CLERK, `/v1/intake/leads/${shared}`)).headers['etag']);
    const answers = await Promise.all([
      house.give(GATE, 'intake.acceptLead', shared, {}, { 'if-match': etag }),
      house.give(GATE, 'intake.rejectLead', shared, { opinion: '不予受理。' }, { 'if-match': etag }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each(['3', '"x"', '""', '"-1"'])('an If-Match that is none: %s', async (given) => {
    const told = await writesNothing(() =>
      house.give(GATE, 'intake.acceptLead', lead, {}, { 'if-match': given }),
    );
    expect(told).toMatchObject({ status: 400, code: 'request.if-match' });
  });
});

describe('the same Idempotency-Key', () => {
  const key = { 'idempotency-key': 'window-7-0001' };

  test('with the same body is the same act and the same answer', async () => {
    const first = await house.give(CLERK, 'intake.registerLead', undefined, soundLead(), key);
    const again = await writesNothing(() =>
      house.give(CLERK, 'intake.registerLead', undefined, soundLead(), key),
    );
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  test('with another body is refused', async () => {
    const other = soundLead({ title: '另一线索' });
    const told = await writesNothing(() => house.give(CLERK, 'intake.registerLead', undefined, other, key));
    expect(told).toMatchObject({ status: 422, code: 'idempotency.other-body' });
  });

  test('of another person is another act', async () => {
    const told = await house.give('P-630103-ding', 'intake.registerLead', undefined, soundLead(), key);
    expect(told.status).toBe(201);
    expect(told.headers['idempotency-replayed']).toBeUndefined();
  });

  test.each(['', ' ', 'x'.repeat(201), '键'])('a key that is none: %j', async (given) => {
    const headers = { authorization: `Bearer ${await house.token(CLERK)}`, 'idempotency-key': given };
    const told = await writesNothing(() =>
      house.send({ method: 'POST', url: '/v1/intake/leads', headers, payload: soundLead() }),
    );
    expect(told).toMatchObject({ status: 400, code: 'request.idempotency-key' });
  });
});

describe('an id of another unit’s thing put into the address', () => {
  test('lets nobody in', async () => {
    const foreign = { screenLead: 'P-630202-bao', acceptLead: 'P-630202-ma', transferLead: 'P-630202-duo' };
    const inputs = {
      screenLead: { result: 'accept', opinion: '受理。' },
      acceptLead: {},
      transferLead: { toUnit: '630202', opinion: '移送。' },
    };
    for (const [command, person] of Object.entries(foreign)) {
      const input = inputs[command as keyof typeof inputs];
      const told = await writesNothing(() => house.give(person, `intake.${command}`, lead, input));
      expect(told, command).toMatchObject({ status: 403, code: 'access.other-unit' });
    }
  });

  test('nor an id in the body that is not that of the address', async () => {
    const told = await writesNothing(() =>
      house.give('P-630202-duo', 'intake.transferIssue', undefined, {
        unit: '630202',
        matter,
        issue: 'I-1',
        toUnit: '630202',
        title: '他院事项',
        supervisedBody: { name: '某局', kind: 'public_security' },
        opinion: '移送。',
        accessList: ['P-630202-duo'],
      }),
    );
    expect(told.status).toBeGreaterThanOrEqual(403);
    expect(told.status).toBeLessThan(500);
  });

  test('nor a unit in the body that is not one’s own', async () => {
    const told = await register({ ...soundLead(), unit: '630202' });
    expect(told).toMatchObject({ status: 403, code: 'access.other-unit' });
  });
});
