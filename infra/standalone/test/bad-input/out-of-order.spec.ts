import type { Aggregate } from '@jiandu/eventing';
import { play, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../../src/in-process.ts';
import { services } from '../../src/services.ts';
import { type Json, openTestHouse, type TestHouse, type Told } from '../house.ts';
import { acceptedMatter, registeredLead, significantMatter } from '../matters.ts';
import { acceptableBodies } from '../permissions/acceptable.ts';
import { UNIT } from './sound.ts';

/** Who holds which role in the unit: everybody asks for what he has the right to ask, at the wrong moment. */
const people: Readonly<Record<string, string>> = {
  prosecutor: 'P-630103-li',
  assistant: 'P-630103-cai',
  dept_head: 'P-630103-qi',
  chief: 'P-630103-bai',
  clerk: 'P-630103-zhao',
  case_admin: 'P-630103-shi',
  lead_clerk: 'P-630103-han',
  archivist: 'P-630103-wang',
};
const [HANDLER, CHIEF, GATE] = ['P-630103-li', 'P-630103-bai', 'P-630103-shi'];
const finders = { unit: UNIT, handler: HANDLER, gate: GATE };
const archived = 'CFS-630103-2025-00017';

/** Bodies with something in them where the least that is acceptable would be refused for itself. */
const fuller: Readonly<Record<string, Json>> = {
  'disposition.recordReply': { instruments: ['D-1'] },
  'disposition.escalateToSuperior': { instruments: ['D-1'] },
  'disposition.checkDossier': { documents: [{ document: 'contents', copies: 1 }] },
  'disposition.orderInstrument': { kind: 'reason_request_not_filing' },
  'disposition.verifyRectification': {
    persons: [HANDLER, 'P-630103-cai'],
    instruments: ['D-1'],
    corrected: true,
  },
  'disposition.concludeMatter': {
    result: 'filed_upon_supervision',
    effect: { obtained: true, evidence: '书证' },
  },
  'investigation.takeMeasure': { kind: 'interview', persons: [HANDLER, 'P-630103-cai'] },
  'investigation.recordRefusedMeasure': { kind: 'interview' },
};

let house: TestHouse;
let bodies: ReadonlyMap<string, Json>;
let lead = '';
let unfiled = '';
let filed = '';
let ended = '';

beforeAll(async () => {
  house = await openTestHouse('2025-02-28');
  const [ex01] = workedMatters;
  if (ex01 === undefined) throw new Error('there is no first matter');
  expect((await play(ex01, inProcess(house.house.app))).differences).toEqual([]);
  bodies = await acceptableBodies(house);
  lead = await registeredLead(house, finders, 'CFS');
  await acceptedMatter(house, finders, lead);
  unfiled = await significantMatter(house, finders, 'CFS');
  const approved = async () => {
    const matter = await significantMatter(house, finders, 'CFS');
    await house.done('P-630103-qi', 'intake.reviewFiling', matter, { agreed: true });
    await house.done(CHIEF, 'intake.approveFiling', matter, {});
    return matter;
  };
  filed = await approved();
  ended = await approved();
  await house.done(CHIEF, 'disposition.terminateMatter', ended, { ground: 'withdrawn', opinion: '撤回。' });
}, 60_000);
afterAll(() => house.close());

function publicCommands(aggregate: string): readonly string[] {
  return services.flatMap(({ name: service, aggregates }) =>
    aggregates
      .filter((each: Aggregate) => `${service}.${each.name}` === aggregate)
      .flatMap(({ commands }) =>
        Object.entries(commands).flatMap(([name, { internal, creates }]) =>
          internal || creates !== undefined ? [] : [`${service}.${name}`],
        ),
      ),
  );
}

/** Gives a command to a thing, by somebody who holds the role for it; nothing may come into the log. */
async function refused(command: string, id: string): Promise<Told> {
  const may = house.house.runtime.index.commands.get(command)?.command.may ?? [];
  const role = may.map((grant) => grant.role).find((each) => people[each] !== undefined) ?? '';
  await house.settle();
  const before = await house.head();
  const told = await house.give(people[role] ?? '', command, id, {
    ...bodies.get(command),
    ...fuller[command],
  });
  await house.settle();
  expect(await house.head(), `${command}: something was written`).toBe(before);
  return told;
}

/** Acts of the superior unit have a superior unit as their condition: nobody here holds a role for them. */
const superiors = new Set([
  'disposition.acceptEscalation',
  'disposition.decideSuperiorReview',
  'disposition.notifySupervisedSuperior',
]);
const verification = publicCommands('investigation.verification');
const disposal = publicCommands('disposition.disposal').filter((each) => !superiors.has(each));

describe('before the filing there is nothing to work on (DOMAIN §10 (1))', () => {
  test.each([...verification, ...disposal, 'assessment.selfCheck'])('%s', async (command) => {
    expect(await refused(command, unfiled)).toMatchObject({ status: 404, code: 'thing.unknown' });
  });
});

describe('what comes too early in a matter just filed', () => {
  test.each([
    ['investigation.takeMeasure', 'plan.missing'],
    ['investigation.startOnSite', 'on-site.not-inspection'],
    ['investigation.findIssues', 'issue.not-tracked'],
    ['investigation.closeIssues', 'issue.unknown'],
    ['investigation.extendPeriod', 'clock.not-running'],
    ['investigation.startExclusion', 'clock.not-running'],
    ['investigation.endExclusion', 'exclusion.unknown'],
    ['investigation.returnReviewReport', 'report.not-standing'],
    ['disposition.makeDecision', 'decision.report-missing'],
    ['disposition.serveInstrument', 'instrument.unknown'],
    ['disposition.fileWithSuperior', 'instrument.unknown'],
    ['disposition.copyInstrument', 'instrument.unknown'],
    ['disposition.revokeOpinion', 'instrument.unknown'],
    ['disposition.recordReply', 'instrument.unknown'],
    ['disposition.assessReply', 'reply.unknown'],
    ['disposition.confirmAssessment', 'reply.unknown'],
    ['disposition.urgeReply', 'instrument.unknown'],
    ['disposition.requestReExamination', 'instrument.unknown'],
    ['disposition.decideReExamination', 'instrument.unknown'],
    ['disposition.escalateToSuperior', 'instrument.unknown'],
    ['disposition.verifyRectification', 'instrument.unknown'],
    ['disposition.concludeMatter', 'conclusion.no-decision'],
    ['disposition.checkDossier', 'matter.not-concluded'],
    ['disposition.archiveDossier', 'matter.not-concluded'],
    ['assessment.selfCheck', 'self-check.not-due'],
  ])('%s: %s', async (command, code) => {
    expect((await refused(command, filed)).code).toBe(code);
  });
});

describe('what was done before the filing is not done again after it', () => {
  test.each([
    'intake.assessSignificance',
    'intake.reviewFiling',
    'intake.approveFiling',
    'intake.rejectFiling',
    'intake.voidNumber',
  ])('%s', async (command) => {
    expect(await refused(command, filed)).toMatchObject({ status: 409, code: 'matter.filed' });
    for (const matter of [archived, ended]) {
      expect(await refused(command, matter)).toMatchObject({ status: 409, code: 'matter.ended' });
    }
  });
});

describe('an archived matter is closed to every act', () => {
  test('nobody else is assigned to it', async () => {
    const told = await refused('intake.reassignHandler', archived);
    expect(told).toMatchObject({ status: 409, code: 'matter.ended' });
  });
  test.each(verification)('%s', async (command) => {
    const told = await refused(command, archived);
    expect(told).toMatchObject({ status: 409, code: 'verification.closed' });
    expect(told.body['law']).toBeTruthy();
  });
  test.each(disposal)('%s', async (command) => {
    const told = await refused(command, archived);
    expect(told).toMatchObject({ status: 409, code: 'matter.concluded' });
    expect(told.body['law']).toBeTruthy();
  });
  test.each(['intake.reassignHandler', 'intake.declareConflict', 'intake.requestRecusal'])(
    '%s',
    async (command) => {
      for (const matter of [archived, ended]) {
        expect(await refused(command, matter)).toMatchObject({ status: 409, code: 'matter.ended' });
      }
    },
  );
  test('a second self-check', async () => {
    expect(await refused('assessment.selfCheck', archived)).toMatchObject({
      status: 409,
      code: 'self-check.made',
    });
  });
});

describe('a matter that was withdrawn is closed to every act', () => {
  test.each(verification)('%s', async (command) => {
    expect(await refused(command, ended)).toMatchObject({ status: 409, code: 'verification.closed' });
  });
  test.each(disposal)('%s', async (command) => {
    expect(await refused(command, ended)).toMatchObject({ status: 409, code: 'matter.terminated' });
  });
});

describe('a lead that became a matter is dealt with', () => {
  const dealtWith = publicCommands('intake.lead').filter(
    (each) => !['intake.openReporter', 'intake.eraseReporter'].includes(each),
  );
  test.each(dealtWith)('%s', async (command) => {
    const told = await refused(command, lead);
    expect(told.status).toBe(409);
    expect(told.code).toMatch(/^lead\.(accepted|registered|ended)$/);
  });
});
