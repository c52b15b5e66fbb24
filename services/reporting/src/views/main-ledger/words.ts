/** What the codes of events are called in the ledgers. */
type Words = Readonly<Record<string, string>>;

export const ORIGINS: Words = {
  own_motion: '依职权',
  on_application: '依申请',
  transferred: '移送',
};
export const FUNCTIONS: Words = {
  criminal: '刑事检察',
  civil: '民事检察',
  administrative: '行政检察',
  public_interest: '公益诉讼检察',
};
export const TRACKS: Words = { case: '案件', task: '办事' };
export const DECIDERS: Words = {
  chief: '检察长',
  committee: '检委会',
  dept_head: '部门负责人',
};
export const ADOPTIONS: Words = {
  full: '采纳',
  partial: '部分采纳',
  refused_with_reason: '说明理由不采纳',
  refused: '不采纳',
  perfunctory: '敷衍回复',
  none: '未回复',
};
export const REMEDIES: Words = { upheld: '维持', amended: '变更', revoked: '撤销' };
export const RETENTIONS: Words = { permanent: '永久', long: '长期', short: '短期' };
export const LINES: Words = {
  criminal_prosecution: '刑事检察',
  penal_execution: '刑事执行检察',
  civil: '民事检察',
  administrative: '行政检察',
  public_interest: '公益诉讼检察',
};
export const BODY_KINDS: Words = {
  public_security: '公安机关',
  court: '人民法院',
  detention_house: '看守所',
  prison: '监狱',
  community_correction: '社区矫正机构',
  supervision_commission: '监察机关',
  procuratorate: '人民检察院',
  administrative: '行政机关',
  enterprise: '企业',
  other: '其他',
};

/** The word for a code; the code itself where there is none. */
export function said(words: Words, code: string | null | undefined): string | undefined {
  return code === null || code === undefined ? undefined : (words[code] ?? code);
}
