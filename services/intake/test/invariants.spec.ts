import { refuseStateSecrets } from '@jiandu/access';
import type { Fact } from '@jiandu/eventing';
import { folded, given, type Scene } from '@jiandu/eventing/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lead } from '../src/lead/lead.ts';
import type { LeadFact } from '../src/lead/state.ts';
import { matter } from '../src/matter/matter.ts';
import type { MatterFact, MatterState } from '../src/matter/state.ts';
import { numberSeries } from '../src/number-series/series.ts';
import { acceptedAs, LEAD, MATTER, profile, provenance, registered, said, scene } from './scene.ts';

interface Act {
  readonly who: Scene;
  readonly command: string;
  readonly input: unknown;
}

const people = ['li', 'cai', 'xing', 'qi', 'bai', 'shi', 'ma'].map((name) => `P-630103-${name}`);
const person = fc.constantFrom(...people);
const group = fc.constantFrom('P-630103-li', 'P-630103-cai', 'P-630103-xing');

function act(command: string, input: fc.Arbitrary<unknown>): fc.Arbitrary<Act> {
  return fc.record({ who: person.map((each) => scene(each)), command: fc.constant(command), input });
}

const scores = fc.integer({ min: 0, max: 30 }).map((points) => [
  { criterion: 'nature', points },
  { criterion: 'extent', points: 20 },
  { criterion: 'repetition', points: 20 },
]);
const anyAct = fc.oneof(
  act('assignHandler', fc.record({ seed: fc.string({ minLength: 1, maxLength: 8 }) })),
  act(
    'redrawHandler',
    fc.record({ seed: fc.string({ minLength: 1, maxLength: 8 }), opinion: fc.constant('回避') }),
  ),
  act(
    'reassignHandler',
    fc.record({ handler: group, assistants: fc.subarray(['P-630103-cai']), opinion: fc.constant('调') }),
  ),
  act('declareConflict', fc.record({ conflict: fc.boolean() })),
  act(
    'requestRecusal',
    fc.record({
      challenged: group,
      by: fc.record({ kind: fc.constantFrom('self', 'party') }),
      ground: fc.constant('relative'),
    }),
  ),
  act(
    'decideRecusal',
    fc.record({
      recusal: fc.constantFrom('RC-1', 'RC-2'),
      granted: fc.boolean(),
      earlierActsStand: fc.boolean(),
      opinion: fc.constant('决'),
    }),
  ),
  act('assessSignificance', fc.record({ scores, vetoes: fc.subarray(['over_detention']) })),
  act('reviewFiling', fc.record({ agreed: fc.boolean() })),
  act('approveFiling', fc.record({ opinion: fc.constant('批') })),
  act(
    'rejectFiling',
    fc.record({ outcome: fc.constantFrom('not_filed', 'task'), opinion: fc.constant('轻') }),
  ),
  act(
    'notifyParty',
    fc.record({
      party: fc.constant('reporter'),
      about: fc.constant('filing'),
      method: fc.constant('by_phone'),
    }),
  ),
  act('voidNumber', fc.record({ opinion: fc.constant('误') })),
);

/** The lawful way to filing; each act of it may be left out. */
const lawful: readonly Act[] = [
  { who: scene('P-630103-shi'), command: 'assignHandler', input: { seed: 's' } },
  {
    who: scene('P-630103-li'),
    command: 'assessSignificance',
    input: { scores: [{ criterion: 'nature', points: 30 }], vetoes: ['over_detention'] },
  },
  { who: scene('P-630103-qi'), command: 'reviewFiling', input: { agreed: true } },
  { who: scene('P-630103-bai'), command: 'approveFiling', input: {} },
];

/** Histories that mostly go the lawful way, with anything by anybody in between. */
const acts = fc
  .tuple(
    fc.subarray([...lawful], { minLength: 3 }),
    fc.array(fc.array(anyAct, { maxLength: 4 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([way, between]) => between.flatMap((some, place) => [...some, ...(way[place] ? [way[place]] : [])]));

interface Step {
  readonly before: MatterState;
  readonly by: string;
  readonly command: string;
  readonly facts: readonly MatterFact[];
}

/** Plays acts on a civil matter, in which a challenge suspends. */
function play(list: readonly Act[]): readonly Step[] {
  const history: MatterFact[] = [acceptedAs({ function: 'civil' })];
  return list.map(({ who, command, input }) => {
    const before = folded(matter, history);
    const came = given(matter, MATTER, who, history).when(command, input);
    const facts = 'facts' in came ? (came.facts as readonly MatterFact[]) : [];
    history.push(...facts);
    return { before, by: who.actor.person, command, facts };
  });
}

const factsIn = (steps: readonly Step[]) => steps.flatMap(({ facts }) => facts);
const RUNS = { numRuns: 300 };

describe('a matter at intake, over any history', () => {
  test('(1) it is filed at most once, assessed as major, reviewed, and not by its handler', () => {
    let filings = 0;
    fc.assert(
      fc.property(acts, (list) => {
        const filed = play(list).filter(({ facts }) => facts.some(({ type }) => type === 'FilingApproved'));
        expect(filed.length).toBeLessThanOrEqual(1);
        for (const { before, by } of filed) {
          filings += 1;
          expect(before.status).toBe('accepted');
          expect(before.significance?.major).toBe(true);
          expect(before.review).toBeDefined();
          expect(before.handler?.person).not.toBe(by);
          expect([...before.suspended, ...before.away]).not.toContain(before.handler?.person);
        }
      }),
      RUNS,
    );
    expect(filings).toBeGreaterThan(20);
  });

  test('(4) there is at most one handler: one assignment, then each change names who had it', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const steps = play(list);
        expect(factsIn(steps).filter(({ type }) => type === 'HandlerAssigned').length).toBeLessThanOrEqual(1);
        for (const { before, facts } of steps) {
          for (const fact of facts) {
            if (fact.type === 'HandlerReassigned') expect(fact.data.previous).toEqual(before.handler);
            if (fact.type === 'HandlerReassigned' || fact.type === 'HandlerAssigned') {
              expect(before.away).not.toContain(fact.data.handler.person);
              expect(fact.data.assistants).not.toContainEqual(fact.data.handler);
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('(5) who is suspended or must stay away writes nothing', () => {
    const internal = new Set(['assignHandler', 'redrawHandler']);
    fc.assert(
      fc.property(acts, (list) => {
        for (const { before, by, command, facts } of play(list)) {
          if (internal.has(command) || ![...before.suspended, ...before.away].includes(by)) continue;
          expect(facts).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('a void number takes no further act', () => {
    fc.assert(
      fc.property(acts, (list) => {
        for (const { before, facts } of play(list)) if (before.status === 'voided') expect(facts).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('(8) numbers', () => {
  test('follow each other without a gap, whatever is voided between', () => {
    const moves = fc.array(fc.oneof(fc.constant('take' as const), fc.integer({ min: 1, max: 30 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 500 })), moves, (start, list) => {
        const who = scene('P-630103-shi');
        const history: Fact[] = [];
        const give = (command: string, input: unknown) => {
          const came = given(numberSeries, 'CFS-630103-2025', who, history as never).when(command, input);
          if ('facts' in came) history.push(...came.facts);
        };
        if (start !== null) give('continueSeries', { lastNumber: start });
        for (const move of list) {
          if (move === 'take')
            give('takeNumber', { lead: LEAD, acceptedOn: '2025-03-10', profile, provenance });
          else
            give('recordVoid', { matter: `CFS-630103-2025-${String(move).padStart(5, '0')}`, opinion: '误' });
        }
        const given_ = history
          .filter(({ type }) => type === 'MatterNumbered')
          .map(({ data }) => data['sequence']);
        expect(given_).toEqual(given_.map((_each, place) => (start ?? 0) + place + 1));
        expect(given_).toHaveLength(list.filter((move) => move === 'take').length);
      }),
      RUNS,
    );
  });
});

describe('(11) merged leads', () => {
  test('keep all discoverers, each once, and one lead stays', () => {
    const finders = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(finders, { minLength: 2, maxLength: 5 }), (found) => {
        const member = (each: string) => ({ person: each, name: each });
        const streams = found.map((list, place): LeadFact[] => [
          {
            type: 'LeadRegistered',
            data: { ...(registered.data as object), discoverer: member(list[0] ?? '') } as never,
          },
          {
            type: 'LeadAbsorbed',
            data: {
              from: `L-630103-2025-X000000${place}`,
              fromUnit: '630103',
              discoverers: list.map(member),
            },
          },
        ]);
        const idOfStream = (place: number) => `L-630103-2025-A000000${place}`;
        for (let place = streams.length - 1; place > 0; place -= 1) {
          const into = idOfStream(place - 1);
          const merged = given(lead, idOfStream(place), scene('P-630103-shi'), streams[place]).when(
            'mergeLead',
            { into, opinion: '同' },
          );
          if (!('facts' in merged)) throw new Error(merged.refused);
          const [fact] = merged.facts as readonly LeadFact[];
          streams[place]?.push(fact as LeadFact);
          const { discoverers } = (fact as LeadFact).data as { discoverers: readonly object[] };
          const input = { from: idOfStream(place), fromUnit: '630103', discoverers };
          const absorbed = given(lead, into, scene('P-630103-shi'), streams[place - 1]).when(
            'absorbLead',
            input,
          );
          if (!('facts' in absorbed)) throw new Error(absorbed.refused);
          streams[place - 1]?.push(...(absorbed.facts as readonly LeadFact[]));
        }
        const kept = folded(lead, streams[0] ?? []);
        const names = kept.discoverers.map((each) => each.person);
        expect([...names].sort()).toEqual([...new Set(found.flat())].sort());
        expect(
          streams.map((facts) => folded(lead, facts).status).filter((status) => status !== 'merged'),
        ).toEqual(['lead_registered']);
      }),
      RUNS,
    );
  });
});

describe('(12) state secrets', () => {
  const label = fc.constantFrom(
    'state_secret',
    'top_secret',
    'confidential',
    'secret',
    '绝密',
    '机密',
    '秘密',
    '国家秘密',
  );

  test('are refused before anything looks at them, and by every command of a lead', () => {
    fc.assert(
      fc.property(
        label,
        fc.constantFrom('registerLead', 'receiveLead', 'registerReceivedLead', 'keepOffline'),
        (secrecy, command) => {
          const content = { unit: '630103', source: 'own_case', ...said, title: '绝不入库', secrecy };
          expect(refuseStateSecrets(content)).toMatchObject({ code: 'secrecy.state-secret' });
          expect(JSON.stringify(refuseStateSecrets(content))).not.toContain('绝不入库');
          const came = given(lead, LEAD, scene('P-630103-han'), []).when(command, content);
          expect(came).toMatchObject({ refused: 'input.invalid' });
          expect(JSON.stringify(came)).not.toContain('绝不入库');
        },
      ),
      RUNS,
    );
  });
});
