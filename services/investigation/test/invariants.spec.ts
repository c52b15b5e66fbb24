import { addDays } from '@jiandu/clocks';
import type { StartedClockField } from '@jiandu/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerificationFact } from '../src/verification/facts.ts';
import { actor, History, matter, onSite, opened, people, profile, when } from './scene.ts';

/** Something that is tried on a day; the law decides whether it happens. */
interface Try {
  readonly name: string;
  readonly input: unknown;
  readonly who: 'su' | 'liu' | 'guest' | 'ba';
  /** Days since the try before. */
  readonly later: number;
}
interface Happened {
  readonly fact: VerificationFact;
  readonly today: string;
  readonly before: readonly VerificationFact[];
  readonly who: string;
}

/** Runs tries one after the other and keeps what happened. */
function live(start: readonly VerificationFact[], from: string, tries: readonly Try[]): readonly Happened[] {
  const facts = [...start];
  const happened: Happened[] = [];
  let today = from;
  for (const { name, input, who, later } of tries) {
    today = addDays(today, later);
    const dated = (value: unknown) =>
      typeof value === 'function' ? (value as (day: string) => unknown)(today) : value;
    const came = when(facts, name, dated(input), { today, actor: actor(who) });
    if (!('facts' in came)) continue;
    for (const fact of came.facts as readonly VerificationFact[]) {
      happened.push({ fact, today, before: [...facts], who: people[who].person });
      facts.push(fact);
    }
  }
  return happened;
}

const { su, liu, guest } = people;
const issue = fc.integer({ min: 1, max: 6 }).map((n) => `I-${n}`);
const instrument = fc.integer({ min: 1, max: 3 }).map((n) => `D-${n}`);
const ago = fc.integer({ min: 0, max: 9 });
const checkedBy = fc.subarray([su.person, liu.person, guest.person], { minLength: 1 });
const oral = { givenTo: '民警', content: '纠正' };
const slight = { grade: 'slight', title: '甲', clause: '乙', oralCorrection: oral };
const violation = { grade: 'violation', title: '甲', clause: '乙' };
const crimeLead = { grade: 'crime_lead', title: '甲', clause: '乙' };

const inputs: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  findIssues: fc.constantFrom(slight, violation, crimeLead).map((each) => ({ issues: [each] })),
  takeMeasure: fc.record({ back: ago, persons: checkedBy }).map(({ back, persons }) => (today: string) => ({
    kind: 'view_cells',
    finding: '查看',
    persons,
    takenOn: addDays(today, -back),
  })),
  closeIssues: fc
    .record({
      issue,
      result: fc.constantFrom('corrected', 'transferred', 'unfounded', 'no_effect_obtainable'),
      checkedBy,
      back: ago,
    })
    .map((each) => (today: string) => ({
      issues: [{ issue: each.issue, result: each.result, evidence: '材料' }],
      checkedBy: each.checkedBy,
      closedOn: addDays(today, -each.back),
    })),
  coverIssues: fc.record({ issue, instrument }).map((each) => (today: string) => ({
    instrument: each.instrument,
    kind: 'correction_notice',
    issues: [each.issue],
    issuedOn: today,
  })),
  confirmCorrection: fc
    .record({
      issue,
      corrected: fc.boolean(),
      ground: fc.constantFrom('reply_assessed', 'rectification_verified'),
    })
    .map(({ ground, ...said }) => (today: string) => ({
      ground,
      issues: [said],
      instruments: [],
      corrected: said.corrected,
      confirmedOn: today,
    })),
  markIssueTransferred: issue.map((each) => (today: string) => ({
    issue: each,
    lead: profile.lead,
    transferredOn: today,
    secrecy: 'restricted',
  })),
  changeHandlers: fc
    .record({ how: fc.constantFrom('suspend', 'resume'), who: fc.constantFrom(su, liu, guest) })
    .map(({ how, who }) => ({ [how]: who.person })),
};

function triesOf(arbitraries: Readonly<Record<string, fc.Arbitrary<unknown>>>, longest: number) {
  const one = fc.oneof(
    ...Object.entries(arbitraries).map(([name, input]) =>
      fc.record({
        name: fc.constant(name),
        input,
        who: fc.constantFrom('su' as const, 'liu' as const, 'guest' as const, 'ba' as const),
        later: fc.integer({ min: 0, max: 4 }),
      }),
    ),
  );
  return fc.array(one, { minLength: longest / 2, maxLength: longest });
}

/** Checks every run and that the runs together came to what the law is about. */
function lawful(tries: fc.Arbitrary<readonly Try[]>, run: (tries: readonly Try[]) => number) {
  let cases = 0;
  fc.assert(
    fc.property(tries, (each) => {
      cases += run(each);
    }),
    { numRuns: 300 },
  );
  expect(cases).toBeGreaterThan(50);
}

const inspection = [opened(), onSite];
const withIssues = new History(...inspection);
withIssues.do('2025-08-11', 'findIssues', {
  issues: [slight, slight, slight, violation, violation, crimeLead],
});
const byPeople = new Set(['IssueFound', 'InvestigativeMeasureTaken', 'IssueClosed']);

describe('invariants over generated histories', () => {
  test('(1) no measure before filing, none by fewer than two', () => {
    lawful(triesOf(inputs, 30), (tries) => {
      const taken = live(inspection, '2025-08-11', tries).filter(
        ({ fact }) => fact.type === 'InvestigativeMeasureTaken',
      );
      for (const { fact } of taken) {
        if (fact.type !== 'InvestigativeMeasureTaken') continue;
        expect(fact.data.takenOn >= '2025-08-06').toBe(true);
        expect(new Set(fact.data.persons.map((each) => each.person)).size).toBeGreaterThan(1);
      }
      return taken.length;
    });
  });

  test('(5) a suspended handler writes nothing, and nobody takes him along', () => {
    lawful(triesOf(inputs, 40), (tries) => {
      let whileSuspended = 0;
      for (const { fact, before, who } of live(inspection, '2025-08-11', tries)) {
        const changed = before.findLast((each) => each.type === 'VerificationHandlersChanged');
        const suspended =
          changed?.type === 'VerificationHandlersChanged' ? (changed.data.suspended ?? []) : [];
        if (suspended.length === 0 || !byPeople.has(fact.type)) continue;
        whileSuspended += 1;
        expect(suspended).not.toContain(who);
        if (fact.type !== 'InvestigativeMeasureTaken') continue;
        for (const { person } of fact.data.persons) expect(suspended).not.toContain(person);
      }
      return whileSuspended;
    });
  });

  test('(6) an issue closes once, and only by an end of its own', () => {
    lawful(triesOf(inputs, 60), (tries) => {
      const closings = live(withIssues.facts, '2025-08-11', tries).filter(
        ({ fact }) => fact.type === 'IssueClosed',
      );
      for (const { fact, before } of closings) {
        if (fact.type !== 'IssueClosed') continue;
        const { issue: ref, result } = fact.data;
        const own = before.filter((each) => 'issue' in each.data && each.data.issue === ref);
        const types = own.map((each) => each.type);
        expect(types).not.toContain('IssueClosed');
        expect(types).toContain('IssueFound');
        expect(types.includes('IssueTransferred')).toBe(result === 'transferred');
        if (result === 'unfounded') expect(types).not.toContain('IssueCovered');
        if (result === 'no_effect_obtainable') expect(types).toContain('IssueCovered');
        if (result !== 'corrected') continue;
        const inWriting = types.includes('IssueCovered');
        const confirmed = own.some((each) => each.type === 'IssueCorrectionConfirmed' && each.data.corrected);
        expect(inWriting ? confirmed : (fact.data.checkedBy ?? []).length > 1).toBe(true);
      }
      return closings.length;
    });
  });

  const period = (clock: string, start: string, due: string): StartedClockField[] => [
    { clock, subject: matter, start, due, provisional: false, calendar: 'cn-2025.1' },
  ];
  const moving = {
    extendPeriod: fc.record({
      clock: fc.constantFrom('DL-24', 'DL-28'),
      by: fc.record({ n: fc.integer({ min: 1, max: 2 }), unit: fc.constantFrom('day', 'workday', 'month') }),
      opinion: fc.constant('情况复杂'),
    }),
    startExclusion: fc
      .record({ clock: fc.constantFrom('DL-27', 'DL-28'), back: ago })
      .map(({ clock, back }) => (today: string) => ({
        clock,
        ground: 'appraisal',
        from: addDays(today, -back),
      })),
    endExclusion: fc
      .record({ n: fc.integer({ min: 1, max: 4 }), back: ago })
      .map(({ n, back }) => (today: string) => ({ exclusion: `X-${n}`, to: addDays(today, -back) })),
  };

  test('(7) exclusions and extensions move due dates forward only, recorded before the old due date', () => {
    const clocks = [
      ...period('DL-24', '2025-03-03', '2025-05-06'),
      ...period('DL-27', '2025-03-03', '2025-06-03'),
      ...period('DL-28', '2025-03-03', '2025-06-03'),
    ];
    const filed = opened({ filedOn: '2025-03-03', clocks });
    lawful(triesOf(moving, 24), (tries) => {
      const moved = live([filed], '2025-05-01', tries);
      for (const { fact, today, before } of moved) {
        if (fact.type === 'PeriodExtended') {
          expect(fact.data.dueAfter >= fact.data.dueBefore).toBe(true);
          expect(today <= fact.data.dueBefore).toBe(true);
        }
        if (fact.type === 'PeriodExclusionStarted') expect(today <= fact.data.dueBefore).toBe(true);
        if (fact.type === 'PeriodExclusionEnded') {
          expect(fact.data.dueAfter >= fact.data.dueBefore).toBe(true);
          const start = before.find(
            (each) => each.type === 'PeriodExclusionStarted' && each.data.exclusion === fact.data.exclusion,
          );
          expect(start).toBeDefined();
        }
      }
      return moved.length;
    });
  });
});
