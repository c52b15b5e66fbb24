import type { dispositionEvents } from '../disposition.ts';
import type { Occasions } from './occasion.ts';

/** When the events of disposition happen. */
export const dispositionOccasions: Occasions<typeof dispositionEvents> = {
  DisposalOpened: {
    zh: '事项立案后，开始监督处理时。',
    en: 'A matter was filed; its disposition may begin.',
  },
  ReviewReportNoted: {
    zh: '审查报告提交或者退回，监督处理环节随之记载时。',
    en: 'Disposition learns that the report was submitted or sent back.',
  },
  JointConferenceHeld: {
    zh: '检察官联席会议提出意见时；讨论内容属于内卷。',
    en: 'Prosecutors advised in conference; their opinions belong to the inner volume.',
  },
  DecisionMade: {
    zh: '有权的人员或者组织作出决定时（S2 §552、§561；S3 §17）。',
    en: 'The competent person or body decides (S2 §552, §561; S3 §17).',
  },
  IssueTracked: {
    zh: '监督处理环节知悉一个问题或者其变化时。',
    en: 'Disposition learns of a finding, or of a change in it.',
  },
  IssueSettled: {
    zh: '问题了结，不再妨碍办结时。',
    en: 'A finding is settled: nothing about it stands against conclusion any more.',
  },
  DisposalHandlersChanged: {
    zh: '事项变更承办人，监督处理环节随之记载时。',
    en: 'Disposition learns who handles the matter now.',
  },
  InstrumentOrdered: {
    zh: '承办人制作其有权自行制发的文书时。',
    en: 'The handler issues an instrument of a kind he may issue himself.',
  },
  InstrumentIssued: {
    zh: '文书编号制发时。',
    en: 'The instrument is out, with its printed number.',
  },
  InstrumentServed: {
    zh: '文书送达并有送达凭证时；回复期限自此起算。',
    en: 'The body has the instrument, with proof; the reply clock begins.',
  },
  InstrumentFiledWithSuperior: {
    zh: '文书报上一级检察院备案时（S3 §21）。',
    en: 'The superior unit has the instrument on file (S3 §21).',
  },
  InstrumentCopied: {
    zh: '文书抄送有关单位时（S3 §20）。',
    en: 'Others get a copy of the instrument (S3 §20).',
  },
  OpinionRevoked: {
    zh: '监督意见有误予以撤销时；从原统计月份中扣除（S2 §554；S3 §22）。',
    en: 'The instrument is withdrawn as wrong; it is counted off from its month (S2 §554; S3 §22).',
  },
  DocumentSeriesContinued: {
    zh: '接续纸质文号登记簿时。',
    en: 'A paper register of instruments is carried on.',
  },
  InstrumentNumbered: {
    zh: '文书取得文号时；文号即本事件在序列中的位置。',
    en: 'An instrument gets its printed number, which is the place of this event in its series.',
  },
  ReplyReceived: {
    zh: '收到被监督单位回复时；一份回复可以针对几份文书。',
    en: 'The body answers; one answer may speak to several instruments.',
  },
  ReplyOverdue: {
    zh: '回复期限届满后的首日仍未回复时；只记一次。',
    en: 'The time to answer is over; written once, on the first day after.',
  },
  ReplyUrged: {
    zh: '书面督促回复时（S2 §553；S3 §24–25）。',
    en: 'The body is urged in writing (S2 §553; S3 §24–25).',
  },
  ReplyAssessed: {
    zh: '承办人评价回复时；有几个问题的逐个评价。',
    en: 'The handler judges the answer, issue by issue where there are several.',
  },
  ReplyAssessmentConfirmed: {
    zh: '部门负责人同意或者退回对回复的评价时。',
    en: 'The department head agrees with the judgement, or sends it back.',
  },
  ReExaminationRequested: {
    zh: '被监督单位申请复查时；视为已回复（S2 §554、§565）。',
    en: 'The body asks to look at it again; that counts as its answer (S2 §554, §565).',
  },
  ReExaminationDecided: {
    zh: '另行指派检察官复查，检察长作出决定时（S2 §554）。',
    en: 'Another prosecutor looked at it again and the chief decides (S2 §554).',
  },
  EscalatedToSuperior: {
    zh: '将事项的问题报告上一级检察院时（S2 §553–554；S3 §25）。',
    en: "The matter's question goes up to the superior unit (S2 §553–554; S3 §25).",
  },
  EscalationAccepted: {
    zh: '上一级检察院登记并确定审查人员时。',
    en: 'The superior unit takes it in and names who looks at it.',
  },
  SuperiorReviewDecided: {
    zh: '上一级检察院对下级院的意见作出审查决定时。',
    en: 'The superior unit judges the opinion of the lower one.',
  },
  SupervisedSuperiorNotified: {
    zh: '上一级检察院通报被监督单位的上级机关时（S2 §553）。',
    en: 'The superior unit tells the superior of the supervised body (S2 §553).',
  },
  FollowUpActed: {
    zh: '为推进事项采取跟进措施时，例如三个月后提示（S2 §564）。',
    en: 'Something is done to push the matter on, such as a reminder after three months (S2 §564).',
  },
  RectificationVerified: {
    zh: '检察人员实地核实整改情况时（回头看）。',
    en: 'Prosecutors see for themselves whether it was put right.',
  },
  PartyNotifiedNoted: {
    zh: '已告知当事人，监督处理环节随之记载时。',
    en: 'Disposition learns that a party was told.',
  },
  MatterConcluded: {
    zh: '事项办结时；自查期限自此起算。',
    en: 'The matter is done; the time for the self-check begins.',
  },
  MatterTerminated: {
    zh: '事项因撤回、不成立、他处接办或者编号作废而终结时。',
    en: 'The matter ends without a result: withdrawn, groundless, taken over elsewhere, or its number void.',
  },
  SelfCheckNoted: {
    zh: '承办人已自查，监督处理环节随之记载时。',
    en: 'Disposition learns that the handler checked his own work.',
  },
  DossierChecked: {
    zh: '案管部门检查卷宗齐全时；事项结案。',
    en: 'Case administration found the dossier complete: the matter is closed.',
  },
  DossierArchived: {
    zh: '卷宗归档时。',
    en: 'The dossier is with the archive.',
  },
  DeadlineWarned: {
    zh: '期限还剩七日、三日或者一日时。',
    en: 'A clock ends soon: seven, three or one days are left.',
  },
  DeadlineMissed: {
    zh: '期限届满而应办之事未办时。',
    en: 'A clock ended without what it waited for.',
  },
};
