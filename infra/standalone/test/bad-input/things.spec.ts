import { catalogueVersion } from '@jiandu/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, openTestHouse, type TestHouse, type Told } from '../house.ts';
import { acceptedMatter, registeredLead, significantMatter } from '../matters.ts';
import { writesNothing as nothingWritten } from './nothing-written.ts';
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

const writesNothing = (ask: () => Promise<Told>) => nothingWritten(house, ask);
const register = (input: unknown) =>
  writesNothing(() => house.give(CLERK, 'intake.registerLead', undefined, input));

async function post(payload: string, type = 'application/json', url = '/v1/intake/leads'): Promise<Told> {
  const headers = { authorization: `Bearer ${await house.token(CLERK)}`, 'content-type': type };
  return writesNothing(() => house.send({ method: 'POST', url, headers, payload }));
}

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

describe('a catalogue or calendar that this installation does not hold', () => {
  const publish = (command: string, input: Json) =>
    writesNothing(() => house.give('P-630000-guan', `registry.${command}`, undefined, input));

  test('is not put in force: every matter would stand still under it', async () => {
    const version = { effectiveFrom: '2025-03-03', contentHash: 'a'.repeat(64) };
    for (const name of ['2099.1', catalogueVersion.version]) {
      const told = await publish('publishCatalogueVersion', { ...version, version: name });
      expect(told, name).toMatchObject({ status: 422, code: 'version.not-held' });
    }
    const calendar = { effectiveFrom: '2025-03-03', lastPublishedYear: 2099, source: '通知' };
    const told = await publish('publishCalendar', { ...calendar, version: 'cn-2099.1' });
    expect(told).toMatchObject({ status: 422, code: 'version.not-held', body: { field: 'version' } });
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
