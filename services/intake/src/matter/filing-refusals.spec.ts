import { given, type Scene } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import {
  all,
  challenged,
  chief,
  civil,
  conflicted,
  gate,
  handler,
  head,
  task,
  voided,
} from '../../test/matter-histories.ts';
import { accepted, assessed, assigned, filed, MATTER, reviewed } from '../../test/scene.ts';
import { matter } from './matter.ts';
import type { MatterFact } from './state.ts';

describe('what is refused on the way to filing', () => {
  const plan = { aim: '查明', measures: ['consult_records'], team: [] };
  const refused: readonly (readonly [string, Scene, readonly MatterFact[], string, unknown, string])[] = [
    [
      'assessed by somebody else',
      head,
      [accepted, assigned],
      'assessSignificance',
      { scores: [] },
      'handler.not-you',
    ],
    ['assessed after filing', handler, [...all, filed], 'assessSignificance', { scores: [] }, 'matter.filed'],
    [
      'assessed after it went on as a task',
      handler,
      [accepted, assigned, task],
      'assessSignificance',
      { scores: [] },
      'matter.ended',
    ],
    [
      'a criterion nobody knows',
      handler,
      [accepted, assigned],
      'assessSignificance',
      { scores: [{ criterion: 'luck', points: 1 }] },
      'significance.faulty',
    ],
    [
      'more points than there are',
      handler,
      [accepted, assigned],
      'assessSignificance',
      { scores: [{ criterion: 'need', points: 6 }] },
      'significance.faulty',
    ],
    [
      'a void number',
      handler,
      [accepted, assigned, voided],
      'assessSignificance',
      { scores: [] },
      'number.void',
    ],
    [
      'reviewed by its handler',
      handler,
      [accepted, assigned, assessed(78)],
      'reviewFiling',
      { agreed: true },
      'review.own-matter',
    ],
    [
      'reviewed before it was assessed',
      head,
      [accepted, assigned],
      'reviewFiling',
      { agreed: true },
      'significance.missing',
    ],
    ['filed without a handler', chief, [accepted], 'approveFiling', {}, 'handler.missing'],
    [
      'filed while the handler must stay away',
      chief,
      [...all, conflicted],
      'approveFiling',
      {},
      'handler.missing',
    ],
    ['filed by its handler', handler, all, 'approveFiling', {}, 'approval.own-proposal'],
    [
      'filed before it was assessed',
      chief,
      [accepted, assigned, reviewed()],
      'approveFiling',
      {},
      'significance.missing',
    ],
    [
      'filed below the threshold',
      chief,
      [accepted, assigned, assessed(59), reviewed()],
      'approveFiling',
      {},
      'gate.not-major',
    ],
    ['filed unreviewed', chief, [accepted, assigned, assessed(78)], 'approveFiling', {}, 'review.missing'],
    [
      'filed against the review without a word',
      chief,
      [accepted, assigned, assessed(78), reviewed(false)],
      'approveFiling',
      {},
      'review.disagreed',
    ],
    ['a plan before its time', chief, all, 'approveFiling', { plan }, 'plan.separate'],
    [
      'simple, with too many points',
      chief,
      all,
      'approveFiling',
      { procedure: 'simple' },
      'procedure.not-simple',
    ],
    ['filed tomorrow', chief, all, 'approveFiling', { filedOn: '2025-03-11' }, 'date.in-future'],
    [
      'filed before it was accepted',
      chief,
      all,
      'approveFiling',
      { filedOn: '2025-03-09' },
      'date.before-acceptance',
    ],
    ['filed twice', chief, [...all, filed], 'approveFiling', {}, 'matter.filed'],
    [
      'filed while the handler is suspended',
      chief,
      [civil, assigned, assessed(78), reviewed(), ...challenged],
      'approveFiling',
      {},
      'recusal.pending',
    ],
    [
      'rejected by its handler',
      handler,
      all,
      'rejectFiling',
      { outcome: 'task', opinion: '轻' },
      'approval.own-proposal',
    ],
    ['voided after filing', gate, [...all, filed], 'voidNumber', { opinion: '误' }, 'matter.filed'],
    ['voided twice', gate, [accepted, voided], 'voidNumber', { opinion: '误' }, 'number.void'],
  ];
  test.each(refused)('refused: %s', (_title, who, facts, command, raw, code) => {
    expect(given(matter, MATTER, who, facts).when(command, raw)).toMatchObject({ refused: code });
  });

  test('the refusal below the threshold says how many points there were', () => {
    const came = given(matter, MATTER, chief, [accepted, assigned, assessed(41), reviewed()]).when(
      'approveFiling',
      {},
    );
    expect(came).toMatchObject({ refused: 'gate.not-major', params: { score: 41, threshold: 60 } });
  });
});
