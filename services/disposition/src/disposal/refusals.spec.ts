import { readdirSync, readFileSync } from 'node:fs';
import type { Actor } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { as, effect, everyPaper, Matter, opening, staff, system } from '../../test/scene.ts';
import { ex01, ex02, ex06 } from '../../test/worked-matters.ts';
import { dispositionRefusals } from '../refusals.ts';
import { refuseCompetence } from './decision.ts';

type Act = readonly [date: string, who: string | Actor, command: string, input: object];
type Row = readonly [rule: string, code: string, matter: () => Matter, ...act: Act];

const after = (matter: Matter, ...acts: readonly Act[]) => {
  for (const [date, who, command, input] of acts) matter.on(date, who, command, input);
  return matter;
};
const decide = { outcome: 'instruments', instruments: [{ kind: 'correction_notice' }], opinion: '决定' };
const pair = [staff('P-630202-ye'), staff('P-630202-li')];
const vote = (members: number, present: number, inFavour: number, against: number) => ({
  members,
  present,
  inFavour,
  against,
});
const ordered = (kind: string, more = {}) => ({
  outcome: 'instruments',
  opinion: '决定',
  instruments: [{ kind, ...more }],
});
const reported = () => ex02('2025-04-17');
const reportedCfs = () => ex01('2025-04-08');
const served = () => ex02('2025-04-21');
const replied = () =>
  after(served(), [
    '2025-04-28',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-1'], kind: 'rectification', content: '已整改' },
  ]);
const assess = (adoption: string, more = {}) => ({ reply: 'R-1', adoption, opinion: '评价', ...more });
const refusedBy = () => after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('refused')]);
const conclude = (result = 'corrected', more = effect) => ({ result, effect: more, opinion: '办结' });
const suspended = () =>
  after(served(), ['2025-04-22', system, 'changeDisposalHandlers', { suspend: ['P-630202-ye'] }]);
const voided = () =>
  after(served(), ['2025-04-22', system, 'voidDisposal', { opinion: '误立', voidedOn: '2025-04-22' }]);
const terminated = () =>
  after(reported(), [
    '2025-04-18',
    'P-630202-duo',
    'terminateMatter',
    { ground: 'withdrawn', opinion: '撤回' },
  ]);
const unfiled = () => Object.assign(reported(), { facts: [] });
const chiefHandles = () =>
  new Matter(
    'IAS-630202-2025-00010',
    opening('IAS', '630202', '2025-04-10', ['P-630202-duo', 'P-630202-li']),
  );
const head = (person: string): Actor => ({ ...as(person), role: 'dept_head' });
const chief = (person: string): Actor => ({ ...as(person), role: 'chief' });

const rows: readonly Row[] = [
  [
    'nothing before filing',
    'matter.not-filed',
    unfiled,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'a disposal opens once',
    'matter.already-open',
    served,
    '2025-04-22',
    system,
    'openDisposal',
    opening('IAS', '630202', '2025-04-10', ['P-630202-ye']),
  ],
  [
    'a concluded matter is done',
    'matter.concluded',
    ex02,
    '2025-07-15',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'no dossier before conclusion',
    'matter.not-concluded',
    served,
    '2025-04-22',
    'P-630202-ma',
    'checkDossier',
    { documents: everyPaper },
  ],
  [
    'a terminated matter is no more',
    'matter.terminated',
    terminated,
    '2025-04-19',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'a void number carries nothing',
    'number.voided',
    voided,
    '2025-04-23',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-1'], kind: 'rectification', content: '回复' },
  ],
  [
    'a suspended handler writes nothing',
    'handler.suspended',
    suspended,
    '2025-04-23',
    'P-630202-ye',
    'actOnFollowUp',
    { act: 'talk', content: '谈话' },
  ],
  [
    'nor is he taken along',
    'handler.suspended',
    suspended,
    '2025-04-23',
    'P-630202-li',
    'verifyRectification',
    { persons: pair, instruments: ['D-1'], corrected: true, finding: '核实' },
  ],
  [
    'the handler does not decide',
    'approval.own-proposal',
    reported,
    '2025-04-18',
    chief('P-630202-ye'),
    'makeDecision',
    decide,
  ],
  [
    'no decision before filing day',
    'date.out-of-order',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    { ...decide, decidedOn: '2025-04-01' },
  ],
  [
    'no service before issue',
    'date.out-of-order',
    () => ex02('2025-04-18'),
    '2025-04-21',
    'P-630202-qi',
    'serveInstrument',
    { instrument: 'D-1', method: 'direct', proof: '回证', servedOn: '2025-04-17' },
  ],
  [
    'more votes than people',
    'conference.votes-exceed',
    reported,
    '2025-04-18',
    'P-630202-qi2',
    'holdJointConference',
    { attendees: pair, inFavour: 3, against: 0, question: '问', advice: '答' },
  ],
  [
    'no decision without a report',
    'decision.report-missing',
    () => ex02('2025-04-16'),
    '2025-04-16',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'no decision to do nothing without one either',
    'decision.report-missing',
    () => ex02('2025-04-16'),
    '2025-04-16',
    'P-630202-duo',
    'makeDecision',
    { outcome: 'no_action', opinion: '不采取' },
  ],
  [
    'a report that went back does not count',
    'decision.report-missing',
    () =>
      after(reported(), [
        '2025-04-18',
        system,
        'noteReportReturned',
        { report: 'RR-1', returnedOn: '2025-04-18' },
      ]),
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'instruments are named',
    'decision.instruments-missing',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    { outcome: 'instruments', opinion: '决定' },
  ],
  [
    'no action means none',
    'decision.instruments-unexpected',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    { ...decide, outcome: 'no_action' },
  ],
  [
    'an inspection names its issues',
    'decision.issues-missing',
    () => ex06('2025-08-21'),
    '2025-08-22',
    'P-632800-ba',
    'makeDecision',
    decide,
  ],
  [
    'a committee votes',
    'committee.vote-missing',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    ordered('filing_notice'),
  ],
  [
    'more than half must be there',
    'committee.no-quorum',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(8, 4, 4, 0) },
  ],
  [
    'more than half of all must agree',
    'committee.no-majority',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(9, 7, 4, 3) },
  ],
  [
    'no more votes than members there',
    'conference.votes-exceed',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(9, 7, 6, 3) },
  ],
  [
    'the type knows its instruments',
    'instrument.kind-unknown',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    ordered('filing_notice'),
  ],
  [
    'the handler does not issue what the chief decides',
    'instrument.needs-decision',
    reported,
    '2025-04-18',
    'P-630202-ye',
    'orderInstrument',
    { kind: 'correction_notice' },
  ],
  [
    'unknown instrument',
    'instrument.unknown',
    served,
    '2025-04-22',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-9'], kind: 'rectification', content: '回复' },
  ],
  [
    'no service without a number',
    'instrument.not-issued',
    () => after(reported(), ['2025-04-18', 'P-630202-duo', 'makeDecision', decide]),
    '2025-04-18',
    'P-630202-qi',
    'serveInstrument',
    { instrument: 'D-1', method: 'direct', proof: '回证' },
  ],
  [
    'one printed number',
    'instrument.other-number',
    served,
    '2025-04-22',
    system,
    'issueInstrument',
    { instrument: 'D-1', printedNumber: '乐都检纠违〔2025〕9号', issuedOn: '2025-04-18' },
  ],
  [
    'served once',
    'instrument.served-already',
    served,
    '2025-04-22',
    'P-630202-qi',
    'serveInstrument',
    { instrument: 'D-1', method: 'direct', proof: '回证' },
  ],
  [
    'no reply to what was not served',
    'instrument.not-served',
    () => ex02('2025-04-18'),
    '2025-04-20',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-1'], kind: 'rectification', content: '回复' },
  ],
  [
    'a revoked opinion is no more',
    'instrument.revoked',
    () =>
      after(served(), [
        '2025-04-22',
        'P-630202-duo',
        'revokeOpinion',
        { instrument: 'D-1', opinion: '有误' },
      ]),
    '2025-04-23',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-1'], kind: 'rectification', content: '回复' },
  ],
  [
    'a notice is not filed with the superior',
    'instrument.filing-not-required',
    served,
    '2025-04-22',
    'P-630202-ma',
    'fileWithSuperior',
    { instrument: 'D-1' },
  ],
  [
    'filed once',
    'instrument.filed-already',
    () =>
      after(ex06('2025-08-25'), ['2025-08-26', 'P-632800-tang', 'fileWithSuperior', { instrument: 'D-3' }]),
    '2025-08-27',
    'P-632800-tang',
    'fileWithSuperior',
    { instrument: 'D-3' },
  ],
  [
    'the law sets the time for reasons',
    'reply-date.fixed-by-law',
    () => ex01('2025-03-14'),
    '2025-03-26',
    'P-630103-li',
    'orderInstrument',
    { kind: 'reason_request_not_filing', replyWithin: { n: 3, unit: 'day' } },
  ],
  [
    'what is not answered has no last day',
    'reply-date.fixed-by-law',
    reportedCfs,
    '2025-04-11',
    'P-630103-bai',
    'makeDecision',
    ordered('procuratorial_opinion', { replyBy: '2025-05-01' }),
  ],
  [
    'a fixed day lies after the decision',
    'reply-date.not-after-service',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    ordered('correction_notice', { replyBy: '2025-04-18' }),
  ],
  [
    'a letter gives time',
    'reply-date.not-after-service',
    () => ex02('2025-05-07'),
    '2025-05-08',
    'P-630202-ye',
    'urgeReply',
    { instrument: 'D-1', replyBy: '2025-05-08' },
  ],
  [
    'a recommendation may only ask for less',
    'reply-date.only-shorter',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    ordered('recommendation', { replyWithin: { n: 3, unit: 'month' } }),
  ],
  [
    'unknown issue',
    'issue.unknown',
    () => ex06('2025-08-21'),
    '2025-08-22',
    'P-632800-ba',
    'makeDecision',
    ordered('correction_notice', { issues: ['I-99'] }),
  ],
  [
    'no instrument for a settled issue',
    'issue.settled',
    () => ex06('2025-08-21'),
    '2025-08-22',
    'P-632800-ba',
    'makeDecision',
    ordered('correction_notice', { issues: ['I-1'] }),
  ],
  [
    'a reply speaks of its own issues',
    'issue.not-covered',
    () => ex06('2025-09-01'),
    '2025-09-08',
    'P-632800-he',
    'recordReply',
    { instruments: ['D-1'], issues: ['I-8'], kind: 'rectification', content: '回复' },
  ],
  [
    'so does its assessment',
    'issue.not-covered',
    () => ex06('2025-09-08'),
    '2025-09-19',
    'P-632800-su',
    'assessReply',
    assess('full', { issues: [{ issue: 'I-8', adoption: 'full' }] }),
  ],
  ['unknown reply', 'reply.unknown', served, '2025-04-28', 'P-630202-ye', 'assessReply', assess('full')],
  [
    'nothing overdue that was answered in time',
    'reply.not-awaited',
    replied,
    '2025-05-07',
    system,
    'recordReplyOverdue',
    { instrument: 'D-1', clock: 'DL-16', due: '2025-05-06', since: '2025-05-07' },
  ],
  [
    'only clocks of answers',
    'reply.not-awaited',
    () => ex01('2025-04-25'),
    '2025-07-26',
    system,
    'recordReplyOverdue',
    { instrument: 'D-2', clock: 'DL-13', due: '2025-07-25', since: '2025-07-26' },
  ],
  [
    'a reply is assessed once',
    'reply.assessed-already',
    () => after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('full')]),
    '2025-04-30',
    'P-630202-ye',
    'assessReply',
    assess('partial'),
  ],
  [
    'news is not assessed',
    'reply.nothing-to-assess',
    () => ex01('2025-08-20'),
    '2025-08-21',
    'P-630103-li',
    'assessReply',
    { ...assess('full'), reply: 'R-3' },
  ],
  [
    'nothing to confirm',
    'assessment.not-waiting',
    () => after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('full')]),
    '2025-04-30',
    'P-630202-qi2',
    'confirmAssessment',
    { reply: 'R-1', agreed: true },
  ],
  [
    'nobody confirms himself',
    'approval.own-proposal',
    () => after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('partial')]),
    '2025-04-30',
    head('P-630202-ye'),
    'confirmAssessment',
    { reply: 'R-1', agreed: true },
  ],
  [
    'no urging in time',
    'urging.no-ground',
    served,
    '2025-04-28',
    'P-630202-ye',
    'urgeReply',
    { instrument: 'D-1' },
  ],
  [
    'no sending back what is whole',
    'urging.no-ground',
    replied,
    '2025-04-29',
    'P-630202-ye',
    'assessReply',
    assess('full', { urge: {} }),
  ],
  [
    'no remedy against a notice to file',
    're-examination.not-provided',
    () => ex01('2025-04-14'),
    '2025-04-20',
    'P-630103-zhao',
    'requestReExamination',
    { instrument: 'D-2', remedy: 'reconsideration', content: '申请' },
  ],
  [
    'one re-examination at a time',
    're-examination.pending',
    () => ex02('2025-05-19'),
    '2025-05-20',
    'P-630202-qi',
    'requestReExamination',
    { instrument: 'D-1', content: '再申请' },
  ],
  [
    'no decision unasked',
    're-examination.not-requested',
    served,
    '2025-04-22',
    'P-630202-duo',
    'decideReExamination',
    { instrument: 'D-1', examiner: 'P-630202-ma2', outcome: 'upheld', opinion: '正确' },
  ],
  [
    'another than the handler looks again',
    're-examination.own-matter',
    () => ex02('2025-05-19'),
    '2025-05-22',
    'P-630202-duo',
    'decideReExamination',
    { instrument: 'D-1', examiner: 'P-630202-li', outcome: 'upheld', opinion: '正确' },
  ],
  [
    'a prosecutor looks again',
    're-examination.no-prosecutor',
    () => ex02('2025-05-19'),
    '2025-05-22',
    'P-630202-duo',
    'decideReExamination',
    { instrument: 'D-1', examiner: 'P-630202-qi', outcome: 'upheld', opinion: '正确' },
  ],
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
    'the reviewer is a prosecutor there',
    're-examination.no-prosecutor',
    () => ex02('2025-05-22'),
    '2025-05-26',
    'P-630200-an',
    'acceptEscalation',
    { reviewer: 'P-630202-ma2' },
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
  [
    'the police have their three months',
    'follow-up.too-early',
    () => ex01('2025-04-28'),
    '2025-07-25',
    'P-630103-li',
    'actOnFollowUp',
    { act: 'progress_letter', instrument: 'D-2', content: '催办' },
  ],
  [
    'two persons look',
    'verification.two-persons',
    replied,
    '2025-04-29',
    'P-630202-ye',
    'verifyRectification',
    { persons: [pair[0], pair[0]], instruments: ['D-1'], corrected: true, finding: '核实' },
  ],
  [
    'at something',
    'verification.nothing-named',
    replied,
    '2025-04-29',
    'P-630202-ye',
    'verifyRectification',
    { persons: pair, corrected: true, finding: '核实' },
  ],
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
    'a chief does not conclude his own',
    'approval.own-proposal',
    chiefHandles,
    '2025-07-14',
    'P-630202-duo',
    'concludeMatter',
    conclude(),
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

describe('every rule of disposition says no', () => {
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

test('a retrial recommendation is for the committee alone (S5 §87)', () => {
  const retrial = {
    byHandler: false,
    decidedBy: ['committee' as const],
    title: { zh: '再审检察建议书', en: 'retrial' },
  };
  expect(refuseCompetence([retrial], 'committee')).toBeUndefined();
  expect(refuseCompetence([retrial], 'chief')).toMatchObject({
    code: 'decision.not-competent',
    params: { kind: '再审检察建议书', competent: '检察委员会' },
  });
});

describe('the register of refusals', () => {
  const sources = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('refusals.ts'))
    .map((name) => [name, readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')] as const);

  test.each(Object.keys(dispositionRefusals))('%s is thrown somewhere, and tested', (code) => {
    const named = sources.filter(([, text]) => text.includes(`'${code}'`)).map(([name]) => name);
    expect(
      named.some((name) => !name.endsWith('.spec.ts')),
      'nobody throws it',
    ).toBe(true);
    expect(
      named.some((name) => name.endsWith('.spec.ts')),
      'no test asks for it',
    ).toBe(true);
  });

  test('every refusal says the same in both languages: its parameters', () => {
    for (const [code, { zh, en }] of Object.entries(dispositionRefusals)) {
      const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(params(en), code).toEqual(params(zh));
    }
  });
});
