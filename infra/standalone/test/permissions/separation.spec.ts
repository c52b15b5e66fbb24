import { play, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../../src/in-process.ts';
import { openTestHouse, type TestHouse } from '../house.ts';
import { acceptedMatter, assessedAsMajor, registeredLead } from '../matters.ts';

const UNIT = '630200';
const [CHIEF, HEAD, HANDLER, GATE, SYSADMIN] = [
  'P-630200-cai',
  'P-630200-geng',
  'P-630200-xie',
  'P-630200-an',
  'P-630000-guan',
];
const DEPARTMENT = 'criminal_prosecution';

let house: TestHouse;
/** A matter that its chief handles himself, as happens in small offices. */
let chiefs = '';
/** A matter that the head of its department handles himself. */
let heads = '';

async function alsoProsecutor(person: string): Promise<void> {
  const role = { role: 'prosecutor', unit: UNIT, department: DEPARTMENT, from: '2025-03-03' };
  await house.done(SYSADMIN, 'registry.grantRole', person, role);
}

async function handledBy(person: string, by: string): Promise<string> {
  const finders = { unit: UNIT, handler: person, gate: GATE };
  const lead = await registeredLead(house, finders);
  const matter = await acceptedMatter(house, finders, lead);
  const card = await house.ask(GATE, `/v1/intake/matters/${matter}`);
  if (!JSON.stringify(card.body['handler']).includes(person)) {
    await house.done(by, 'intake.reassignHandler', matter, { handler: person, opinion: '指定承办。' });
  }
  await assessedAsMajor(house, finders, matter);
  return matter;
}

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
  await alsoProsecutor(CHIEF);
  await alsoProsecutor(HEAD);
  chiefs = await handledBy(CHIEF, HEAD);
  heads = await handledBy(HEAD, CHIEF);
}, 30_000);
afterAll(() => house.close());

describe('whoever proposes does not approve (DOMAIN §4.3)', () => {
  test('a chief does not file the matter that he handles', async () => {
    expect(await house.give(CHIEF, 'intake.approveFiling', chiefs, {})).toMatchObject({
      status: 403,
      code: 'approval.own-proposal',
    });
  });

  test('nor turn it down', async () => {
    const told = await house.give(CHIEF, 'intake.rejectFiling', chiefs, {
      outcome: 'not_filed',
      opinion: '不立案。',
    });
    expect(told).toMatchObject({ status: 403, code: 'approval.own-proposal' });
  });

  test('nor decide in it once another has filed it, nor conclude it', async () => {
    const delegated = await house.done(CHIEF, 'registry.grantDelegation', undefined, {
      to: 'P-630200-pei',
      unit: UNIT,
      decisions: ['intake.approveFiling'],
      types: [],
      validFrom: '2025-03-03',
      validUntil: '2025-12-31',
    });
    expect(delegated.status).toBe(201);
    await house.done('P-630200-pei', 'intake.approveFiling', chiefs, {});
    const decision = await house.give(CHIEF, 'disposition.makeDecision', chiefs, {
      outcome: 'no_action',
      opinion: '不予纠正。',
    });
    expect(decision).toMatchObject({ status: 403, code: 'approval.own-proposal' });
    const conclusion = await house.give(CHIEF, 'disposition.concludeMatter', chiefs, {
      result: 'corrected',
      effect: { obtained: false, whyNone: '无' },
      opinion: '办结。',
    });
    expect(conclusion.code).toMatch(/^(approval\.own-proposal|conclusion\.not-competent)$/);
    expect(conclusion.status).toBe(403);
  });

  test('the head of a department does not review the filing that he proposes', async () => {
    expect(await house.give(HEAD, 'intake.reviewFiling', heads, { agreed: true })).toMatchObject({
      status: 403,
      code: 'review.own-matter',
    });
  });

  test('nobody decides on his own recusal', async () => {
    const asked = { challenged: CHIEF, by: { kind: 'party', name: '马某' }, ground: 'relative' };
    await house.done(GATE, 'intake.requestRecusal', chiefs, asked);
    const told = await house.give(CHIEF, 'intake.decideRecusal', chiefs, {
      recusal: 'RC-1',
      granted: false,
      opinion: '驳回。',
    });
    expect(told).toMatchObject({ status: 403, code: 'recusal.own' });
  });

  test('a plain handler has none of these rights to begin with', async () => {
    expect(await house.give(HANDLER, 'intake.approveFiling', heads, {})).toMatchObject({
      status: 403,
      code: 'access.denied',
    });
  });
});

describe('whoever handled a matter does not review it (DOMAIN §4.1)', () => {
  const matter = 'CFS-630103-2025-00017';
  const form = { parts: [{ part: 'acceptance', points: 10 }], opinion: '合格。' };

  beforeAll(async () => {
    const [ex01] = workedMatters;
    if (ex01 === undefined) throw new Error('there is no first matter');
    expect((await play(ex01, inProcess(house.house.app))).differences).toEqual([]);
    const from = '2025-03-03';
    const role = { role: 'reviewer', unit: '630103', department: 'case_management', from };
    await house.done(SYSADMIN, 'registry.grantRole', 'P-630103-li', role);
  }, 30_000);

  test('not even as a reviewer of the unit', async () => {
    const told = await house.give('P-630103-li', 'assessment.gradeQuality', matter, form);
    expect(told).toMatchObject({ status: 403, code: 'reviewer.own-matter' });
  });

  test('nor does anybody of the department that handled it', async () => {
    const role = { role: 'reviewer', unit: '630103', department: DEPARTMENT, from: '2025-03-03' };
    await house.done(SYSADMIN, 'registry.grantRole', 'P-630103-qi', role);
    const told = await house.give('P-630103-qi', 'assessment.gradeQuality', matter, form);
    expect(told).toMatchObject({ status: 403, code: 'reviewer.own-department' });
  });

  test('a reviewer at a distance is let through to the form', async () => {
    const told = await house.give('P-630103-tan', 'assessment.gradeQuality', matter, form);
    expect(told.code).not.toMatch(/^(access|reviewer)\./);
  });
});
