import type { Fact } from '@jiandu/eventing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qualityCheckQuery } from '../src/queries/quality-check.ts';
import { qualityChecksQuery } from '../src/queries/quality-checks.ts';
import { House } from './house.ts';
import { actor, form, matter, member, people, profile, selfCheck } from './scene.ts';

const inIntake = `intake.matter-${matter}`;
const filing: Fact = {
  type: 'FilingApproved',
  data: {
    filedOn: '2025-03-14',
    basis: 'score',
    score: 78,
    profile,
    provenance: {
      source: 'citizen_complaint',
      origin: 'on_application',
      discoveredOn: '2025-03-03',
      discoverers: [member('shi')],
    },
    handler: member('li'),
    assistants: [member('cai')],
  },
};
const conclusion: Fact = {
  type: 'MatterConcluded',
  data: {
    result: 'filed_upon_supervision',
    effect: { obtained: true, evidence: '已移送起诉' },
    concludedOn: '2025-08-25',
    opinion: '办结',
    clocks: [
      {
        clock: 'DL-59',
        subject: matter,
        start: '2025-08-25',
        due: '2025-09-08',
        provisional: false,
        calendar: 'cn-2025.1',
      },
    ],
  },
};

/** The quality check of EX-01, from the filing to a reviewed grade. */
describe('a quality check beside its matter', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
    const person = { person: people.li.person, recusal: 'RC-1' };
    // Before the filing there is nothing to follow yet, and nothing gets stuck by it.
    await house.said('2025-03-12', inIntake, { type: 'HandlerSuspended', data: person });
    await house.said('2025-03-12', inIntake, { type: 'HandlerResumed', data: person });
    await house.said('2025-03-14', inIntake, filing);
    await house.said('2025-03-14', inIntake, filing);
  });

  afterAll(() => house.stop());

  const status = async () => {
    const answer = await house.ask(qualityCheckQuery, { id: matter }, 'shi');
    return answer.ok ? answer.value : answer.refusal.code;
  };

  test('every filed matter has one, opened once', async () => {
    expect((await house.events()).map((each) => each.type)).toEqual(['QualityCheckOpened']);
    expect(await status()).toMatchObject({ status: 'open', etag: '0' });
    await expect(house.do('2025-03-20', 'selfCheck', selfCheck, actor('li'))).rejects.toThrow(
      'self-check.not-due',
    );
  });

  test('the conclusion makes it due, with the last day that disposition computed', async () => {
    await house.said('2025-08-25', `disposition.disposal-${matter}`, conclusion);
    expect(await status()).toMatchObject({
      status: 'due',
      concludedOn: '2025-08-25',
      selfCheckBy: '2025-09-08',
    });
  });

  test('a suspended handler does not check himself', async () => {
    const person = { person: people.li.person, recusal: 'RC-2' };
    await house.said('2025-08-25', inIntake, { type: 'HandlerSuspended', data: person });
    await expect(house.do('2025-08-25', 'selfCheck', selfCheck, actor('li'))).rejects.toThrow(
      'handler.suspended',
    );
    await house.said('2025-08-25', inIntake, { type: 'HandlerResumed', data: person });
    await house.do('2025-08-25', 'selfCheck', selfCheck, actor('li'));
    expect(await status()).toMatchObject({
      status: 'self_checked',
      selfCheck: { proposedGrade: 'qualified' },
    });
  });

  test('a reviewer grades it', async () => {
    await house.do('2025-09-10', 'gradeQuality', form({ fact: 15 }), actor('far'));
    expect(await status()).toMatchObject({ status: 'graded', grades: [{ grade: 'excellent', points: 90 }] });
    expect(await house.parked()).toEqual([]);
  });

  test('the list shows it to its unit, by status and grade, and to nobody else', async () => {
    const asked = { status: 'graded', grade: 'excellent', unit: '630103', limit: '10' };
    expect(await house.ask(qualityChecksQuery, asked, 'shi')).toMatchObject({
      ok: true,
      value: { items: [{ id: matter, handler: '李某', grade: 'excellent', scheme: 'scheme-2017' }] },
    });
    expect(await house.ask(qualityChecksQuery, { status: 'due' }, 'shi')).toMatchObject({
      value: { items: [] },
    });
    expect(await house.ask(qualityChecksQuery, {}, 'upper')).toMatchObject({ value: { items: [] } });
  });

  test('a cursor of another search, an unknown matter, somebody without the right', async () => {
    expect(await house.ask(qualityChecksQuery, { cursor: 'nonsense' }, 'shi')).toMatchObject({
      refusal: { code: 'cursor.unknown' },
    });
    const other = { id: 'CFS-630103-2025-00018' };
    expect(await house.ask(qualityCheckQuery, other, 'shi')).toMatchObject({
      refusal: { code: 'thing.unknown' },
    });
    const { person } = people.cai;
    expect(await house.ask(qualityCheckQuery, { id: matter }, 'cai'), person).toMatchObject({
      refusal: { code: 'access.denied' },
    });
  });

  test('a new handler takes over; the old one stays barred from grading', async () => {
    const data = {
      handler: member('near'),
      assistants: [],
      method: 'designated',
      candidates: [],
      opinion: '调整',
    };
    await house.said('2025-09-11', inIntake, { type: 'HandlerReassigned', data });
    expect(await status()).toMatchObject({ handler: { person: people.near.person } });
    const reviewer = { ...actor('li'), role: 'reviewer', unit: '630100' };
    await expect(house.do('2025-09-12', 'gradeQuality', form(), reviewer)).rejects.toThrow(
      'reviewer.own-matter',
    );
  });
});
