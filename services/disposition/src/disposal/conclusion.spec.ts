import { describe, expect, test } from 'vitest';
import { everyPaper, system } from '../../test/scene.ts';
import {
  after,
  assess,
  conclude,
  ordered,
  type Row,
  refusedBy,
  replied,
  reported,
  served,
} from '../../test/scenes.ts';
import { ex01, ex02, ex06 } from '../../test/worked-matters.ts';

const rows: readonly Row[] = [
  [
    'IAS is concluded by the chief',
    'conclusion.not-competent',
    () => ex02('2025-07-08'),
    '2025-07-14',
    'P-630202-ye',
    'concludeMatter',
    conclude(),
  ],
  [
    'CFS is not',
    'conclusion.not-competent',
    () => ex01('2025-08-20'),
    '2025-08-25',
    'P-630103-bai',
    'concludeMatter',
    conclude('filed_upon_supervision'),
  ],
  [
    'an inspection has a report',
    'conclusion.report-missing',
    () => {
      const matter = ex06();
      return Object.assign(matter, {
        facts: matter.facts.filter(({ type }) => type !== 'ReviewReportNoted' && type !== 'MatterConcluded'),
      });
    },
    '2025-11-10',
    'P-632800-ba',
    'concludeMatter',
    conclude('all_issues_closed'),
  ],
  [
    'nothing decided, nothing concluded',
    'conclusion.no-decision',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'an unserved instrument is open',
    'conclusion.instrument-open',
    () => ex02('2025-04-18'),
    '2025-04-19',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'an unanswered one too',
    'conclusion.instrument-open',
    served,
    '2025-05-01',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'and one whose answer nobody judged',
    'conclusion.instrument-open',
    replied,
    '2025-05-01',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'and one that was refused',
    'conclusion.instrument-open',
    refusedBy,
    '2025-05-01',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'and one whose judgement waits for the department head',
    'conclusion.instrument-open',
    () => after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('partial')]),
    '2025-05-01',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'nor may a question that lies with the superior unit be left behind, though the body has corrected itself',
    'conclusion.escalation-open',
    () =>
      after(
        refusedBy(),
        [
          '2025-04-30',
          'P-630202-ye',
          'escalateToSuperior',
          { instruments: ['D-1'], opinion: '报告海东市院' },
        ],
        [
          '2025-05-06',
          'P-630202-qi',
          'recordReply',
          { instruments: ['D-1'], kind: 'rectification', content: '已纠正' },
        ],
        ['2025-05-07', 'P-630202-ye', 'assessReply', { reply: 'R-2', adoption: 'full', opinion: '整改到位' }],
      ),
    '2025-05-08',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'no termination past an unanswered instrument',
    'conclusion.instrument-open',
    served,
    '2025-05-01',
    'P-630202-duo',
    'terminateMatter',
    { ground: 'withdrawn', opinion: '终结' },
  ],
  [
    'grave ones are visited',
    'conclusion.not-visited',
    () =>
      after(
        reported(),
        ['2025-04-18', 'P-630202-duo', 'makeDecision', ordered('correction_notice', { severity: 'high' })],
        [
          '2025-04-18',
          system,
          'issueInstrument',
          { instrument: 'D-1', printedNumber: '乐都检纠违〔2025〕1号', issuedOn: '2025-04-18' },
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
          { instruments: ['D-1'], kind: 'rectification', content: '已整改' },
        ],
        ['2025-04-29', 'P-630202-ye', 'assessReply', assess('full')],
      ),
    '2025-05-01',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
  ],
  [
    'issues are closed',
    'conclusion.issue-open',
    () => ex06('2025-11-05'),
    '2025-11-10',
    'P-632800-ba',
    'concludeMatter',
    conclude('all_issues_closed'),
  ],
  [
    'who complained is told',
    'conclusion.party-not-told',
    () => {
      const matter = ex01('2025-08-20');
      return Object.assign(matter, {
        facts: matter.facts.filter(({ type }) => type !== 'PartyNotifiedNoted'),
      });
    },
    '2025-08-25',
    'P-630103-li',
    'concludeMatter',
    conclude('filed_upon_supervision'),
  ],
  [
    'the police decision is there',
    'conclusion.decision-document-missing',
    () =>
      after(
        ex01('2025-04-14'),
        [
          '2025-04-25',
          'P-630103-zhao',
          'recordReply',
          { instruments: ['D-2'], kind: 'rectification', content: '将立案' },
        ],
        [
          '2025-04-28',
          system,
          'notePartyNotified',
          { party: 'reporter', about: 'outcome', notifiedOn: '2025-04-28' },
        ],
      ),
    '2025-08-25',
    'P-630103-li',
    'concludeMatter',
    conclude('filed_upon_supervision'),
  ],
  [
    'a success has evidence',
    'conclusion.effect-missing',
    () => ex02('2025-07-08'),
    '2025-07-14',
    'P-630202-duo',
    'concludeMatter',
    conclude('corrected', { obtained: false, evidence: '无' }),
  ],
  [
    'the type knows its results',
    'conclusion.result-unknown',
    () => ex02('2025-07-08'),
    '2025-07-14',
    'P-630202-duo',
    'concludeMatter',
    conclude('filed_upon_supervision'),
  ],
  [
    'self-check first',
    'dossier.self-check-missing',
    ex02,
    '2025-07-20',
    'P-630202-ma',
    'checkDossier',
    { documents: everyPaper },
  ],
  [
    'papers are complete',
    'dossier.incomplete',
    () =>
      after(ex02(), [
        '2025-07-15',
        system,
        'noteSelfCheck',
        { scheme: 's2026', proposedGrade: 'qualified', checkedOn: '2025-07-15' },
      ]),
    '2025-07-20',
    'P-630202-ma',
    'checkDossier',
    { documents: everyPaper.slice(1) },
  ],
  [
    'CFS is checked on its own',
    'dossier.not-checked',
    ex01,
    '2025-09-05',
    'P-630103-wang',
    'archiveDossier',
    { documents: everyPaper },
  ],
];

describe('what may not be concluded or closed', () => {
  test.each(rows)('%s: %s', (_rule, code, matter, ...act) => {
    expect(matter().refusal(...act)).toBe(code);
  });

  test('a refusal names what is missing in the dossier', () => {
    const matter = after(ex02(), [
      '2025-07-15',
      system,
      'noteSelfCheck',
      { scheme: 's2026', proposedGrade: 'qualified', checkedOn: '2025-07-15' },
    ]);
    const came = matter.attempt('2025-07-20', 'P-630202-ma', 'checkDossier', {
      documents: everyPaper.filter(({ document }) => document !== 'replies'),
    });
    expect(came).toMatchObject({
      refused: 'dossier.incomplete',
      field: 'documents',
      params: { missing: '回复及附件' },
    });
  });
});
