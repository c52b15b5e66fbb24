import { accessRefusals } from '@jiandu/access';
import { followReadModels, openReadModels } from '@jiandu/adapters-embedded';
import type { Recorded } from '@jiandu/eventing';
import { ServiceIndex, verifyView } from '@jiandu/eventing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataDirectory } from '../../src/data-directory.ts';
import { services } from '../../src/services.ts';
import { openTestHouse, type TestHouse } from '../house.ts';
import {
  concludedMeansClosed,
  dueDatesMoveForward,
  everyInstrumentComesToAnEnd,
  noInstrumentWithoutDecision,
  noMeasureBeforeFiling,
  noStateSecret,
  numbersHaveNoGaps,
  oneHandler,
  type Rule,
  theSuspendedWriteNothing,
} from './rules.ts';
import { reinforcements } from './scene.ts';
import { histories, readable, Walk, type Walked } from './walk.ts';
import { CANARY } from './wording.ts';

const SEED = 20_250_303;
const RUNS = 60;
/** A counterexample is made smaller for so long and no longer. */
const MOST_MS = 75_000;

const rules: readonly (readonly [number: number, rule: string, Rule])[] = [
  [1, 'no measure before filing', noMeasureBeforeFiling],
  [2, 'no instrument without a competent decision before it', noInstrumentWithoutDecision],
  [
    3,
    'every served instrument with a reply clock comes to an end before conclusion',
    everyInstrumentComesToAnEnd,
  ],
  [4, 'at most one active handler', oneHandler],
  [5, 'a suspended handler writes nothing', theSuspendedWriteNothing],
  [6, 'concluded only if all issues and instruments are closed', concludedMeansClosed],
  [7, 'due dates move forward only', dueDatesMoveForward],
  [8, 'numbers have no gaps', numbersHaveNoGaps],
  [12, 'no state-secret label ever carries content', noStateSecret(CANARY)],
];

let house: TestHouse;
/** What each history broke, by the number of the rule; the histories are walked once and looked at by every rule. */
const broken = new Map<number, string>();
const walked: Walked[] = [];
let log: readonly Recorded[] = [];

const SYSADMIN = 'P-630000-guan';

async function reinforce(): Promise<void> {
  for (const { person, name, unit, role, department } of reinforcements) {
    await house.done(SYSADMIN, 'registry.registerPerson', undefined, { person, name, unit });
    await house.done(SYSADMIN, 'registry.grantRole', person, { role, department, unit, from: '2024-01-01' });
  }
}

/** Breaks of one walked history; the rules look at its own events and at all registers of numbers. */
function breaksOf(history: Walked, whole: readonly Recorded[]): ReadonlyMap<number, readonly string[]> {
  return new Map(rules.map(([number, , rule]) => [number, rule(number === 8 ? whole : history.events)]));
}

beforeAll(async () => {
  house = await openTestHouse('2025-01-06');
  await reinforce();
  const property = fc.asyncProperty(histories, async (history) => {
    const came = await Walk.through(house, history);
    walked.push(came);
    const whole = await house.log();
    for (const [number, found] of breaksOf(came, whole)) {
      if (found.length === 0) continue;
      broken.set(number, `${found.join('\n')}\n${readable(came)}`);
      throw new Error(`(${number}) ${found.join('; ')}`);
    }
  });
  const details = await fc.check(property, { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: MOST_MS });
  if (details.failed && broken.size === 0)
    throw details.errorInstance ?? new Error('no history was walked to its end');
  await house.settle();
  log = await house.log();
}, 120_000);
afterAll(() => house.close());

describe('over generated histories of the whole house (DOMAIN §10)', () => {
  test.each(rules.map(([number, rule]) => [number, rule] as const))('(%i) %s', (number) => {
    expect(broken.get(number) ?? '').toBe('');
  });

  test('what is refused changes nothing, and nothing breaks', () => {
    for (const { outcomes } of walked) {
      for (const { given, status, code, fresh } of outcomes) {
        expect(status, `${given.does} ${code}`).toBeLessThan(500);
        if (status >= 300)
          expect(
            fresh.map(({ type }) => type),
            `${given.does} ${code}`,
          ).toEqual([]);
      }
    }
  });

  test('no event was left lying by a policy', async () => {
    expect(await house.house.runtime.parked()).toEqual([]);
  });

  test('(9) replay gives the same ledgers, and every other view', async () => {
    const live = followReadModels({ file: dataDirectory(house.data).views });
    const index = new ServiceIndex(services, accessRefusals);
    const different: string[] = [];
    for (const service of services) {
      for (const view of service.views) {
        const beside = openReadModels({ memory: true });
        const verdict = await verifyView({ service, view, index, store: house.house.store, live, beside });
        await beside.close();
        if (!verdict.equal) different.push(`${verdict.view} at ${verdict.firstDifference}`);
      }
    }
    await live.close();
    expect(different).toEqual([]);
  }, 60_000);

  test('the histories are worth looking at: all that the rules speak of has happened', () => {
    const happened = Map.groupBy(log, ({ type }) => type);
    const wanted = [
      'InvestigativeMeasureTaken',
      'InstrumentIssued',
      'InstrumentServed',
      'ReplyReceived',
      'ReplyOverdue',
      'EscalatedToSuperior',
      'OpinionRevoked',
      'HandlerReassigned',
      'ConflictDeclared',
      'RecusalDecided',
      'IssueFound',
      'IssueClosed',
      'NumberVoided',
      'MatterTerminated',
      'MatterConcluded',
      'DossierArchived',
      'ReExaminationDecided',
    ];
    expect(wanted.filter((type) => !happened.has(type))).toEqual([]);
    expect(happened.get('MatterConcluded')?.length ?? 0).toBeGreaterThan(RUNS / 6);
  });
});
