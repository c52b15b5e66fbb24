import type { WorkedMatter } from '../script.ts';
import { soundSelfCheck } from './self-check.ts';

const UNIT = '632800';
const 唐某 = 'P-632800-tang';
const 苏某 = 'P-632800-su';
const 刘某 = 'P-632800-liu';
const 乌某 = 'P-632800-wu';
const 那某 = 'P-632800-na';
const 巴某 = 'P-632800-ba';
const 何某 = 'P-632800-he';
const 陈某 = 'P-632800-chen';
/** Two of the six come from other units (rotation). */
const 外院 = ['P-630202-yan', 'P-630103-xing'];

const 看守所 = { name: '格尔木市看守所', kind: 'detention_house' } as const;
const 公安局 = { name: '格尔木市公安局', kind: 'public_security' } as const;
const 姓名: Readonly<Record<string, string>> = {
  [苏某]: '苏某',
  [刘某]: '刘某',
  [乌某]: '乌某',
  [那某]: '那某',
  'P-630202-yan': '严某',
  'P-630103-xing': '星某',
};
const 巡回组 = [苏某, 刘某, 乌某, 那某, ...外院];

const slight = (title: string) => ({
  grade: 'slight',
  title,
  clause: '人民检察院刑事诉讼规则第六百二十四条第一项',
  oralCorrection: { givenTo: '看守所值班所长', content: `口头纠正：${title}，请七日内改正。` },
});
const violation = (title: string) => ({
  grade: 'violation',
  title,
  clause: '看守所条例；人民检察院刑事诉讼规则第六百二十四条第二项',
});

/** EX-06 海西州: one inspection, nine issues, each with its own instrument, clock and end. */
export const ex06: WorkedMatter = {
  id: 'EX-06',
  example: true,
  title: { zh: '海西州院：格尔木市看守所巡回检察', en: 'Haixi: circuit inspection of a detention house' },
  number: 'CIR-632800-2025-00003',
  reader: 巴某,
  steps: [
    {
      on: '2025-08-04',
      who: 唐某,
      does: 'intake.continueSeries',
      to: 'CIR-632800-2025',
      with: { lastNumber: 2 },
    },
    {
      on: '2025-08-04',
      who: 苏某,
      does: 'intake.registerLead',
      with: {
        unit: UNIT,
        source: 'plan',
        type: 'CIR',
        subKind: 'regular',
        title: '格尔木市看守所年度计划内常规巡回检察',
        supervisedBody: 看守所,
        custody: true,
      },
      keep: 'lead',
      expect: { events: ['LeadRegistered'] },
    },
    {
      actions: [1],
      on: '2025-08-04',
      who: 苏某,
      does: 'intake.acceptLead',
      to: '$lead',
      with: {},
      expect: { events: ['MatterAccepted', 'HandlerAssigned'], status: 'accepted' },
    },
    {
      actions: [2],
      on: '2025-08-06',
      who: 巴某,
      does: 'intake.approveFiling',
      to: '$matter',
      with: {
        opinion: '批准方案，抽调六人，派驻人员回避。',
        plan: {
          aim: '检查监管执法、被监管人权利保障、监管安全',
          measures: ['view_cells', 'custody_talk', 'questionnaire', 'consult_records'],
          team: 巡回组.map((person) => ({ person, name: 姓名[person] ?? person })),
          place: '格尔木市看守所',
          from: '2025-08-11',
          until: '2025-08-15',
        },
      },
      expect: { events: ['VerificationOpened', 'DisposalOpened'] },
    },
    {
      actions: [3],
      on: '2025-08-11',
      who: 苏某,
      does: 'investigation.startOnSite',
      to: '$matter',
      with: { team: 巡回组, announced: true, hotlinePublished: true },
      expect: { status: 'investigating' },
    },
    {
      actions: [4],
      on: '2025-08-12',
      who: 苏某,
      does: 'investigation.takeMeasure',
      to: '$matter',
      with: {
        kind: 'view_cells',
        persons: 巡回组,
        heard: { count: 18, kinds: ['detainee'] },
        questionnaires: 40,
        finding: '查看监室、会见室，谈话十八人，问卷四十份。',
      },
    },
    {
      actions: [5],
      on: '2025-08-13',
      who: 苏某,
      does: 'investigation.findIssues',
      to: '$matter',
      with: {
        issues: [
          slight('监室内务登记不及时'),
          slight('会见登记漏填证件号码'),
          slight('体检表未签字'),
          slight('一日生活制度未上墙'),
        ],
      },
      expect: { due: { 'DL-18 I-1': '2025-08-20', 'DL-18 I-4': '2025-08-20' } },
    },
    {
      actions: [6],
      on: '2025-08-14',
      who: 苏某,
      does: 'investigation.findIssues',
      to: '$matter',
      with: { issues: [violation('混关混押'), violation('超期未换押'), violation('未书面告知权利义务')] },
    },
    {
      actions: [7],
      on: '2025-08-15',
      who: 苏某,
      does: 'investigation.findIssues',
      to: '$matter',
      with: {
        issues: [
          {
            grade: 'hazard',
            title: '监控盲区，重大安全隐患',
            clause: '人民检察院刑事诉讼规则第六百二十四条第三项',
            body: 公安局,
            facts: '放风场、两条通道无监控覆盖。',
          },
          { grade: 'crime_lead', title: '职务犯罪线索，另行办理', clause: '人民检察院刑事诉讼规则第十四条' },
        ],
      },
    },
    {
      actions: [8],
      on: '2025-08-15',
      who: 巴某,
      does: 'intake.transferIssue',
      with: {
        unit: UNIT,
        matter: '$matter',
        issue: 'I-9',
        toUnit: '630000',
        title: '看守所民警涉嫌通风报信',
        supervisedBody: 看守所,
        opinion: '按规定移送，另行密级管理。',
        accessList: [巴某, 苏某],
      },
      keep: 'transferred',
      expect: { events: ['LeadTransferred', 'IssueTransferred'] },
    },
    {
      actions: [9],
      on: '2025-08-20',
      who: 苏某,
      does: 'investigation.closeIssues',
      to: '$matter',
      with: {
        issues: ['I-1', 'I-2', 'I-3'].map((issue) => ({
          issue,
          result: 'corrected',
          evidence: '现场复核，已改正。',
        })),
        checkedBy: [苏某, 刘某],
      },
      expect: { met: ['DL-18 I-1', 'DL-18 I-2', 'DL-18 I-3'] },
    },
    { actions: [10], on: '2025-08-21' },
    {
      actions: [11],
      on: '2025-08-22',
      who: 巴某,
      does: 'disposition.makeDecision',
      to: '$matter',
      with: {
        outcome: 'instruments',
        instruments: [
          { kind: 'correction_notice', addressee: 看守所, issues: ['I-4'] },
          { kind: 'correction_notice', addressee: 看守所, issues: ['I-5', 'I-6', 'I-7'] },
          { kind: 'recommendation', addressee: 公安局, issues: ['I-8'], severity: 'high' },
        ],
        law: '人民检察院刑事诉讼规则第六百二十四条',
        opinion: 'I-4转书面纠正；I-5至I-7制发纠正违法通知书；I-8制发检察建议。',
      },
      expect: { events: ['DecisionMade', 'InstrumentIssued'] },
    },
    {
      on: '2025-08-25',
      who: 何某,
      does: 'disposition.serveInstrument',
      to: '$matter',
      with: { instrument: 'D-1', method: 'direct', proof: '送达回证001号' },
      expect: { due: { 'DL-16 D-1': '2025-09-09' } },
    },
    {
      on: '2025-08-25',
      who: 何某,
      does: 'disposition.serveInstrument',
      to: '$matter',
      with: { instrument: 'D-2', method: 'direct', proof: '送达回证002号' },
      expect: { due: { 'DL-16 D-2': '2025-09-09' } },
    },
    {
      actions: [12],
      on: '2025-08-25',
      who: 何某,
      does: 'disposition.serveInstrument',
      to: '$matter',
      with: { instrument: 'D-3', method: 'direct', proof: '送达回证003号' },
      expect: { due: { 'DL-26 D-3': '2025-10-27' } },
    },
    {
      on: '2025-08-27',
      who: 唐某,
      does: 'disposition.fileWithSuperior',
      to: '$matter',
      with: { instrument: 'D-3' },
      expect: { met: ['DL-25 D-3'] },
    },
    {
      actions: [13],
      on: '2025-08-29',
      who: 唐某,
      does: 'reporting.promptFlowMonitor',
      to: '$matter',
      with: { check: 'documents', content: '巡回检察报告未上传，请及时提交。' },
    },
    {
      actions: [14],
      on: '2025-09-01',
      who: 苏某,
      does: 'investigation.submitReviewReport',
      to: '$matter',
      with: {
        facts: '发现问题九个：执法瑕疵四个、违法情形三个、重大安全隐患一个、线索一件。',
        law: '人民检察院刑事诉讼规则第六百二十二条至第六百二十四条',
        conclusion: 'violation',
        proposal: '口头纠正四个、书面纠正三个、检察建议一份、移送线索一件。',
      },
    },
    {
      actions: [15],
      on: '2025-09-08',
      who: 何某,
      does: 'disposition.recordReply',
      to: '$matter',
      with: {
        instruments: ['D-1', 'D-2'],
        issues: ['I-4', 'I-5', 'I-6', 'I-7'],
        kind: 'rectification',
        content: '四个问题均已整改。',
      },
      expect: { met: ['DL-16 D-1', 'DL-16 D-2'] },
    },
    {
      actions: [16],
      on: '2025-09-18',
      who: 苏某,
      does: 'disposition.verifyRectification',
      to: '$matter',
      with: {
        persons: [
          { person: 苏某, name: '苏某' },
          { person: 刘某, name: '刘某' },
        ],
        issues: [
          { issue: 'I-4', corrected: true },
          { issue: 'I-5', corrected: true },
          { issue: 'I-6', corrected: false, finding: '换押手续仍缺十七份' },
          { issue: 'I-7', corrected: true },
        ],
        finding: '回头看：I-6未实质整改，其余三个已改正。',
      },
    },
    {
      actions: [17],
      on: '2025-09-19',
      who: 苏某,
      does: 'disposition.assessReply',
      to: '$matter',
      with: {
        reply: 'R-1',
        adoption: 'partial',
        issues: [
          { issue: 'I-4', adoption: 'full' },
          { issue: 'I-5', adoption: 'full' },
          { issue: 'I-6', adoption: 'perfunctory' },
          { issue: 'I-7', adoption: 'full' },
        ],
        opinion: 'I-6敷衍回复，退回并督促。',
        urge: { replyBy: '2025-09-30', content: 'I-6请于九月三十日前重新整改并附换押手续。' },
      },
      expect: { events: ['ReplyAssessed', 'ReplyUrged'], due: { 'DL-56 D-2': '2025-09-30' } },
    },
    {
      on: '2025-09-20',
      who: 巴某,
      does: 'disposition.concludeMatter',
      to: '$matter',
      with: {
        result: 'all_issues_closed',
        effect: { obtained: true, evidence: '整改材料' },
        opinion: '办结。',
      },
      expect: { refused: 'conclusion.instrument-open' },
    },
    {
      actions: [18],
      on: '2025-09-28',
      who: 何某,
      does: 'disposition.recordReply',
      to: '$matter',
      with: {
        instruments: ['D-2'],
        issues: ['I-6'],
        kind: 'rectification',
        content: 'I-6重新整改，附换押手续十七份。',
        documents: ['换押手续十七份'],
      },
      expect: { met: ['DL-56 D-2'] },
    },
    {
      actions: [19],
      on: '2025-10-24',
      who: 何某,
      does: 'disposition.recordReply',
      to: '$matter',
      with: {
        instruments: ['D-3'],
        issues: ['I-8'],
        from: 公安局,
        kind: 'rectification',
        content: '监控改造完成。',
      },
      expect: { met: ['DL-26 D-3'] },
    },
    {
      actions: [20],
      on: '2025-11-05',
      who: 苏某,
      does: 'disposition.verifyRectification',
      to: '$matter',
      with: {
        persons: [
          { person: 苏某, name: '苏某' },
          { person: 刘某, name: '刘某' },
        ],
        issues: [
          { issue: 'I-6', corrected: true },
          { issue: 'I-8', corrected: true },
        ],
        finding: '现场复核I-6、I-8，均已改正。',
      },
    },
    {
      on: '2025-11-05',
      who: 巴某,
      does: 'disposition.concludeMatter',
      to: '$matter',
      with: {
        result: 'all_issues_closed',
        effect: { obtained: true, evidence: '整改材料' },
        opinion: '办结。',
      },
      expect: { refused: 'conclusion.issue-open' },
    },
    {
      actions: [21],
      on: '2025-11-06',
      who: 苏某,
      does: 'investigation.closeIssues',
      to: '$matter',
      with: {
        issues: [
          ...['I-4', 'I-5', 'I-6', 'I-7', 'I-8'].map((issue) => ({
            issue,
            result: 'corrected',
            evidence: '回头看核实，已改正。',
          })),
          { issue: 'I-9', result: 'transferred', evidence: '已按规定移送。' },
        ],
        checkedBy: [苏某, 刘某],
      },
      expect: { status: 'following_up' },
    },
    {
      actions: [22],
      on: '2025-11-10',
      who: 巴某,
      does: 'disposition.concludeMatter',
      to: '$matter',
      with: {
        result: 'all_issues_closed',
        effect: { obtained: true, evidence: '九个问题销号表、回头看记录', rules: 1 },
        opinion: '九个问题全部销号，办结。',
      },
      expect: { status: 'concluded' },
    },
    {
      on: '2025-11-14',
      who: 苏某,
      does: 'assessment.selfCheck',
      to: '$matter',
      with: soundSelfCheck,
    },
    {
      actions: [23],
      on: '2025-11-21',
      who: 陈某,
      does: 'disposition.archiveDossier',
      to: '$matter',
      with: {
        volumes: 3,
        pages: 240,
        documents: [
          { document: 'acceptance_form', copies: 1 },
          { document: 'filing_form', copies: 1 },
          { document: 'plan', copies: 1 },
          { document: 'recusal_statement', copies: 6 },
          { document: 'notification_letter', copies: 1 },
          { document: 'talk_records', copies: 18 },
          { document: 'records', copies: 4 },
          { document: 'issue_list', copies: 1 },
          { document: 'inspection_report', copies: 1 },
          { document: 'instruments', copies: 3 },
          { document: 'service_receipts', copies: 3 },
          { document: 'replies', copies: 3 },
          { document: 'visit_record', copies: 2 },
          { document: 'issue_closing_table', copies: 1 },
          { document: 'self_check_form', copies: 1 },
          { document: 'closing_form', copies: 1 },
          { document: 'contents', copies: 1 },
          { document: 'note_form', copies: 1 },
        ],
      },
      expect: { status: 'archived' },
    },
  ],
  outcome: {
    zh: '九个问题全部销号后方可办结；I-4七日后由口头转书面；I-9另行密级移送',
    en: 'Concluded only when all nine issues are closed; I-4 turns written after 7 days; I-9 leaves under a narrower label',
    counts: { IssueFound: 9, IssueClosed: 9, IssueOverdue: 1, InstrumentIssued: 3, FlowMonitorPrompted: 1 },
    page: { status: 'archived' },
  },
};
