import { defineRefusals } from '@jiandu/eventing';

/** Everything reporting says no to. */
export const { register: reportingRefusals, refuse } = defineRefusals({
  'flow.monitored': {
    status: 409,
    zh: '该事项已纳入流程监控',
    en: 'The matter is under flow monitoring already',
    law: 'DOMAIN §5.2',
  },
  'flow.prompted-before': {
    status: 409,
    zh: '{on}已就同一事项口头提示（{flow}），三十日内再次发现应制发流程监控通知书',
    en: 'The same was prompted on {on} ({flow}); found again within 30 days it takes a notice',
    law: 'DOMAIN §5.2; S2 §665',
  },
  'flow.report-needed': {
    status: 409,
    zh: '通知书{flow}逾期未答复，再次通知应同时报告检察长',
    en: 'Notice {flow} was not answered in time: another one must also be reported to the chief',
    law: 'DOMAIN §5.2; S2 §665',
  },
  'flow.unknown': { status: 422, zh: '没有{flow}号通知书', en: 'There is no notice {flow}', law: 'S2 §665' },
  'flow.no-notice': {
    status: 409,
    zh: '{flow}为口头提示，无须书面答复',
    en: '{flow} was an oral prompt and needs no written answer',
    law: 'S2 §665',
  },
  'flow.answered': {
    status: 409,
    zh: '通知书{flow}已于{on}答复',
    en: 'Notice {flow} was answered on {on}',
    law: 'S2 §665',
  },
  'flow.answer-before-notice': {
    status: 422,
    zh: '答复日期不得早于通知书的{on}',
    en: 'The answer cannot lie before the notice of {on}',
    law: 'S2 §665',
  },
  'search.too-short': {
    status: 422,
    zh: '请输入事项编号，或者至少两个汉字、一个词',
    en: 'Enter a number, or at least two Chinese characters or one word',
  },
  'cursor.unknown': {
    status: 422,
    zh: '翻页标记不属于本次查询，请从第一页重新查询',
    en: 'The cursor does not belong to this search; start from the first page',
  },
  'moment.before-matter': {
    status: 404,
    zh: '{at}时该事项尚不存在',
    en: 'The matter did not exist yet at {at}',
    law: 'DOMAIN §7',
  },
  'feed.closed-to-role': {
    status: 403,
    zh: '您的角色不能订阅事件流',
    en: 'Your role may not take the feed',
    law: 'DOMAIN §4.2',
  },
  'feed.position-unknown': {
    status: 422,
    zh: '续传位置应为非负整数',
    en: 'The place to go on from must be a whole number from 0',
  },
});
