import { plan } from './acts-of-intake.ts';
import {
  type Act,
  above,
  handler,
  instrument,
  newest,
  newestReply,
  of,
  onMatter,
  pairOf,
  pick,
} from './given.ts';
import { ADOPTIONS, KIND, MEASURE, OWN_KIND, PAPERS, PARTS, RESULT } from './wording.ts';

/** Acts on a matter that is filed: verification, decision, replies, superior, end. */
export const actsOfHandling: Readonly<Record<string, Act>> = {
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
};
