import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from './house.ts';
import { matter, member, people, plan, profile } from './scene.ts';

const inIntake = `intake.matter-${matter}`;
const filing = {
  type: 'FilingApproved',
  data: {
    filedOn: '2025-08-06',
    basis: 'kind',
    profile,
    provenance: {
      source: 'plan',
      origin: 'own_motion',
      discoveredOn: '2025-08-04',
      discoverers: [member('su')],
    },
    handler: member('su'),
    assistants: [member('liu')],
    plan,
  },
} as const;
const visit = { kind: 'view_cells', persons: [people.guest.person, people.liu.person], finding: '查看' };

/** Who handles the matter is decided in intake; verification follows. */
describe('the handlers of a verification', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
    const person = { person: people.liu.person, recusal: 'RC-1' };
    // Before the filing there is nothing to follow yet, and nothing gets stuck by it.
    await house.said('2025-08-05', inIntake, { type: 'HandlerSuspended', data: person });
    await house.said('2025-08-05', inIntake, { type: 'HandlerResumed', data: person });
    await house.said('2025-08-06', inIntake, filing);
  });

  afterAll(() => house.stop());

  test('the same filing told again opens nothing twice', async () => {
    await house.said('2025-08-06', inIntake, filing);
    expect((await house.events()).map((each) => each.type)).toEqual(['VerificationOpened']);
    expect(await house.parked()).toEqual([]);
  });

  test('a suspended handler writes nothing until he may go on (DOMAIN §10(5))', async () => {
    const person = { person: people.su.person, recusal: 'RC-2' };
    await house.said('2025-08-07', inIntake, { type: 'HandlerSuspended', data: person });
    await expect(house.do('2025-08-07', 'takeMeasure', visit)).rejects.toThrow('handler.suspended');
    await house.said('2025-08-08', inIntake, { type: 'HandlerResumed', data: person });
    await house.do('2025-08-08', 'takeMeasure', visit);
  });

  test('who has a conflict or was recused writes nothing, also while nobody is there to take over', async () => {
    const conflict = { person: people.su.person, conflict: false };
    await house.said('2025-08-08', inIntake, { type: 'ConflictDeclared', data: conflict });
    await house.do('2025-08-08', 'takeMeasure', visit);
    const recusal = { recusal: 'RC-3', challenged: people.liu.person, granted: true, opinion: '应当回避' };
    await house.said('2025-08-08', inIntake, { type: 'RecusalDecided', data: recusal });
    await expect(house.do('2025-08-08', 'takeMeasure', visit)).rejects.toThrow('team.suspended');
    const tied = { person: people.su.person, conflict: true };
    await house.said('2025-08-08', inIntake, { type: 'ConflictDeclared', data: tied });
    await expect(house.do('2025-08-08', 'takeMeasure', visit)).rejects.toThrow('handler.suspended');
  });

  test('a new handler is the only one (DOMAIN §10(4))', async () => {
    const data = {
      handler: member('guest'),
      assistants: [member('liu')],
      method: 'designated',
      candidates: [],
      opinion: '回避',
    };
    await house.said('2025-08-09', inIntake, { type: 'HandlerReassigned', data });
    const answer = await house.card('guest');
    expect(answer).toMatchObject({ ok: true, value: { handler: { person: people.guest.person } } });
  });

  test('a void number takes nothing more', async () => {
    await house.said('2025-08-10', inIntake, { type: 'MatterVoided', data: { opinion: '误立' } });
    await expect(house.do('2025-08-10', 'takeMeasure', visit)).rejects.toThrow('number.voided');
    expect(await house.parked()).toEqual([]);
  });
});
