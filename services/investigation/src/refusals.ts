import { personUnknown } from '@jiandu/access';
import { defineRefusals } from '@jiandu/eventing';
import { ofIssues } from './refusals/of-issues.ts';
import { ofPeriods } from './refusals/of-periods.ts';

/** Why investigation says no. */
export const { register: investigationRefusals, refuse } = defineRefusals({
  ...ofIssues,
  ...ofPeriods,
  'verification.exists': {
    status: 409,
    zh: '该事项已启动调查核实',
    en: 'Verification of this matter is open already',
  },
  'verification.not-open': {
    status: 409,
    zh: '该事项尚未立案，不得调查核实',
    en: 'This matter is not filed; nothing may be verified yet',
    law: 'S2 §551; S4 §35; DOMAIN §2.1',
  },
  'verification.closed': {
    status: 409,
    zh: '该事项已办结，不得再办理调查核实事务',
    en: 'The matter is concluded; nothing more is verified in it',
    law: 'DOMAIN §3.2',
  },
  'number.voided': {
    status: 409,
    zh: '该事项编号已作废',
    en: 'The number of this matter is void',
    law: 'DOMAIN §3.1',
  },
  'handler.suspended': {
    status: 403,
    zh: '您在回避决定作出前暂停履职，不得办理',
    en: 'You are suspended until the recusal is decided and may write nothing in this matter',
    law: 'S5 §14; S6 §15; DOMAIN §4.4',
  },
  'approval.own-proposal': {
    status: 403,
    zh: '本人办理的事项不得由本人审批',
    en: 'Nobody approves in a matter that is his own',
    law: 'DOMAIN §4.3',
  },
  'type.unknown': {
    status: 409,
    zh: '现行目录中没有此类事项：{type}',
    en: 'The catalogue in force has no such matter type: {type}',
    law: 'DOMAIN §2',
  },
  'date.before-filing': {
    status: 422,
    zh: '日期{date}早于立案日期{filedOn}',
    en: 'The date {date} lies before the filing on {filedOn}',
    law: 'S2 §551; DOMAIN §10(1)',
  },
  'date.order-reversed': {
    status: 422,
    zh: '起止日期颠倒：{from} 至 {until}',
    en: 'The dates run backwards: {from} to {until}',
  },
  'person.unknown': personUnknown,
  'plan.missing': {
    status: 409,
    zh: '调查核实方案未经批准，不得采取措施',
    en: 'The plan is not approved yet; no measure may be taken before it',
    law: 'S3 §14; DOMAIN §5.2',
  },
  'plan.chief-decides': {
    status: 403,
    zh: '{type}类事项的方案由检察长批准',
    en: 'In {type} the chief approves the plan',
    law: 'S3 §13; DOMAIN §2.1',
  },
  'plan.handler-absent': {
    status: 422,
    zh: '办案组中没有承办检察官',
    en: 'The handling prosecutor is not on the team',
    law: 'S17 §6; DOMAIN §2.1',
  },
  'plan.recused-on-team': {
    status: 422,
    zh: '应回避的人员{person}不得列入办案组',
    en: '{person} must stay away and cannot be on the team',
    law: 'S17 §6; DOMAIN §2.6',
  },
  'team.single-person': {
    status: 422,
    zh: '调查核实应当由两人以上进行',
    en: 'At least two persons must act together',
    law: 'S5 §69; S6 §65; S4 §36',
  },
  'team.outsider': {
    status: 422,
    zh: '{person}不是本事项的办案人员',
    en: '{person} does not belong to the team of this matter',
    law: 'DOMAIN §4.2',
  },
  'team.recused': {
    status: 422,
    zh: '{person}应当回避，不得参加',
    en: '{person} must stay away from this matter',
    law: 'S17 §6; DOMAIN §4.4',
  },
  'team.suspended': {
    status: 422,
    zh: '{person}在回避决定作出前暂停履职',
    en: '{person} is suspended until the recusal is decided',
    law: 'S5 §14; S6 §15',
  },
  'team.without-prosecutor': {
    status: 422,
    zh: '至少一名检察官应当参加',
    en: 'At least one prosecutor must take part',
    law: 'S13 §20; DOMAIN §4.1',
  },
  'on-site.not-inspection': {
    status: 409,
    zh: '只有巡回检察有现场检察环节',
    en: 'Only an inspection has on-site work',
    law: 'S17 §1; DOMAIN §2.6',
  },
  'on-site.begun': {
    status: 409,
    zh: '现场检察已于{date}开始',
    en: 'On-site work began on {date} already',
  },
  'measure.before-filing': {
    status: 422,
    zh: '立案（{filedOn}）前不得采取调查措施',
    en: 'No measure may be taken before the matter was filed ({filedOn})',
    law: 'S2 §551; DOMAIN §10(1)',
  },
  'measure.forbidden': {
    status: 422,
    zh: '调查核实不得{zh}（{law}）',
    en: 'Verification may not go as far as {en} ({law})',
    law: 'S2 §551; S3 §14; S4 §35; S5 §63; S6 §58, §60',
  },
  'measure.not-provided': {
    status: 422,
    zh: '{type}类事项没有规定此种措施：{kind}（{law}）',
    en: 'The rules for {type} know no such measure: {kind} ({law})',
    law: 'DOMAIN §2.1',
  },
  'report.not-handler': {
    status: 403,
    zh: '审查报告应当由承办检察官提交',
    en: 'The review report is the handling prosecutor’s to submit',
    law: 'S2 §551; DOMAIN §4.1',
  },
  'report.stands': {
    status: 409,
    zh: '审查报告{report}已提交，未退回前不得重新提交',
    en: 'The report {report} stands; a new one is possible only when it is returned',
    law: 'DOMAIN §3.2',
  },
  'report.not-standing': {
    status: 409,
    zh: '没有可以退回的审查报告{report}',
    en: 'There is no report {report} that could be returned',
  },
});
