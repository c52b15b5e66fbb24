import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, openTestHouse, type TestHouse } from '../house.ts';
import { significantMatter } from '../matters.ts';

const UNIT = '630200';
const [CHIEF, DEPUTY, HANDLER, GATE] = ['P-630200-cai', 'P-630200-pei', 'P-630200-xie', 'P-630200-an'];
const staff = { unit: UNIT, handler: HANDLER, gate: GATE };

let house: TestHouse;
const matters: string[] = [];
let other = '';
let delegation = '';

const written = (more: Json = {}) => ({
  to: DEPUTY,
  unit: UNIT,
  decisions: ['intake.approveFiling'],
  types: ['IAS'],
  validFrom: '2025-04-01',
  validUntil: '2025-04-03',
  ...more,
});
const approve = (place: number) => house.give(DEPUTY, 'intake.approveFiling', matters[place], {});

beforeAll(async () => {
  house = await openTestHouse('2025-03-31');
  for (let count = 0; count < 5; count += 1) matters.push(await significantMatter(house, staff));
  other = await significantMatter(house, staff, 'CFS');
  const granted = await house.done(CHIEF, 'registry.grantDelegation', undefined, written());
  delegation = String(granted.body['id']);
}, 30_000);
afterAll(() => house.close());

// In the order of the calendar: the clock only goes forward.
describe('a written delegation lends a decision (S12 §29; DOMAIN §4.3)', () => {
  test('not before its first day', async () => {
    expect(await approve(0)).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });

  test('from its first day, and the record says as whom and on which paper', async () => {
    await house.toDay('2025-04-01');
    const before = await house.head();
    expect((await approve(0)).status).toBe(200);
    const event = (await house.log(before)).find(({ type }) => type === 'FilingApproved');
    expect(event?.metadata.actor).toEqual({
      person: DEPUTY,
      name: '裴某',
      role: 'chief',
      unit: UNIT,
      onBehalfOf: CHIEF,
      delegation,
    });
  });

  test('no other decision than the one named', async () => {
    const told = await house.give(DEPUTY, 'intake.rejectFiling', matters[1], {
      outcome: 'not_filed',
      opinion: '不立案。',
    });
    expect(told).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });

  test('no other type of matter than those named', async () => {
    const told = await house.give(DEPUTY, 'intake.approveFiling', other, {});
    expect(told).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });

  test('not passed on to a third person', async () => {
    const told = await house.give(DEPUTY, 'registry.grantDelegation', undefined, written({ to: HANDLER }));
    expect(told).toMatchObject({ status: 403, code: 'access.delegation-needed' });
    const power = await house.give(
      CHIEF,
      'registry.grantDelegation',
      undefined,
      written({ decisions: ['registry.grantDelegation'] }),
    );
    expect(power.code).toBe('delegation.passed-on');
  });

  test('not in another unit', async () => {
    const told = await house.give('P-630202-duo', 'registry.grantDelegation', undefined, written());
    expect(told).toMatchObject({ status: 403, code: 'access.other-unit' });
  });

  test('on its last day still', async () => {
    await house.toDay('2025-04-03');
    expect((await approve(1)).status).toBe(200);
  });

  test('no longer on the day after', async () => {
    await house.toDay('2025-04-04');
    expect(await approve(2)).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });

  test('no longer once it is revoked', async () => {
    const again = written({ validFrom: '2025-04-04', validUntil: '2025-04-30' });
    const granted = await house.done(CHIEF, 'registry.grantDelegation', undefined, again);
    expect((await approve(2)).status).toBe(200);
    await house.settle();
    await house.done(CHIEF, 'registry.revokeDelegation', String(granted.body['id']), { reason: '收回。' });
    expect(await approve(3)).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });

  test('no longer once whoever gave it is chief no more', async () => {
    const again = written({ validFrom: '2025-04-04', validUntil: '2025-04-30' });
    await house.done(CHIEF, 'registry.grantDelegation', undefined, again);
    await house.done('P-630000-guan', 'registry.endRole', CHIEF, { role: 'chief', unit: UNIT });
    await house.toDay('2025-04-05');
    expect(await approve(3)).toMatchObject({ status: 403, code: 'access.delegation-needed' });
  });
});
