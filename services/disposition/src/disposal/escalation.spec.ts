import { describe, expect, test } from 'vitest';
import { Matter, opening, staff, system } from '../../test/scene.ts';
import { after, assess, decide, type Row, served } from '../../test/scenes.ts';
import { ex02 } from '../../test/worked-matters.ts';

const rows: readonly Row[] = [
  [
    'nothing goes up without a ground',
    'escalation.no-ground',
    () => ex02('2025-05-08'),
    '2025-05-09',
    'P-630202-ye',
    'escalateToSuperior',
    { instruments: ['D-1'], opinion: '报告' },
  ],
  [
    'nor twice',
    'escalation.open-already',
    () => ex02('2025-05-22'),
    '2025-05-23',
    'P-630202-ye',
    'escalateToSuperior',
    { instruments: ['D-1'], opinion: '再报' },
  ],
  [
    'the province has none above it',
    'escalation.no-superior',
    () =>
      after(
        new Matter('IAS-630000-2025-00001', opening('IAS', '630000', '2025-04-10', ['P-630202-ye'])),
        [
          '2025-04-17',
          system,
          'noteReport',
          { report: 'RR-1', kind: 'review', author: staff('P-630202-ye'), submittedOn: '2025-04-17' },
        ],
        ['2025-04-18', 'P-630202-duo', 'makeDecision', decide],
        [
          '2025-04-18',
          system,
          'issueInstrument',
          { instrument: 'D-1', printedNumber: '青检纠违〔2025〕1号', issuedOn: '2025-04-18' },
        ],
        [
          '2025-04-21',
          'P-630202-qi',
          'serveInstrument',
          { instrument: 'D-1', method: 'direct', proof: '回证' },
        ],
        [
          '2025-04-28',
          'P-630202-qi',
          'recordReply',
          { instruments: ['D-1'], kind: 'objection', content: '不认可' },
        ],
        ['2025-04-29', 'P-630202-ye', 'assessReply', assess('refused')],
      ),
    '2025-04-30',
    'P-630202-ye',
    'escalateToSuperior',
    { instruments: ['D-1'], opinion: '报告' },
  ],
  ['unknown escalation', 'escalation.unknown', served, '2025-05-26', 'P-630200-an', 'acceptEscalation', {}],
  [
    'accepted once',
    'escalation.accepted-already',
    () => ex02('2025-05-26'),
    '2025-05-27',
    'P-630200-an',
    'acceptEscalation',
    {},
  ],
  [
    'the gate comes first in the superior unit too',
    'escalation.not-accepted',
    () => ex02('2025-05-22'),
    '2025-05-26',
    'P-630200-xie',
    'decideSuperiorReview',
    { outcome: 'correct', opinion: '正确' },
  ],
  [
    'who was named reviews',
    'escalation.other-reviewer',
    () =>
      after(ex02('2025-05-22'), [
        '2025-05-26',
        'P-630200-an',
        'acceptEscalation',
        { reviewer: 'P-630200-xie' },
      ]),
    '2025-06-10',
    'P-630200-cai',
    'decideSuperiorReview',
    { outcome: 'correct', opinion: '正确' },
  ],
  [
    'decided once',
    'escalation.decided-already',
    () => ex02('2025-06-10'),
    '2025-06-11',
    'P-630200-xie',
    'decideSuperiorReview',
    { outcome: 'wrong', opinion: '错误' },
  ],
  [
    'no word upwards before the review',
    'escalation.not-upheld',
    () => ex02('2025-05-26'),
    '2025-06-01',
    'P-630200-cai',
    'notifySupervisedSuperior',
    { body: '海东市公安局', content: '通报' },
  ],
];

describe('what may not go up, or come down', () => {
  test.each(rows)('%s: %s', (_rule, code, matter, ...act) => {
    expect(matter().refusal(...act)).toBe(code);
  });
});
