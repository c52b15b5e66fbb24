import { defineRefusals } from '@jiandu/eventing';

/** Refusals that the host itself gives, before or around a command; the one register of their codes. */
export const { register: hostRefusals, refuse: refuseByHost } = defineRefusals({
  'request.malformed-json': {
    status: 400,
    zh: '请求正文不是有效的JSON',
    en: 'The body is not valid JSON',
    law: 'RFC 8259',
  },
  'request.too-deep': { status: 400, zh: '请求正文嵌套过深', en: 'The body is nested too deeply' },
  'request.malformed': { status: 400, zh: '请求无法读懂', en: 'The request cannot be understood' },
  'request.too-large': {
    status: 413,
    zh: '请求正文过大，最多{limit}字节',
    en: 'The body is too large; at most {limit} bytes',
    law: 'RFC 9110 §15.5.14',
  },
  'request.media-type': {
    status: 415,
    zh: '请求正文须为application/json',
    en: 'The body must be application/json',
    law: 'RFC 9110 §15.5.16',
  },
  'request.slow': { status: 408, zh: '请求发送过慢', en: 'The request took too long to arrive' },
  'request.after': {
    status: 400,
    zh: 'after参数须为一次答复中给出的位置（整数）',
    en: 'The field after must be a position as an answer gave it (a whole number)',
  },
  'request.if-match': {
    status: 400,
    zh: 'If-Match须为带引号的版次，如"3"',
    en: 'If-Match must be a quoted revision such as "3"',
    law: 'RFC 9110 §13.1.1',
  },
  'request.idempotency-key': {
    status: 400,
    zh: 'Idempotency-Key须为1至200个可见ASCII字符',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters',
    law: 'RFC draft Idempotency-Key',
  },
  'route.unknown': { status: 404, zh: '没有这个地址', en: 'There is no such address' },
  'route.method': {
    status: 405,
    zh: '这个地址不接受此方法，可用：{allow}',
    en: 'This address does not take that method; allowed: {allow}',
    law: 'RFC 9110 §15.5.6',
  },
  'rate.limited': {
    status: 429,
    zh: '请求过于频繁，请稍后再试',
    en: 'Too many requests; try again shortly',
    law: 'RFC 6585 §4',
  },
  'session.missing': {
    status: 401,
    zh: '请先登录：需要Authorization: Bearer令牌',
    en: 'Sign in first: an Authorization: Bearer token is needed',
    law: 'RFC 6750 §3',
  },
  'session.invalid': {
    status: 401,
    zh: '令牌无效，请重新登录',
    en: 'The token is not valid; sign in again',
    law: 'RFC 6750 §3.1',
  },
  'session.expired': {
    status: 401,
    zh: '登录已过期，请重新登录',
    en: 'The session has expired; sign in again',
    law: 'RFC 6750 §3.1',
  },
  'session.revoked': {
    status: 401,
    zh: '登录已被撤销或者已注销，请重新登录',
    en: 'The session was ended or revoked; sign in again',
    law: 'RFC 7662 §2.2',
  },
  'session.claims-missing': {
    status: 403,
    zh: '令牌没有载明单位或者角色，请联系管理员',
    en: 'The token names no unit or no roles; ask an administrator',
  },
  'session.no-office': {
    status: 403,
    zh: '令牌载明的单位和角色，此人均未登记任职',
    en: 'This person holds no office in the unit and roles that the token names',
    law: 'DOMAIN §4.1',
  },
  'session.issuer-unavailable': {
    status: 503,
    zh: '身份认证服务暂不可用，请稍后重试',
    en: 'The identity provider is unavailable for the moment; try again shortly',
  },
  'session.unknown-person': {
    status: 403,
    zh: '没有登记此人，或者其账号已停用',
    en: 'This person is not registered, or the account is disabled',
    law: 'DOMAIN §4.1',
  },
  'operations.sysadmin-only': {
    status: 403,
    zh: '仅系统管理员可以使用运行维护功能',
    en: 'Operations are for the system administrator only',
    law: 'DOMAIN §4.1',
  },
  'operations.unknown-view': { status: 404, zh: '没有这个视图', en: 'There is no such view' },
  'operations.being-rebuilt': {
    status: 409,
    zh: '这个视图正在重建',
    en: 'This view is being rebuilt already',
  },
  'clock.backwards': {
    status: 409,
    zh: '演示时钟只能向前拨，现为{now}',
    en: 'The demonstration clock only goes forward; it stands at {now}',
  },
  'store.unavailable': {
    status: 503,
    zh: '存储暂不可用，请稍后重试',
    en: 'The store is unavailable for the moment; try again shortly',
  },
  'host.failed': {
    status: 500,
    zh: '系统内部错误，已记录',
    en: 'Something went wrong inside; it has been recorded',
  },
});
