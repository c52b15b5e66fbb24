import type { RefusalRegister } from '@jiandu/eventing';

/** About what the body answers, its remedies, and the way up. */
export const replies = {
  'reply.unknown': {
    status: 404,
    zh: '本事项没有回复{reply}',
    en: 'This matter has no reply {reply}',
  },
  'reply.not-awaited': {
    status: 409,
    zh: '文书{instrument}不在等待回复的期限内',
    en: 'No answer to instrument {instrument} is being waited for',
    law: 'S2 §553',
  },
  'reply.assessed-already': {
    status: 409,
    zh: '回复{reply}已经评价',
    en: 'Reply {reply} is assessed already',
    law: 'DOMAIN §2.1',
  },
  'reply.nothing-to-assess': {
    status: 409,
    zh: '回复{reply}是进展通报，不需要评价',
    en: 'Reply {reply} only tells of progress; there is nothing to assess',
    law: 'S2 §564',
  },
  'assessment.not-waiting': {
    status: 409,
    zh: '回复{reply}没有待审核的评价',
    en: 'No assessment of reply {reply} waits for confirmation',
    law: 'DOMAIN §2.1',
  },
  'urging.no-ground': {
    status: 409,
    zh: '文书{instrument}既未逾期，也没有需要退回的回复',
    en: 'Instrument {instrument} is not overdue and has no reply that falls short',
    law: 'S2 §553; S3 §24–25',
  },
  're-examination.not-provided': {
    status: 409,
    zh: '对“{kind}”没有这种救济途径',
    en: 'This remedy does not lie against “{kind}”',
    law: 'S2 §554, §565',
  },
  're-examination.pending': {
    status: 409,
    zh: '对文书{instrument}的复查正在进行',
    en: 'Instrument {instrument} is being re-examined already',
    law: 'S2 §554',
  },
  're-examination.not-requested': {
    status: 409,
    zh: '没有人申请复查文书{instrument}',
    en: 'Nobody asked to re-examine instrument {instrument}',
    law: 'S2 §554',
  },
  're-examination.own-matter': {
    status: 403,
    zh: '复查须由原承办人以外的检察官进行',
    en: 'Re-examination is for another prosecutor than the handler',
    law: 'S2 §554; DOMAIN §4.4',
  },
  're-examination.no-prosecutor': {
    status: 422,
    zh: '{person}当日不是本院检察官',
    en: '{person} is no prosecutor of this unit on that day',
    law: 'S2 §554',
  },
  'escalation.no-ground': {
    status: 409,
    zh: '文书{instrument}未经督促后仍不回复、未被拒绝，复查也未维持，不需报告上一级院',
    en: 'Instrument {instrument} was neither refused, nor unanswered after urging, nor upheld on re-examination',
    law: 'S2 §553–554; S3 §25',
  },
  'escalation.no-superior': {
    status: 409,
    zh: '本院没有上一级院',
    en: 'This unit has no superior',
    law: 'S2 §554',
  },
  'escalation.open-already': {
    status: 409,
    zh: '文书{instrument}已经报告上一级院（{escalation}）',
    en: 'Instrument {instrument} is with the superior already ({escalation})',
    law: 'S2 §554',
  },
  'escalation.unknown': {
    status: 404,
    zh: '本事项没有报请{escalation}',
    en: 'This matter has no escalation {escalation}',
  },
  'escalation.accepted-already': {
    status: 409,
    zh: '报请{escalation}已经登记',
    en: 'Escalation {escalation} is accepted already',
  },
  'escalation.not-accepted': {
    status: 409,
    zh: '报请{escalation}尚未由上级院案管部门登记',
    en: 'Escalation {escalation} is not yet taken in by the superior unit',
    law: 'DOMAIN §0.1 (6)',
  },
  'escalation.other-reviewer': {
    status: 403,
    zh: '报请{escalation}已指派给其他检察官审查',
    en: 'Escalation {escalation} was given to another prosecutor',
    law: 'DOMAIN §4.2',
  },
  'escalation.decided-already': {
    status: 409,
    zh: '报请{escalation}已经作出审查结论',
    en: 'Escalation {escalation} is decided already',
    law: 'S2 §554',
  },
  'escalation.not-upheld': {
    status: 409,
    zh: '上级院尚未认定下级院意见正确，不得通报',
    en: 'The superior has not found the opinion right; there is nothing to tell the body’s superior',
    law: 'S2 §553–554',
  },
} as const satisfies RefusalRegister;
