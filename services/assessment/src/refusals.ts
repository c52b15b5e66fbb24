import { defineRefusals } from '@jiandu/eventing';

/** Why assessment says no. */
export const { register: assessmentRefusals, refuse } = defineRefusals({
  'quality-check.exists': {
    status: 409,
    zh: '该事项已建立质量检查',
    en: 'This matter has a quality check already',
  },
  'quality-check.not-open': {
    status: 409,
    zh: '该事项尚未立案，没有质量检查',
    en: 'This matter is not filed and has no quality check',
    law: 'DOMAIN §5.3',
  },
  'cursor.unknown': {
    status: 422,
    zh: '翻页标记不属于本次查询，请从第一页开始',
    en: 'The cursor does not belong to this search; start from the first page',
  },
  'scheme.none': {
    status: 409,
    zh: '{date}没有生效的等次规定',
    en: 'No scheme of grades is in force on {date}',
    law: 'DOMAIN §5.3',
  },
  'handler.suspended': {
    status: 403,
    zh: '您在回避决定作出前暂停履职，不得办理',
    en: 'You are suspended until the recusal is decided and may write nothing in this matter',
    law: 'S5 §14; S6 §15; DOMAIN §4.4',
  },
  'self-check.not-handler': {
    status: 403,
    zh: '质量自查应当由承办检察官进行',
    en: 'The self-check is the handling prosecutor’s own',
    law: 'S23; DOMAIN §5.3',
  },
  'self-check.not-due': {
    status: 409,
    zh: '该事项尚未办结，不能自查',
    en: 'The matter is not concluded; there is nothing to check yet',
    law: 'S23; DOMAIN §2.11 DL-59',
  },
  'self-check.made': {
    status: 409,
    zh: '已于{date}自查',
    en: 'The self-check was made on {date}',
  },
  'self-check.before-conclusion': {
    status: 422,
    zh: '自查日期{date}早于办结日期{concludedOn}',
    en: 'The self-check of {date} lies before the conclusion on {concludedOn}',
    law: 'DOMAIN §2.11 DL-59',
  },
  'self-check.remark-missing': {
    status: 422,
    zh: '{part}有问题的应当说明',
    en: 'What is not sound in {part} must be said',
    law: 'S23',
  },
  'form.part-missing': {
    status: 422,
    zh: '质量检查表缺少{part}',
    en: 'The form lacks {part}',
    law: 'DOMAIN §5.3',
  },
  'form.part-unknown': {
    status: 422,
    zh: '质量检查表没有{part}这一项',
    en: 'The form has no part {part}',
    law: 'DOMAIN §5.3',
  },
  'form.part-twice': {
    status: 422,
    zh: '{part}重复填写',
    en: '{part} is filled in twice',
  },
  'grade.unknown': {
    status: 422,
    zh: '{scheme}没有{grade}这一等次',
    en: '{scheme} knows no grade {grade}',
    law: 'DOMAIN §5.3',
  },
  'grade.best-with-defects': {
    status: 422,
    zh: '有缺陷或者没有效果的不得评为{grade}',
    en: 'A matter with a defect or without effect is not {grade}',
    law: 'DOMAIN §5.3',
  },
  'grade.self-check-first': {
    status: 409,
    zh: '承办检察官尚未自查，不能评查',
    en: 'The handler has not made his self-check yet',
    law: 'S22; S23',
  },
  'grade.before-self-check': {
    status: 422,
    zh: '评查日期{date}早于自查日期{checkedOn}',
    en: 'The review of {date} lies before the self-check of {checkedOn}',
    law: 'S22',
  },
  'grade.given': {
    status: 409,
    zh: '该事项已经{layer}评定等次',
    en: 'A grade was given already by {layer}',
    law: 'S22; DOMAIN §5.3',
  },
  'grade.too-many-points': {
    status: 422,
    zh: '{part}最多{most}分',
    en: '{part} has {most} points at most',
    law: 'DOMAIN §5.3',
  },
  'grade.veto-unknown': {
    status: 422,
    zh: '没有这一否决情形：{veto}',
    en: 'There is no such veto: {veto}',
    law: 'DOMAIN §5.3',
  },
  'reviewer.own-matter': {
    status: 403,
    zh: '不得评查本人承办过的事项',
    en: 'Nobody reviews a matter he has handled',
    law: 'S20 §5; DOMAIN §4.1',
  },
  'reviewer.own-department': {
    status: 403,
    zh: '不得评查本部门的事项，离开本部门未满六个月的也不得评查',
    en: 'Nobody reviews his own department’s matters, nor for six months after leaving it',
    law: 'DOMAIN §4.1',
  },
});
