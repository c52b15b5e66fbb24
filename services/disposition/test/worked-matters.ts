import { effect, Matter, opening, staff, system } from './scene.ts';

/** EX-01 up to a day: 城中区院, the police would not file a fraud with 31 victims. */
export function ex01(until = '9999-12-31'): Matter {
  const matter = new Matter(
    'CFS-630103-2025-00017',
    opening('CFS', '630103', '2025-03-14', ['P-630103-li', 'P-630103-cai']),
  );
  const acts: readonly [string, Parameters<Matter['on']>[1], string, object][] = [
    ['2025-03-26', 'P-630103-li', 'orderInstrument', { kind: 'reason_request_not_filing' }],
    [
      '2025-03-26',
      system,
      'issueInstrument',
      { instrument: 'D-1', printedNumber: '城中检说理〔2025〕1号', issuedOn: '2025-03-26' },
    ],
    [
      '2025-03-27',
      'P-630103-zhao',
      'serveInstrument',
      { instrument: 'D-1', method: 'direct', proof: '送达回证' },
    ],
    [
      '2025-04-02',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-1'], kind: 'explanation', content: '属经济纠纷' },
    ],
    [
      '2025-04-08',
      system,
      'noteReport',
      { report: 'RR-1', kind: 'review', author: staff('P-630103-li'), submittedOn: '2025-04-08' },
    ],
    [
      '2025-04-09',
      'P-630103-qi',
      'holdJointConference',
      {
        attendees: ['P-630103-li', 'P-630103-cai', 'P-630103-qi', 'P-630103-wei', 'P-630103-shi'].map(staff),
        inFavour: 5,
        against: 0,
        question: '不立案理由是否成立',
        advice: '理由不能成立，应当通知立案',
      },
    ],
    [
      '2025-04-11',
      'P-630103-bai',
      'makeDecision',
      { outcome: 'instruments', instruments: [{ kind: 'filing_notice' }], opinion: '通知立案' },
    ],
    [
      '2025-04-11',
      system,
      'issueInstrument',
      { instrument: 'D-2', printedNumber: '城中检通立〔2025〕1号', issuedOn: '2025-04-11' },
    ],
    [
      '2025-04-14',
      'P-630103-zhao',
      'serveInstrument',
      { instrument: 'D-2', method: 'direct', proof: '送达回证', evidenceEnclosed: true },
    ],
    [
      '2025-04-25',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-2'], kind: 'decision_document', content: '立案决定书' },
    ],
    [
      '2025-04-28',
      system,
      'notePartyNotified',
      { party: 'reporter', about: 'outcome', notifiedOn: '2025-04-28' },
    ],
    [
      '2025-07-28',
      'P-630103-li',
      'actOnFollowUp',
      { act: 'progress_letter', instrument: 'D-2', content: '催办函' },
    ],
    [
      '2025-08-20',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-2'], kind: 'progress', content: '已移送起诉' },
    ],
    [
      '2025-08-25',
      'P-630103-li',
      'concludeMatter',
      { result: 'filed_upon_supervision', effect, opinion: '监督立案成功' },
    ],
  ];
  for (const [date, who, command, input] of acts) if (date <= until) matter.on(date, who, command, input);
  return matter;
}

/** EX-02 up to a day: 乐都区院, a correction notice that is not answered, then refused, then backed by the superior. */
export function ex02(until = '9999-12-31'): Matter {
  const matter = new Matter(
    'IAS-630202-2025-00009',
    opening('IAS', '630202', '2025-04-10', ['P-630202-ye', 'P-630202-li']),
  );
  const overdue = { instrument: 'D-1', clock: 'DL-16', due: '2025-05-06', since: '2025-05-07' };
  const acts: readonly [string, Parameters<Matter['on']>[1], string, object][] = [
    [
      '2025-04-17',
      system,
      'noteReport',
      { report: 'RR-1', kind: 'review', author: staff('P-630202-ye'), submittedOn: '2025-04-17' },
    ],
    [
      '2025-04-18',
      'P-630202-duo',
      'makeDecision',
      { outcome: 'instruments', instruments: [{ kind: 'correction_notice' }], opinion: '发出纠正违法通知书' },
    ],
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
      { instrument: 'D-1', method: 'direct', proof: '送达回证' },
    ],
    ['2025-05-07', system, 'recordReplyOverdue', overdue],
    ['2025-05-08', 'P-630202-ye', 'urgeReply', { instrument: 'D-1', content: '督促回复函' }],
    ['2025-05-19', 'P-630202-qi', 'requestReExamination', { instrument: 'D-1', content: '不认可，申请复查' }],
    [
      '2025-05-22',
      'P-630202-duo',
      'decideReExamination',
      { instrument: 'D-1', examiner: 'P-630202-ma2', outcome: 'upheld', opinion: '纠正意见正确' },
    ],
    ['2025-05-22', 'P-630202-ye', 'escalateToSuperior', { instruments: ['D-1'], opinion: '报告海东市院' }],
    ['2025-05-26', 'P-630200-an', 'acceptEscalation', { line: 'criminal_prosecution' }],
    ['2025-06-10', 'P-630200-xie', 'decideSuperiorReview', { outcome: 'correct', opinion: '下级意见正确' }],
    [
      '2025-06-12',
      'P-630200-cai',
      'notifySupervisedSuperior',
      { body: '海东市公安局', content: '建议督促纠正' },
    ],
    [
      '2025-07-01',
      'P-630202-qi',
      'recordReply',
      { instruments: ['D-1'], kind: 'rectification', content: '已纠正，2人提醒谈话' },
    ],
    ['2025-07-03', 'P-630202-ye', 'assessReply', { reply: 'R-1', adoption: 'full', opinion: '全部采纳' }],
    [
      '2025-07-08',
      'P-630202-ye',
      'verifyRectification',
      {
        persons: [staff('P-630202-ye'), staff('P-630202-li')],
        instruments: ['D-1'],
        corrected: true,
        finding: '抽查6份讯问录像',
      },
    ],
    ['2025-07-14', 'P-630202-duo', 'concludeMatter', { result: 'corrected', effect, opinion: '办结' }],
  ];
  for (const [date, who, command, input] of acts) if (date <= until) matter.on(date, who, command, input);
  return matter;
}

const issue = (n: number, response: string, grade: string) => ({
  issue: `I-${n}`,
  grade,
  response,
  title: `问题${n}`,
  body: { name: '格尔木市看守所', kind: 'detention_house' },
});
const found = (
  date: string,
  n: number,
  response: string,
  grade: string,
): [string, typeof system, string, object] => [date, system, 'trackIssue', issue(n, response, grade)];
const settled = (date: string, n: number, result = 'corrected'): [string, typeof system, string, object] => [
  date,
  system,
  'settleIssue',
  { issue: `I-${n}`, result, settledOn: date },
];

/** EX-06 up to a day: 海西州院, an inspection with nine issues. */
export function ex06(until = '9999-12-31'): Matter {
  const matter = new Matter(
    'CIR-632800-2025-00003',
    opening('CIR', '632800', '2025-08-06', ['P-632800-su', 'P-632800-liu'], {
      supervisedBody: { name: '格尔木市看守所', kind: 'detention_house' },
    }),
  );
  const pair = [staff('P-632800-su'), staff('P-632800-liu')];
  const serve = (instrument: string): [string, string, string, object] => [
    '2025-08-25',
    'P-632800-he',
    'serveInstrument',
    { instrument, method: 'direct', proof: '送达回证' },
  ];
  const issueOf = (instrument: string, printedNumber: string): [string, typeof system, string, object] => [
    '2025-08-22',
    system,
    'issueInstrument',
    { instrument, printedNumber, issuedOn: '2025-08-22' },
  ];
  const reply = (date: string, instruments: string[], issues: string[]): [string, string, string, object] => [
    date,
    'P-632800-he',
    'recordReply',
    { instruments, issues, kind: 'rectification', content: '整改回复' },
  ];
  const acts: readonly [string, Parameters<Matter['on']>[1], string, object][] = [
    ...[1, 2, 3, 4].map((n) => found('2025-08-13', n, 'oral_correction', 'slight')),
    ...[5, 6, 7].map((n) => found('2025-08-14', n, 'written_correction', 'violation')),
    found('2025-08-15', 8, 'recommendation', 'hazard'),
    found('2025-08-15', 9, 'transfer', 'crime_lead'),
    settled('2025-08-15', 9, 'transferred'),
    ...[1, 2, 3].map((n) => settled('2025-08-20', n)),
    ['2025-08-21', system, 'trackIssue', { issue: 'I-4', overdue: true }],
    [
      '2025-08-22',
      'P-632800-ba',
      'makeDecision',
      {
        outcome: 'instruments',
        opinion: 'I-4 转书面纠正',
        instruments: [
          { kind: 'correction_notice', issues: ['I-4'] },
          { kind: 'correction_notice', issues: ['I-5', 'I-6', 'I-7'] },
          {
            kind: 'recommendation',
            issues: ['I-8'],
            severity: 'high',
            addressee: { name: '格尔木市公安局', kind: 'public_security' },
          },
        ],
      },
    ],
    issueOf('D-1', '海西检纠违〔2025〕1号'),
    issueOf('D-2', '海西检纠违〔2025〕2号'),
    issueOf('D-3', '海西检检建〔2025〕1号'),
    ...['D-1', 'D-2', 'D-3'].map(serve),
    [
      '2025-09-01',
      system,
      'noteReport',
      { report: 'RR-1', kind: 'inspection', author: staff('P-632800-su'), submittedOn: '2025-09-01' },
    ],
    reply('2025-09-08', ['D-1', 'D-2'], ['I-4', 'I-5', 'I-6', 'I-7']),
    [
      '2025-09-18',
      'P-632800-su',
      'verifyRectification',
      { persons: pair, issues: [{ issue: 'I-6', corrected: false }], finding: 'I-6 未实质整改' },
    ],
    [
      '2025-09-19',
      'P-632800-su',
      'assessReply',
      {
        reply: 'R-1',
        adoption: 'partial',
        opinion: 'I-6 敷衍回复，退回并督促',
        issues: [
          ['I-4', 'full'],
          ['I-5', 'full'],
          ['I-6', 'perfunctory'],
          ['I-7', 'full'],
        ].map(([each, adoption]) => ({ issue: each, adoption })),
        urge: {},
      },
    ],
    reply('2025-09-28', ['D-2'], ['I-6']),
    reply('2025-10-24', ['D-3'], ['I-8']),
    [
      '2025-11-05',
      'P-632800-su',
      'verifyRectification',
      {
        persons: pair,
        issues: [
          { issue: 'I-6', corrected: true },
          { issue: 'I-8', corrected: true },
        ],
        finding: '现场复核',
      },
    ],
    ...[4, 5, 6, 7, 8].map((n) => settled('2025-11-06', n)),
    [
      '2025-11-10',
      'P-632800-ba',
      'concludeMatter',
      { result: 'all_issues_closed', effect, opinion: '9个问题全部销号' },
    ],
  ];
  for (const [date, who, command, input] of acts) if (date <= until) matter.on(date, who, command, input);
  return matter;
}
