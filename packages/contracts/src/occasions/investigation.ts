import type { investigationEvents } from '../investigation.ts';
import type { Occasions } from './occasion.ts';

/** When the events of investigation happen. */
export const investigationOccasions: Occasions<typeof investigationEvents> = {
  VerificationOpened: {
    zh: '事项立案后，开始调查核实时。',
    en: 'A matter was filed; its verification may begin.',
  },
  InvestigationPlanApproved: {
    zh: '调查核实方案获得批准时；方案自此生效。',
    en: 'The plan of the verification is approved and holds from now on.',
  },
  OnSiteStarted: {
    zh: '检察组进驻现场时。',
    en: 'The team is on the spot.',
  },
  InvestigativeMeasureTaken: {
    zh: '两名以上人员实施一次调查核实措施时（S2 §551；S5 §69）。',
    en: 'At least two persons took one act of fact finding (S2 §551; S5 §69).',
  },
  MeasureRefused: {
    zh: '有关单位拒绝配合调查核实时（S5 §71；S6 §67；S12 §21）。',
    en: 'A body would not cooperate (S5 §71; S6 §67; S12 §21).',
  },
  PeriodExtended: {
    zh: '有权人员在期限届满前予以延长时；新期限取代旧期限。',
    en: 'A time was lengthened by whom the law lets, before it ended; the new clock replaces the old one.',
  },
  PeriodExclusionStarted: {
    zh: '鉴定等期间开始不计入期限时（S5 §52）。',
    en: 'Days stop counting, such as those of an appraisal (S5 §52).',
  },
  PeriodExclusionEnded: {
    zh: '不计入的期间结束，期限恢复计算时。',
    en: 'Days count again.',
  },
  ReviewReportSubmitted: {
    zh: '承办人提交审查终结报告时：事实、法律和处理意见。',
    en: 'The handler submits the report: facts, law, what should be done.',
  },
  ReviewReportReturned: {
    zh: '审查报告被退回修改时。',
    en: 'The report goes back to the handler.',
  },
  VerificationHandlersChanged: {
    zh: '事项变更承办人，调查核实环节随之记载时。',
    en: 'Verification learns who handles the matter now.',
  },
  VerificationClosed: {
    zh: '事项了结或者作废，不再调查核实时。',
    en: 'The matter is done or void: nothing more is investigated in it.',
  },
  IssueFound: {
    zh: '发现事项中的一个问题时；轻微的当场口头纠正并记录（S2 §624(1)）。',
    en: 'One finding of a matter; a slight one is corrected by word of mouth at once and recorded (S2 §624(1)).',
  },
  IssueTransferred: {
    zh: '问题作为新线索移送他处办理时。',
    en: 'A finding becomes a lead of its own, in other hands.',
  },
  IssueCovered: {
    zh: '监督文书涵盖该问题时。',
    en: 'A written instrument of the matter speaks to the finding.',
  },
  IssueCorrectionConfirmed: {
    zh: '证实有关单位已整改，或者以书面监督取代口头纠正时。',
    en: 'There is proof that the body acted on the finding, or that a written instrument took the place of the word of mouth.',
  },
  IssueOverdue: {
    zh: '口头纠正逾期未改，应当书面提出时（S2 §624(2)）。',
    en: 'An oral correction was not acted on in time: a written one follows (S2 §624(2)).',
  },
  IssueClosed: {
    zh: '问题销号时。',
    en: 'The finding is off the list.',
  },
};
