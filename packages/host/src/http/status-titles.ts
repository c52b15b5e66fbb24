import type { Bilingual } from '@jiandu/eventing';

const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权办理', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '方法不适用', en: 'Method not allowed' },
  408: { zh: '请求超时', en: 'Request timeout' },
  409: { zh: '与现状冲突', en: 'In conflict with the present state' },
  410: { zh: '已不存在', en: 'Gone' },
  412: { zh: '内容已更新', en: 'Changed meanwhile' },
  413: { zh: '请求过大', en: 'Content too large' },
  415: { zh: '格式不支持', en: 'Unsupported media type' },
  422: { zh: '不符合规则', en: 'Against the rules' },
  429: { zh: '请求过多', en: 'Too many requests' },
  500: { zh: '系统错误', en: 'Internal error' },
  503: { zh: '暂不可用', en: 'Unavailable' },
};

const OTHER: Bilingual = { zh: '未予办理', en: 'Refused' };

/** What kind of refusal a status is, in a few words. */
export function statusTitle(status: number): Bilingual {
  return TITLES[status] ?? OTHER;
}
