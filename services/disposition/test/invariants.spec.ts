import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisposalFact } from '../src/disposal/facts.ts';
import { type History, handlersOwn, histories, play, readable } from './histories.ts';
import { publishable } from './scene.ts';

const SEED = 20_250_708;

/** Checks every generated history; answers how many of them came to their end. */
function holds(check: (history: History) => void): { concluded: number } {
  let concluded = 0;
  fc.assert(
    fc.property(histories, ({ type, tries }) => {
      const history = play(type, tries);
      if (history.facts.some((fact) => fact.type === 'MatterConcluded')) concluded += 1;
      try {
        check(history);
      } catch (error) {
        throw new Error(`${String(error)}\n${readable(history)}`);
      }
    }),
    { seed: SEED, numRuns: 250 },
  );
  return { concluded };
}

type Of<T extends DisposalFact['type']> = Extract<DisposalFact, { type: T }>;
const all = <T extends DisposalFact['type']>(facts: readonly DisposalFact[], type: T) =>
  facts.filter((fact): fact is Of<T> => fact.type === type);
const before = (facts: readonly DisposalFact[], fact: DisposalFact) => facts.slice(0, facts.indexOf(fact));

describe('over generated histories', () => {
  test('(2) no instrument without a competent decision before it, except the handler’s own kinds', () => {
    holds(({ type, facts }) => {
      for (const issued of all(facts, 'InstrumentIssued')) {
        const { instrument, kind } = issued.data;
        const decided = all(before(facts, issued), 'DecisionMade').some(({ data }) =>
          data.instruments.some((each) => each.instrument === instrument && each.kind === kind),
        );
        const ordered = all(before(facts, issued), 'InstrumentOrdered').some(
          ({ data }) => data.instrument === instrument,
        );
        expect(decided || (ordered && handlersOwn(type, kind)), `${instrument} ${kind}`).toBe(true);
      }
    });
  });

  test('(3) every served instrument with a reply clock ends in a reply, an escalation or a revocation before conclusion', () => {
    const { concluded } = holds(({ facts }) => {
      for (const end of all(facts, 'MatterConcluded')) {
        const past = before(facts, end);
        const awaited = all(past, 'InstrumentIssued').filter(({ data }) => data.replyClock !== undefined);
        for (const { data } of awaited) {
          const ref = data.instrument;
          const answers = [
            ...all(past, 'ReplyReceived').filter(
              (each) => each.data.kind !== 'progress' && each.data.instruments.includes(ref),
            ),
            ...all(past, 'ReExaminationRequested').filter((each) => each.data.instrument === ref),
            ...all(past, 'EscalatedToSuperior').filter((each) => each.data.instruments.includes(ref)),
            ...all(past, 'OpinionRevoked').filter((each) => each.data.instrument === ref),
          ];
          expect(answers.length, ref).toBeGreaterThan(0);
        }
      }
    });
    expect(concluded, 'histories that reach conclusion').toBeGreaterThan(20);
  });

  test('(6) a matter is concluded only if all its issues and instruments are closed, and nothing follows but dossier work', () => {
    holds(({ facts }) => {
      for (const end of all(facts, 'MatterConcluded')) {
        const past = before(facts, end);
        const settled = new Set(all(past, 'IssueSettled').map(({ data }) => data.issue));
        const tracked = all(past, 'IssueTracked').map(({ data }) => data.issue);
        if (end.data.result === 'all_issues_closed')
          expect(tracked.filter((issue) => !settled.has(issue))).toEqual([]);
        const gone = new Set([
          ...all(past, 'InstrumentServed').map(({ data }) => data.instrument),
          ...all(past, 'OpinionRevoked').map(({ data }) => data.instrument),
        ]);
        const orders = [
          ...all(past, 'DecisionMade').flatMap(({ data }) =>
            data.instruments.map(({ instrument }) => instrument),
          ),
          ...all(past, 'InstrumentOrdered').map(({ data }) => data.instrument),
        ];
        expect(orders.filter((ref) => !gone.has(ref))).toEqual([]);
        const later = facts.slice(facts.indexOf(end) + 1).map(({ type }) => type);
        const silent = [
          'ReplyReceived',
          'InstrumentServed',
          'DecisionMade',
          'ReplyAssessed',
          'MatterConcluded',
        ];
        expect(later.filter((type) => silent.includes(type))).toEqual([]);
      }
    });
  });

  test('(5) a suspended handler writes nothing', () => {
    holds(({ acts }) => {
      for (const { command, person, suspended } of acts) expect(suspended, command).not.toContain(person);
    });
  });

  test('(7) no clock ends before it starts, and one that runs is never given an earlier end', () => {
    holds(({ facts }) => {
      const running = new Map<string, { start: string; due: string }>();
      for (const { data } of facts) {
        const {
          clocks = [],
          clocksMet = [],
          clocksReplaced = [],
        } = data as {
          clocks?: readonly { clock: string; subject: string; start: string; due: string }[];
          clocksMet?: readonly { clock: string; subject: string }[];
          clocksReplaced?: readonly { clock: string; subject: string }[];
        };
        for (const { clock, subject } of [...clocksMet, ...clocksReplaced]) {
          expect(running.has(`${clock} ${subject}`), `${clock} ${subject} does not run`).toBe(true);
          running.delete(`${clock} ${subject}`);
        }
        for (const { clock, subject, start, due } of clocks) {
          expect(due > start).toBe(true);
          expect(due >= (running.get(`${clock} ${subject}`)?.due ?? ''), `${clock} ${subject}`).toBe(true);
          running.set(`${clock} ${subject}`, { start, due });
        }
      }
    });
  });

  test('every fact may be published as declared, none dated after the day it was written', () => {
    holds(({ facts }) => publishable(facts, '9999-12-31'));
  });
});
