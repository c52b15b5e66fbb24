import { defineRefusals } from '../declare/refusal.ts';

/** Refusals that the kernel itself gives, whatever the service. */
export const { register: kernelRefusals, refuse: refuseByKernel } = defineRefusals({
  'input.invalid': { status: 422, zh: '输入不符合要求：{field}', en: 'The input is not acceptable: {field}' },
  'command.unknown': {
    status: 404,
    zh: '没有这个操作：{command}',
    en: 'There is no such command: {command}',
  },
  'thing.unknown': { status: 404, zh: '找不到：{id}', en: 'Not found: {id}' },
  'thing.exists': { status: 409, zh: '已经存在：{id}', en: 'It exists already: {id}' },
  'idempotency.other-body': {
    status: 422,
    zh: '同一幂等键已用于内容不同的请求，请换一个新键',
    en: 'This Idempotency-Key was used with another body; use a new key',
    law: 'RFC draft Idempotency-Key',
  },
  'revision.stale': {
    status: 412,
    zh: '您看到的是第{given}版，现已是第{current}版，请重新打开后再办',
    en: 'You saw revision {given}, it is now {current}; reload and try again',
    law: 'RFC 9110 §13.1.1',
  },
  'race.lost': {
    status: 409,
    zh: '多人同时办理同一事项，请重试',
    en: 'Several people acted on the same thing at once; try again',
  },
  'date.in-future': {
    status: 422,
    zh: '发生日期{date}晚于今天{today}；事实可以补录，不能预录',
    en: 'The date {date} lies after today {today}; facts may be recorded late, never ahead',
    law: 'DOMAIN §7',
  },
  'cursor.unknown': {
    status: 422,
    zh: '翻页标记不属于本次查询，请从第一页开始',
    en: 'The cursor does not belong to this search; start from the first page',
  },
  'view.behind': {
    status: 503,
    zh: '数据正在更新（到第{at}位，需要第{wanted}位），请稍后重试',
    en: 'The data are catching up (at {at}, wanted {wanted}); try again shortly',
  },
});
