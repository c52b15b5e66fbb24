import { effect, Matter, opening, staff, system } from './scene.ts';

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
  const pair = ['P-632800-su', 'P-632800-liu'];
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
