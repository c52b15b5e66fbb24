import { type Staff, staffOf, type Type } from './scene.ts';

/** What whoever acts can know of the matter by then. */
export interface Seen {
  readonly type: Type;
  readonly today: string;
  readonly lead: string | undefined;
  readonly matter: string | undefined;
  readonly handler: string;
  readonly assistants: readonly string[];
  readonly issued: readonly string[];
  readonly replies: readonly string[];
  /** Those not closed yet. */
  readonly issues: readonly string[];
  readonly recusals: number;
}

/** One act as it would be given: by whom, what, to what, with what. */
export interface Given {
  readonly who: string;
  readonly does: string;
  readonly to: string | undefined;
  readonly with: object;
}
type Act = (seen: Seen, staff: Staff, n: number) => Given;

/** Words that are nowhere else; they come only under a label that lets nothing in. */
export const CANARY = '白鹭三号方位';

const BODY = {
  CFS: { name: '乐都公安分局', kind: 'public_security' },
  IAS: { name: '乐都公安分局', kind: 'public_security' },
  CIR: { name: '格尔木市看守所', kind: 'detention_house' },
};
const KIND = { CFS: 'filing_notice', IAS: 'correction_notice', CIR: 'correction_notice' };
const OWN_KIND = {
  CFS: 'reason_request_not_filing',
  IAS: 'legality_explanation_request',
  CIR: 'urging_letter',
};
const MEASURE = { CFS: 'interview', IAS: 'obtain_recordings', CIR: 'view_cells' };
const RESULT = { CFS: 'filed_upon_supervision', IAS: 'corrected', CIR: 'all_issues_closed' };
const SUB_KIND = { CFS: 'should_file', IAS: 'general', CIR: 'regular' };
const ADOPTIONS = [
  'full',
  'full',
  'full',
  'partial',
  'refused',
  'refused_with_reason',
  'perfunctory',
  'none',
];
const PAPERS = [
  'acceptance_form',
  'lead_materials',
  'significance_form',
  'filing_form',
  'handler_form',
  'recusal_statement',
  'plan',
  'records',
  'review_report',
  'instruments',
  'service_receipts',
  'replies',
  'visit_record',
  'self_check_form',
  'closing_form',
  'contents',
  'note_form',
  'notification_letter',
  'talk_records',
  'issue_list',
  'inspection_report',
  'issue_closing_table',
].map((document) => ({ document, copies: 1 }));
const PARTS = ['fact', 'law', 'procedure', 'measures', 'instrument', 'effect', 'dossier'];

const pick = <T>(list: readonly T[], n: number, otherwise: T): T =>
  list[n % Math.max(list.length, 1)] ?? otherwise;
const pairOf = ({ handler, assistants }: Seen) => [...new Set([handler, ...assistants])].slice(0, 2);
const instrument = ({ issued }: Seen, n: number) => pick(issued, n, 'D-1');
const newest = ({ issued }: Seen) => issued.at(-1) ?? 'D-1';
const newestReply = ({ replies }: Seen) => replies.at(-1) ?? 'R-1';

function plan(seen: Seen): object {
  const { type, today } = seen;
  return { aim: '查明事实', measures: [MEASURE[type]], team: pairOf(seen), from: today, place: '现场' };
}

const onMatter =
  (
    does: string,
    who: (seen: Seen, staff: Staff, n: number) => string,
    input: (seen: Seen, staff: Staff, n: number) => object,
  ): Act =>
  (seen, staff, n) => ({ who: who(seen, staff, n), does, to: seen.matter, with: input(seen, staff, n) });
const onLead =
  (does: string, who: (staff: Staff) => string, input: object): Act =>
  (seen, staff) => ({ who: who(staff), does, to: seen.lead, with: input });

const handler = (seen: Seen) => seen.handler;
const of =
  (place: Exclude<keyof Staff, 'prosecutors' | 'assistants' | 'superior'>) => (_: Seen, staff: Staff) =>
    staff[place];
const above = (place: keyof Staff['superior']) => (_: Seen, staff: Staff) => staff.superior[place];

const begin: Act = ({ type }, staff) => ({
  who: type === 'CFS' ? staff.window : staff.prosecutors[0],
  does: type === 'CFS' ? 'intake.receiveLead' : 'intake.registerLead',
  to: undefined,
  with: {
    unit: staff.unit,
    source: { CFS: 'citizen_complaint', IAS: 'own_case', CIR: 'plan' }[type],
    type,
    subKind: SUB_KIND[type],
    title: '生成的事项',
    supervisedBody: BODY[type],
    ...(type === 'CFS' ? { reporter: { kind: 'citizen', name: '马某' } } : {}),
  },
});

/** Every act that may come up, by a short name. */
export const acts: Readonly<Record<string, Act>> = {
  begin,
  register: onLead('intake.registerReceivedLead', ({ window }) => window, {}),
  screen: onLead('intake.screenLead', ({ window }) => window, { result: 'accept', opinion: '受理' }),
  accept: (seen, staff) => ({
    who: seen.type === 'CIR' ? staff.prosecutors[0] : staff.gate,
    does: 'intake.acceptLead',
    to: seen.lead,
    with: {},
  }),
  rejectLead: onLead('intake.rejectLead', ({ gate }) => gate, { opinion: '不予受理' }),
  assess: onMatter('intake.assessSignificance', handler, (_s, _p, n) => ({
    scores: ['nature', 'extent', 'repetition', 'social_effect', 'need'].map((criterion, at) => ({
      criterion,
      points: n === 8 ? 1 : [28, 20, 15, 13, 5][at],
    })),
  })),
  review: onMatter('intake.reviewFiling', of('head'), (_s, _p, n) => ({ agreed: n % 20 > 0 })),
  file: onMatter('intake.approveFiling', of('chief'), (seen) => ({
    opinion: '同意立案',
    ...(seen.type === 'CIR' ? { plan: plan(seen) } : {}),
  })),
  rejectFiling: onMatter('intake.rejectFiling', of('chief'), () => ({
    outcome: 'not_filed',
    opinion: '不立案',
  })),
  voidNumber: onMatter('intake.voidNumber', of('gate'), () => ({ opinion: '误建' })),
  reassign: onMatter('intake.reassignHandler', of('chief'), (_s, { prosecutors, assistants }, n) => ({
    handler: pick(prosecutors, n, prosecutors[0]),
    assistants: [pick(assistants, n, assistants[0])],
    opinion: '变更',
  })),
  conflict: onMatter(
    'intake.declareConflict',
    (seen, _p, n) => pick(pairOf(seen), n, seen.handler),
    (_s, _p, n) => ({
      conflict: n % 3 === 0,
      ...(n % 3 === 0 ? { ground: 'relative', statement: '近亲属' } : {}),
    }),
  ),
  challenge: onMatter('intake.requestRecusal', of('gate'), (seen, _p, n) => ({
    challenged: pick(pairOf(seen), n, seen.handler),
    by: { kind: 'party', name: '马某' },
    ground: 'relative',
  })),
  decideRecusal: onMatter('intake.decideRecusal', of('chief'), ({ recusals }, _p, n) => ({
    recusal: `RC-${Math.max(1, recusals)}`,
    granted: n % 2 === 0,
    earlierActsStand: true,
    opinion: '决定',
  })),
  tell: onMatter('intake.notifyParty', handler, () => ({
    party: 'reporter',
    about: 'outcome',
    method: 'in_writing',
    content: '告知结果',
  })),
  plan: onMatter('investigation.approvePlan', handler, (seen) => ({ plan: plan(seen) })),
  onSite: onMatter('investigation.startOnSite', handler, (seen) => ({ team: pairOf(seen), announced: true })),
  measure: onMatter('investigation.takeMeasure', handler, (seen, _p, n) => ({
    kind: MEASURE[seen.type],
    persons: n % 7 === 6 ? [seen.handler] : pairOf(seen),
    finding: '查明',
  })),
  refusedMeasure: onMatter('investigation.recordRefusedMeasure', handler, ({ type }) => ({
    kind: MEASURE[type],
    ground: '拒绝配合',
  })),
  findIssues: onMatter('investigation.findIssues', handler, (_s, _p, n) => ({
    issues: [
      { grade: 'violation', title: '混关混押', clause: '看守所条例' },
      ...(n % 2 === 0
        ? [
            {
              grade: 'slight',
              title: '登记漏填',
              clause: '看守所条例',
              oralCorrection: { givenTo: '值班所长', content: '口头纠正' },
            },
          ]
        : []),
    ],
  })),
  closeIssues: onMatter('investigation.closeIssues', handler, (seen) => ({
    issues: (seen.issues.length === 0 ? ['I-1'] : seen.issues).map((issue) => ({
      issue,
      result: 'corrected',
      evidence: '复核已改正',
    })),
    checkedBy: pairOf(seen),
  })),
  closeOne: onMatter('investigation.closeIssues', handler, (seen, _p, n) => ({
    issues: [
      {
        issue: pick(seen.issues, n, 'I-1'),
        result: n % 2 === 0 ? 'corrected' : 'unfounded',
        evidence: '复核',
      },
    ],
    checkedBy: pairOf(seen),
  })),
  extend: onMatter('investigation.extendPeriod', of('chief'), (_s, _p, n) => ({
    clock: pick(['DL-18', 'DL-24', 'DL-54'], n, 'DL-18'),
    by: { n: 5, unit: 'day' },
    opinion: '情况复杂',
  })),
  exclude: onMatter('investigation.startExclusion', handler, (_s, _p, n) => ({
    clock: pick(['DL-18', 'DL-24', 'DL-28'], n, 'DL-18'),
    ground: 'appraisal',
  })),
  report: onMatter('investigation.submitReviewReport', handler, () => ({
    facts: '事实',
    law: '法条',
    conclusion: 'violation',
    proposal: '建议纠正',
  })),
  returnReport: onMatter('investigation.returnReviewReport', of('head'), () => ({
    report: 'RR-1',
    opinion: '退回',
  })),
  order: onMatter('disposition.orderInstrument', handler, ({ type, issues }, _p, n) => ({
    kind: n % 4 === 3 ? KIND[type] : OWN_KIND[type],
    issues: type === 'CIR' ? issues : [],
  })),
  decide: onMatter('disposition.makeDecision', of('chief'), ({ type, issues }, _p, n) => ({
    outcome: 'instruments',
    instruments: [
      {
        kind: n % 9 === 8 ? 'recommendation' : KIND[type],
        issues: type === 'CIR' ? issues : [],
        severity: n % 11 === 10 ? 'high' : 'ordinary',
      },
    ],
    opinion: '决定',
  })),
  serve: onMatter('disposition.serveInstrument', of('clerk'), (seen) => ({
    instrument: newest(seen),
    method: 'direct',
    proof: '送达回证',
  })),
  serveSome: onMatter('disposition.serveInstrument', of('clerk'), (seen, _p, n) => ({
    instrument: instrument(seen, n),
    method: 'direct',
    proof: '送达回证',
  })),
  reply: onMatter('disposition.recordReply', of('clerk'), (seen) => ({
    instruments: [newest(seen)],
    kind: seen.type === 'CFS' ? 'decision_document' : 'rectification',
    content: '回复',
  })),
  explain: onMatter('disposition.recordReply', of('clerk'), (seen) => ({
    instruments: [newest(seen)],
    kind: 'explanation',
    content: '说明理由',
  })),
  replySome: onMatter('disposition.recordReply', of('clerk'), (seen, _p, n) => ({
    instruments: [instrument(seen, n)],
    kind: pick(['rectification', 'explanation', 'progress', 'decision_document'], n, 'progress'),
    content: '回复',
  })),
  judge: onMatter('disposition.assessReply', handler, (seen, _p, n) => ({
    reply: newestReply(seen),
    adoption: pick(ADOPTIONS, n, 'full'),
    opinion: '评价',
  })),
  confirm: onMatter('disposition.confirmAssessment', of('head'), (seen, _p, n) => ({
    reply: newestReply(seen),
    agreed: n % 4 > 0,
  })),
  urge: onMatter('disposition.urgeReply', handler, (seen, _p, n) => ({
    instrument: instrument(seen, n),
    content: '督促',
  })),
  contest: onMatter('disposition.requestReExamination', of('clerk'), (seen, _p, n) => ({
    instrument: instrument(seen, n),
    content: '申请复查',
  })),
  lookAgain: onMatter('disposition.decideReExamination', of('chief'), (seen, { elsewhere }, n) => ({
    instrument: instrument(seen, n),
    examiner: n % 4 === 3 ? seen.handler : elsewhere,
    outcome: pick(['upheld', 'upheld', 'revoked'], n, 'upheld'),
    opinion: '复查',
  })),
  escalate: onMatter('disposition.escalateToSuperior', handler, (seen, _p, n) => ({
    instruments: [instrument(seen, n)],
    opinion: '报告上级院',
  })),
  takeUp: onMatter('disposition.acceptEscalation', above('gate'), () => ({})),
  superior: onMatter('disposition.decideSuperiorReview', above('reviewer'), (_s, _p, n) => ({
    outcome: n % 3 === 2 ? 'wrong' : 'correct',
    opinion: '审查',
  })),
  tellSuperior: onMatter('disposition.notifySupervisedSuperior', above('chief'), () => ({
    body: '海东市公安局',
    content: '通报',
  })),
  revoke: onMatter('disposition.revokeOpinion', of('chief'), (seen, _p, n) => ({
    instrument: instrument(seen, n),
    opinion: '撤销',
  })),
  look: onMatter('disposition.verifyRectification', handler, (seen, _p, n) => ({
    persons: pairOf(seen),
    ...(seen.type === 'CIR'
      ? { issues: seen.issues.map((issue) => ({ issue, corrected: n % 6 < 5 })) }
      : { instruments: [newest(seen)], corrected: n % 6 < 5 }),
    finding: '回头看',
  })),
  conclude: onMatter(
    'disposition.concludeMatter',
    (seen, staff) => (seen.type === 'CFS' ? seen.handler : staff.chief),
    ({ type }) => ({
      result: RESULT[type],
      effect: { obtained: true, evidence: '整改材料' },
      opinion: '办结',
    }),
  ),
  terminate: onMatter('disposition.terminateMatter', of('chief'), () => ({
    ground: 'withdrawn',
    opinion: '终结',
  })),
  selfCheck: onMatter('assessment.selfCheck', handler, () => ({
    answers: PARTS.map((question) => ({ question, sound: true })),
    proposedGrade: 'qualified',
  })),
  checkDossier: onMatter('disposition.checkDossier', of('gate'), () => ({ documents: PAPERS })),
  archive: onMatter('disposition.archiveDossier', of('archivist'), () => ({ documents: PAPERS, volumes: 1 })),
  prompt: onMatter('reporting.promptFlowMonitor', of('gate'), () => ({
    check: 'documents',
    content: '提示',
  })),
  notice: onMatter('reporting.issueFlowNotice', of('gate'), () => ({ check: 'documents', content: '通知' })),
  answerNotice: onMatter('reporting.answerFlowNotice', handler, (_s, _p, n) => ({
    flow: `F-${(n % 3) + 1}`,
    answer: '答复',
  })),
  secret: (_seen, staff) => ({
    who: staff.window,
    does: 'intake.registerLead',
    to: undefined,
    with: {
      unit: staff.unit,
      source: 'own_case',
      title: CANARY,
      supervisedBody: { name: CANARY, kind: 'other' },
      secrecy: 'state_secret',
    },
  }),
};

/** Days pass: enough for a reply to be overdue. */
export const WAIT = 'wait';

/** The courses that matters of each type usually take: the smooth one, and those with resistance. */
export const courses: Readonly<Record<Type, readonly (readonly string[])[]>> = {
  CFS: [
    [
      'begin',
      'register',
      'screen',
      'accept',
      'assess',
      'review',
      'file',
      'plan',
      'measure',
      'report',
      'decide',
      'serve',
      'reply',
      'tell',
      'conclude',
      'selfCheck',
      'checkDossier',
      'archive',
    ],
    [
      'begin',
      'register',
      'screen',
      'accept',
      'assess',
      'review',
      'file',
      'plan',
      'measure',
      'order',
      'serve',
      WAIT,
      'urge',
      'explain',
      'report',
      'decide',
      'serve',
      'reply',
      'tell',
      'conclude',
      'selfCheck',
      'checkDossier',
    ],
  ],
  IAS: [
    [
      'begin',
      'accept',
      'assess',
      'file',
      'measure',
      'report',
      'decide',
      'serve',
      'reply',
      'judge',
      'confirm',
      'look',
      'conclude',
      'selfCheck',
      'archive',
    ],
    [
      'begin',
      'accept',
      'assess',
      'file',
      'measure',
      'report',
      'decide',
      'serve',
      WAIT,
      'urge',
      'contest',
      'lookAgain',
      'escalate',
      'takeUp',
      'superior',
      'tellSuperior',
      'reply',
      'judge',
      'confirm',
      'look',
      'conclude',
      'selfCheck',
    ],
    [
      'begin',
      'accept',
      'challenge',
      'decideRecusal',
      'assess',
      'file',
      'report',
      'decide',
      'serve',
      'revoke',
      'conclude',
    ],
    // Here the body gives in while the question lies with the superior.
    [
      'begin',
      'accept',
      'assess',
      'file',
      'measure',
      'report',
      'decide',
      'serve',
      WAIT,
      'urge',
      'contest',
      'lookAgain',
      'escalate',
      'reply',
      'judge',
      'confirm',
      'look',
      'conclude',
      'takeUp',
      'superior',
      'conclude',
      'selfCheck',
      'archive',
    ],
  ],
  CIR: [
    [
      'begin',
      'accept',
      'file',
      'onSite',
      'measure',
      'findIssues',
      'decide',
      'serve',
      'report',
      'reply',
      'judge',
      'confirm',
      'look',
      'closeIssues',
      'conclude',
      'selfCheck',
      'archive',
    ],
    [
      'begin',
      'accept',
      'file',
      'onSite',
      'findIssues',
      WAIT,
      'closeOne',
      'decide',
      'serve',
      WAIT,
      'urge',
      'reply',
      'look',
      'report',
      'closeIssues',
      'conclude',
    ],
  ],
};

/** Acts that end a matter at once; they come up seldom, or there would be little to look at. */
const ending: readonly string[] = ['rejectLead', 'rejectFiling', 'voidNumber', 'terminate'];
const early: readonly string[] = [
  'register',
  'screen',
  'accept',
  'assess',
  'review',
  'file',
  'reassign',
  'conflict',
  'challenge',
  'decideRecusal',
  'tell',
  'secret',
  'prompt',
  'notice',
  'measure',
  'decide',
  'voidNumber',
];

/** An act that might come up by the way: before a matter is filed mostly such as can come up then. */
export function actByTheWay(n: number, filed: boolean): string {
  const late = Object.keys(acts).filter((act) => act !== 'begin' && !ending.includes(act));
  const list = filed ? late : early;
  return (n % 20 === 19 ? ending[Math.floor(n / 20) % ending.length] : list[n % list.length]) ?? 'secret';
}

/** What an act would be at this point of a history. */
export function actAt(name: string, seen: Seen, n: number): Given {
  const act = acts[name];
  if (act === undefined) throw new Error(`there is no act ${name}`);
  return act(seen, staffOf[seen.type], n);
}
