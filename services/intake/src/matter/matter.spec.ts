import { given, type Scene } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import {
  assistant,
  challenge,
  challenged,
  chief,
  civil,
  decision,
  gate,
  head,
} from '../../test/matter-histories.ts';
import { accepted, acceptedAs, assessed, assigned, MATTER, reviewed } from '../../test/scene.ts';
import { matter } from './matter.ts';
import type { MatterFact } from './state.ts';

describe('what comes of it', () => {
  const done: readonly (readonly [
    string,
    Scene,
    readonly MatterFact[],
    string,
    unknown,
    readonly object[],
  ])[] = [
    [
      'the draw gives a prosecutor and an assistant of the department',
      gate,
      [accepted],
      'assignHandler',
      { seed: 'e-1' },
      [
        {
          type: 'HandlerAssigned',
          data: { handler: { name: '李某' }, assistants: [{ name: '才某' }], seed: 'e-1' },
        },
      ],
    ],
    ['drawing again changes nothing', gate, [accepted, assigned], 'assignHandler', { seed: 'e-2' }, []],
    [
      'nobody away, nothing to draw',
      gate,
      [accepted, assigned],
      'redrawHandler',
      { seed: 'e-2', opinion: '回避' },
      [],
    ],
    [
      'a veto is major below the threshold',
      chief,
      [accepted, assigned, assessed(30, ['over_detention']), reviewed()],
      'approveFiling',
      {},
      [{ type: 'FilingApproved', data: { basis: 'veto', score: 30, vetoes: ['over_detention'] } }],
    ],
    [
      'a chief may file against the review and says why',
      chief,
      [accepted, assigned, assessed(78), reviewed(false)],
      'approveFiling',
      { opinion: '社会影响大' },
      [{ type: 'FilingApproved', reason: '社会影响大' }],
    ],
    [
      '60 to 69 points may go the simple way',
      chief,
      [accepted, assigned, assessed(64), reviewed()],
      'approveFiling',
      { procedure: 'simple' },
      [
        {
          type: 'FilingApproved',
          data: { profile: { procedure: 'simple' }, clocksMet: [{ clock: 'DL-54' }] },
        },
      ],
    ],
    [
      'not filed, it may go on as a task',
      chief,
      [accepted, assigned, assessed(41)],
      'rejectFiling',
      { outcome: 'task', opinion: '轻微已补正' },
      [{ type: 'FilingRejected', data: { outcome: 'task', clocksMet: [{ clock: 'DL-54' }] } }],
    ],
    [
      'in civil matters a challenge suspends, and three days run',
      gate,
      [civil, assigned],
      'requestRecusal',
      challenge,
      [
        {
          type: 'RecusalRequested',
          data: {
            recusal: 'RC-1',
            suspends: true,
            clocks: [{ clock: 'DL-41', subject: 'RC-1', due: '2025-03-13' }],
          },
        },
        { type: 'HandlerSuspended', data: { person: 'P-630103-li' } },
      ],
    ],
    [
      'in criminal matters it does not, and no days are named',
      gate,
      [accepted, assigned],
      'requestRecusal',
      challenge,
      [{ type: 'RecusalRequested', data: { suspends: false } }],
    ],
    [
      'in public-interest matters it does not suspend',
      gate,
      [acceptedAs({ function: 'public_interest' }), assigned],
      'requestRecusal',
      challenge,
      [{ type: 'RecusalRequested', data: { suspends: false, clocks: [{ clock: 'DL-41' }] } }],
    ],
    [
      'an urgent civil matter goes on',
      gate,
      [civil, assigned],
      'requestRecusal',
      { ...challenge, urgent: true },
      [{ type: 'RecusalRequested', data: { suspends: false } }],
    ],
    [
      'a refused challenge lets the handler go on',
      chief,
      [civil, assigned, ...challenged],
      'decideRecusal',
      decision,
      [
        {
          type: 'RecusalDecided',
          data: { granted: false, clocksMet: [{ clock: 'DL-41', subject: 'RC-1' }] },
        },
        { type: 'HandlerResumed', data: { person: 'P-630103-li' } },
      ],
    ],
    [
      'a granted one does not',
      chief,
      [civil, assigned, ...challenged],
      'decideRecusal',
      { ...decision, granted: true, earlierActsStand: true },
      [{ type: 'RecusalDecided', data: { granted: true, earlierActsStand: true } }],
    ],
    [
      'naming somebody where nobody was drawn is an assignment',
      head,
      [accepted],
      'reassignHandler',
      { handler: 'P-630103-xing', opinion: '指定' },
      [
        {
          type: 'HandlerAssigned',
          data: { method: 'designated', handler: { name: '星某' }, opinion: '指定' },
        },
      ],
    ],
    [
      'an assistant who must stay away leaves, the handler stays',
      gate,
      [accepted, assigned, { type: 'ConflictDeclared', data: { person: 'P-630103-cai', conflict: true } }],
      'redrawHandler',
      { seed: 'e-3', opinion: '回避' },
      [{ type: 'HandlerReassigned', data: { handler: { name: '李某' }, assistants: [] } }],
    ],
    [
      'an assistant may declare that nothing ties him',
      assistant,
      [accepted, assigned],
      'declareConflict',
      { conflict: false },
      [{ type: 'ConflictDeclared', data: { person: 'P-630103-cai', conflict: false } }],
    ],
    [
      'opening an open matter changes nothing',
      gate,
      [accepted],
      'openMatter',
      {
        lead: accepted.data['profile' as never]['lead'],
        acceptedOn: '2025-03-10',
        profile: accepted.data['profile' as never],
        provenance: accepted.data['provenance' as never],
      },
      [],
    ],
  ];
  test.each(done)('%s', (_title, who, facts, command, raw, expected) => {
    const came = given(matter, MATTER, who, facts).when(command, raw);
    expect(came).toMatchObject({ facts: expected });
    expect('facts' in came && came.facts).toHaveLength(expected.length);
  });
});
