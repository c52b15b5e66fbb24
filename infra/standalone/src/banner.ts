import type { Settings } from '@jiandu/host';

/** What somebody who has just started the house needs to know. */
export function banner(address: string, settings: Settings): string {
  const place = `数据 / data: ${settings.JIANDU_DATA}`;
  if (settings.JIANDU_MODE === 'production') return `Jiandu 监督  ${address}  ${place}`;
  return `
  Jiandu 监督  ${address}

  ⚠ 演示模式 / DEMO MODE: 无密码登录，时钟可调，仅限本机试用 / sign-in without passwords; never for real matters

  接口文档 / API   ${address}/docs
  就绪 / ready     ${address}/health/ready
  ${place}

  谁能登录 / who may sign in:   curl -s ${address}/v1/session/demo-staff
  例 / e.g. P-630103-han 线索受理员, P-630103-shi 案管, P-630103-li 检察官, P-630103-bai 检察长

  一试 / try, as pasted:
  TOKEN=$(curl -s ${address}/v1/session -H 'content-type: application/json' -d '{"person":"P-630103-bai"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/'); curl -s ${address}/v1/reporting/matters/CFS-630103-2025-00017 -H "authorization: Bearer $TOKEN"

  Ctrl-C 结束 / ends it; 再次 npm start 从原处继续 / npm start goes on where it was
`;
}
