import { given, type Scene } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import {
  challenge,
  challenged,
  chief,
  civil,
  conflicted,
  decision,
  ended,
  factsOf,
  gate,
  handler,
  head,
  voided,
} from '../../test/matter-histories.ts';
import { accepted, acceptedAs, assigned, filed, MATTER, scene } from '../../test/scene.ts';
import { matter } from './matter.ts';
import type { MatterFact } from './state.ts';

describe('what is refused of who handles a matter', () => {
  const refused: readonly (readonly [string, Scene, readonly MatterFact[], string, unknown, string])[] = [
    [
      'nobody to draw',
      gate,
      [acceptedAs({ department: 'x', unit: '630000' })],
      'assignHandler',
      { seed: 's' },
      'handler.none-eligible',
    ],
    [
      'nobody left to draw',
      gate,
      [accepted, assigned, conflicted],
      'redrawHandler',
      { seed: 's', opinion: '回避' },
      'handler.none-eligible',
    ],
    [
      'a handler who is no prosecutor',
      head,
      [accepted],
      'reassignHandler',
      { handler: 'P-630103-zhao', opinion: '调' },
      'handler.not-eligible',
    ],
    [
      'a handler who must stay away',
      head,
      [accepted, assigned, conflicted],
      'reassignHandler',
      { handler: 'P-630103-li', opinion: '调' },
      'handler.conflicted',
    ],
    [
      'no change',
      head,
      [accepted, assigned],
      'reassignHandler',
      { handler: 'P-630103-li', assistants: ['P-630103-cai'], opinion: '调' },
      'handler.same',
    ],
    [
      'written by who must stay away',
      handler,
      [accepted, assigned, conflicted],
      'assessSignificance',
      { scores: [] },
      'handler.conflicted',
    ],
    [
      'a conflict of a stranger',
      head,
      [accepted, assigned],
      'declareConflict',
      { conflict: true },
      'recusal.outside-group',
    ],
    [
      'a stranger challenged',
      gate,
      [accepted, assigned],
      'requestRecusal',
      { ...challenge, challenged: 'P-630103-qi' },
      'recusal.outside-group',
    ],
    [
      'withdrawn by another',
      gate,
      [accepted, assigned],
      'requestRecusal',
      { ...challenge, by: { kind: 'self' } },
      'recusal.not-self',
    ],
    [
      'challenged twice',
      gate,
      [civil, assigned, ...challenged],
      'requestRecusal',
      challenge,
      'recusal.pending',
    ],
    [
      'challenged tomorrow',
      gate,
      [accepted, assigned],
      'requestRecusal',
      { ...challenge, receivedOn: '2025-03-11' },
      'date.in-future',
    ],
    [
      'a suspended handler assesses',
      handler,
      [civil, assigned, ...challenged],
      'assessSignificance',
      { scores: [] },
      'handler.suspended',
    ],
    [
      'a suspended handler tells the party',
      handler,
      [civil, assigned, ...challenged],
      'notifyParty',
      { party: 'reporter', about: 'filing', method: 'by_phone' },
      'handler.suspended',
    ],
    [
      'another handler once it is concluded',
      head,
      [accepted, assigned, filed, ended],
      'reassignHandler',
      { handler: 'P-630103-xing', opinion: '调' },
      'matter.ended',
    ],
    [
      'a conflict once it is concluded',
      handler,
      [accepted, assigned, filed, ended],
      'declareConflict',
      { conflict: true },
      'matter.ended',
    ],
    [
      'a challenge once it is concluded',
      gate,
      [accepted, assigned, filed, ended],
      'requestRecusal',
      challenge,
      'matter.ended',
    ],
    ['a recusal nobody asked for', chief, [accepted, assigned], 'decideRecusal', decision, 'recusal.unknown'],
    [
      'granted without a word on what was done',
      chief,
      [civil, assigned, ...challenged],
      'decideRecusal',
      { ...decision, granted: true },
      'recusal.validity-missing',
    ],
    [
      'decided by who is challenged',
      scene('P-630103-li', '2025-03-10', 'chief'),
      [accepted, assigned, { ...challenged[0]! }],
      'decideRecusal',
      decision,
      'recusal.own',
    ],
    [
      'nobody to tell',
      handler,
      [acceptedAs({ complainant: false }), assigned],
      'notifyParty',
      { party: 'reporter', about: 'filing', method: 'by_phone' },
      'party.none',
    ],
    [
      'told tomorrow',
      handler,
      [accepted, assigned],
      'notifyParty',
      { party: 'reporter', about: 'filing', method: 'by_phone', notifiedOn: '2025-03-11' },
      'date.in-future',
    ],
  ];
  test.each(refused)('refused: %s', (_title, who, facts, command, raw, code) => {
    expect(given(matter, MATTER, who, facts).when(command, raw)).toMatchObject({ refused: code });
  });

  test('refused: a recusal decided twice', () => {
    const facts = [civil, assigned, ...challenged];
    const decided = factsOf(given(matter, MATTER, chief, facts).when('decideRecusal', decision));
    expect(
      given(matter, MATTER, chief, [...facts, ...decided]).when('decideRecusal', decision),
    ).toMatchObject({ refused: 'recusal.decided' });
  });

  test('what was asked before the end is decided after it, and replaces nobody', () => {
    const facts = [civil, assigned, ...challenged, filed, ended];
    const granted = { ...decision, granted: true, earlierActsStand: true };
    const decided = factsOf(given(matter, MATTER, chief, facts).when('decideRecusal', granted));
    expect(decided.map(({ type }) => type)).toEqual(['RecusalDecided']);
    const redraw = { seed: 's', opinion: '回避' };
    expect(given(matter, MATTER, chief, [...facts, ...decided]).when('redrawHandler', redraw)).toMatchObject({
      facts: [],
    });
  });

  test('the end is noted once, with its day, and only of what was filed', () => {
    const end = { ending: 'terminated', endedOn: '2025-03-07' };
    const noted = (facts: readonly MatterFact[]) => given(matter, MATTER, gate, facts).when('noteEnd', end);
    expect(noted([accepted, assigned, filed])).toMatchObject({
      facts: [{ type: 'MatterEndNoted', data: end, occurredOn: '2025-03-07' }],
    });
    expect(noted([accepted, assigned, filed, ended])).toMatchObject({ facts: [] });
    expect(noted([accepted, voided])).toMatchObject({ facts: [] });
  });
});
