import { z } from 'zod';

function reference(pattern: RegExp, example: string, description: string) {
  return z
    .string()
    .regex(pattern, { error: `应形如 ${example} / Expected a form like ${example}` })
    .meta({ description, examples: [example] });
}

/** Code of a procuratorate, six digits. */
export const unitCode = reference(/^\d{6}$/, '630103', '检察院代码 / Code of the unit');

/** A member of staff, or an account of a supervised body: `P-630103-li`. */
export const personId = reference(/^P-[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, 'P-630103-li', '人员标识 / Person');

/** `G-…`, a written delegation. */
export const delegationId = reference(
  /^G-[A-Za-z0-9][A-Za-z0-9-]{0,59}$/,
  'G-630103-2025-1',
  '授权 / Delegation',
);

/** `L-{unit}-{year}-{8 characters}`. */
export const leadId = reference(/^L-\d{6}-\d{4}-[0-9A-Za-z]{5,16}$/, 'L-630103-2025-7K3M9Q2X', '线索 / Lead');

/** Three capital letters, such as `CFS`. */
export const matterType = reference(/^[A-Z]{3}$/, 'CFS', '事项类型 / Matter type');

/** `{TYPE}-{unit}-{year}-{5 digits}`. */
export const matterNumber = reference(
  /^[A-Z]{3}-\d{6}-\d{4}-\d{5}$/,
  'CFS-630103-2025-00017',
  '事项编号 / Matter',
);

/** An issue inside its matter. */
export const issueRef = reference(/^I-[1-9]\d{0,3}$/, 'I-4', '问题 / Issue');

/** An instrument inside its matter. */
export const instrumentRef = reference(/^D-[1-9]\d{0,3}$/, 'D-1', '文书 / Instrument');

/** A reply inside its matter. */
export const replyRef = reference(/^R-[1-9]\d{0,3}$/, 'R-1', '回复 / Reply');

/** A decision inside its matter. */
export const decisionRef = reference(/^DC-[1-9]\d{0,3}$/, 'DC-1', '决定 / Decision');

/** A verification measure inside its matter. */
export const measureRef = reference(/^M-[1-9]\d{0,3}$/, 'M-1', '措施 / Measure');

/** A review report inside its matter. */
export const reportRef = reference(/^RR-[1-9]\d{0,3}$/, 'RR-1', '审查报告 / Review report');

/** An excluded period inside its matter. */
export const exclusionRef = reference(/^X-[1-9]\d{0,3}$/, 'X-1', '不计入期间 / Excluded period');

/** A recusal procedure inside its matter. */
export const recusalRef = reference(/^RC-[1-9]\d{0,3}$/, 'RC-1', '回避程序 / Recusal');

/** An escalation inside its matter. */
export const escalationRef = reference(/^E-[1-9]\d{0,3}$/, 'E-1', '报请上级 / Escalation');

/** A flow-monitoring prompt or notice inside its matter. */
export const flowRef = reference(/^F-[1-9]\d{0,3}$/, 'F-1', '流程监控 / Flow monitoring');

/** The number printed on an instrument, with the brackets U+3014 and U+3015. */
export const printedNumber = reference(
  /^\p{Script=Han}{2,20}〔\d{4}〕[1-9]\d{0,5}号$/u,
  '城中检纠违〔2025〕3号',
  '文号 / Printed number',
);
