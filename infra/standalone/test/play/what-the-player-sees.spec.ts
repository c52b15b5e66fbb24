import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { play, type Step, type WorkedMatter } from '@jiandu/worked-matters';
import { describe, expect, test } from 'vitest';
import { openEmptyHouse, workedMatter } from '../acceptance-house.ts';

const ex02 = workedMatter('EX-02');

/** EX-02 as far as its first day goes, with one step changed. */
function firstDay(change: (step: Step) => Step = (step) => step, place = 2): WorkedMatter {
  const steps = ex02.steps.filter(({ on }) => on === '2025-04-08');
  return {
    ...ex02,
    steps: steps.map((step, at) => (at === place ? change(step) : step)),
    outcome: { zh: '', en: '' },
  };
}

async function differencesOf(matter: WorkedMatter): Promise<readonly string[]> {
  const { house, exchange } = await openEmptyHouse();
  try {
    return (await play(matter, exchange)).differences;
  } finally {
    await house.close();
  }
}

const notPlayed = (difference: string) => difference.endsWith('is not in the script');

describe('the player sees', () => {
  test('nothing but the missing actions in a script that stops after its first day', async () => {
    const differences = await differencesOf(firstDay());
    expect(differences.filter((each) => !notPlayed(each))).toEqual([]);
    expect(differences).toHaveLength(21);
    expect(differences[0]).toBe('action 3 (SignificanceAssessed) is not in the script');
  }, 20_000);

  test('every expectation of a step and of the end that does not hold', async () => {
    const expecting = {
      due: { 'DL-54': '2025-04-23', 'DL-16 D-1': '2025-04-23' },
      met: ['DL-54'],
      status: 'filed',
      events: ['FilingApproved'],
      refused: 'gate.not-yours',
    };
    const matter = {
      ...firstDay((step) => ({ ...step, expect: expecting })),
      number: 'IAS-630202-2025-00010',
      outcome: { zh: '', en: '', counts: { LeadScreened: 1 }, page: { 'card.custody': true } },
    };
    const differences = (await differencesOf(matter))
      .filter((each) => !notPlayed(each))
      .map((each) => each.replace(/(came: LeadAccepted, ).*/, '$1…'));
    expect(differences).toEqual(
      [
        'answered 200, expected gate.not-yours',
        'event FilingApproved did not come; came: LeadAccepted, …',
        'status is accepted, expected filed',
        'DL-54 is due 2025-04-22, expected 2025-04-23',
        'DL-16 D-1 is due never, expected 2025-04-23',
        'DL-54 is running, expected to be met',
      ]
        .map((each) => `2025-04-08 intake.acceptLead: ${each}`)
        .concat([
          'at the end: number is IAS-630202-2025-00009, expected IAS-630202-2025-00010',
          'at the end: LeadScreened stands 0 times in the history, expected 1',
          'at the end: card.custody is false, expected true',
        ]),
    );
  }, 20_000);

  test('a wrong actor, also of an act that the history shows only later', async () => {
    const differences = await differencesOf(firstDay((step) => ({ ...step, who: 'P-630202-tie' }), 1));
    expect(differences).toContain('2025-04-08 intake.registerLead: 铁某 acted, not 检察官 冶某');
  }, 20_000);

  test('a wrong day, and an action that is left out', async () => {
    const late = await differencesOf(firstDay(({ actions: _actions, ...step }) => step, 1));
    expect(late).toContain('action 1 (LeadRegistered) is not in the script');
    expect(await differencesOf(firstDay((step) => ({ ...step, on: '2025-04-09' })))).toContain(
      '2025-04-09 intake.acceptLead: the example has 2025-04-08, the script 2025-04-09',
    );
  }, 20_000);

  test('a refusal where none was expected', async () => {
    const differences = await differencesOf(firstDay((step) => ({ ...step, who: 'P-630202-qi' })));
    expect(differences[0]).toMatch(
      /^2025-04-08 intake\.acceptLead: answered access\.denied, expected success/,
    );
  }, 20_000);
});

test('`npm run play` ends with 1 and names what there is, for a matter that nobody knows', async () => {
  const script = join(import.meta.dirname, '../../src/play.ts');
  const ended = await promisify(execFile)(process.execPath, [script, 'EX-99']).catch(
    (error: unknown) => error,
  );
  expect(ended).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('there is no EX-99; there are EX-01, EX-02, EX-06'),
  });
}, 20_000);
