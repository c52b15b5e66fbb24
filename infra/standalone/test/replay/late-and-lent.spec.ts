import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, openTestHouse, type TestHouse } from '../house.ts';
import { significantMatter } from '../matters.ts';

const UNIT = '630200';
const [CHIEF, DEPUTY, HANDLER, GATE, ASSISTANT] = [
  'P-630200-cai',
  'P-630200-pei',
  'P-630200-xie',
  'P-630200-an',
  'P-630200-dong',
];

let house: TestHouse;
let matter = '';

const address = (rest: string) => `/v1/reporting/matters/${matter}/${rest}`;
const entry = async (type: string) => {
  const { body } = await house.ask(CHIEF, address('history'));
  return (body['items'] as readonly Json[]).find((each) => each['type'] === type);
};

beforeAll(async () => {
  house = await openTestHouse('2025-04-01');
  matter = await significantMatter(house, { unit: UNIT, handler: HANDLER, gate: GATE });
  await house.done(CHIEF, 'registry.grantDelegation', undefined, {
    to: DEPUTY,
    unit: UNIT,
    decisions: ['intake.approveFiling'],
    types: ['IAS'],
    validFrom: '2025-04-01',
    validUntil: '2025-04-30',
  });
  await house.toDay('2025-04-02');
  await house.done(DEPUTY, 'intake.approveFiling', matter, { opinion: '受托批准立案。' });
  await house.toDay('2025-04-10');
  await house.done(HANDLER, 'investigation.takeMeasure', matter, {
    kind: 'consult_records',
    persons: [HANDLER, ASSISTANT],
    takenOn: '2025-04-03',
    finding: '四月三日调阅，今日补录。',
  });
}, 30_000);
afterAll(() => house.close());

test('the history says on whose behalf a lent decision was taken, and on which paper', async () => {
  expect(await entry('FilingApproved')).toMatchObject({
    actor: {
      person: DEPUTY,
      role: 'chief',
      unit: UNIT,
      onBehalfOf: CHIEF,
      delegation: expect.stringMatching(/^G-/),
    },
    reason: '受托批准立案。',
  });
});

describe('what is entered late', () => {
  test('stands in the history with both its times', async () => {
    expect(await entry('InvestigativeMeasureTaken')).toMatchObject({
      occurredOn: '2025-04-03',
      recordedAt: '2025-04-10T01:30:00.000Z',
      daysLate: 7,
    });
  });

  test('stands in the timeline at its legal date', async () => {
    const items = (await house.ask(CHIEF, address('timeline'))).body['items'] as readonly Json[];
    const days = items.map(({ on }) => String(on));
    expect(days).toEqual(days.toSorted());
    expect(items.find(({ type }) => type === 'InvestigativeMeasureTaken')).toMatchObject({
      on: '2025-04-03',
      recordedOn: '2025-04-10',
      daysLate: 7,
    });
  });

  test('was not seen before it was entered', async () => {
    const statusAt = async (at: string) =>
      ((await house.ask(CHIEF, address(`history?at=${at}`))).body['page'] as Json)['status'];
    expect([
      await statusAt('2025-04-03'),
      await statusAt('2025-04-09'),
      await statusAt('2025-04-10'),
    ]).toEqual(['filed', 'filed', 'investigating']);
  });
});
