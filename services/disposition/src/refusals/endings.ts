import type { RefusalRegister } from '@jiandu/eventing';

/** About follow-up, conclusion and the dossier. */
export const endings = {
  'follow-up.too-early': {
    status: 409,
    zh: '{due}期满后方可催办',
    en: 'A reminder may be sent once the time to {due} is over',
    law: 'S2 §564',
  },
  'verification.two-persons': {
    status: 422,
    zh: '核实整改须由两名以上办案人员进行',
    en: 'Rectification is verified by two persons at least',
    law: 'S5 §69; S6 §65',
  },
  'verification.nothing-named': {
    status: 422,
    zh: '须写明核实的文书或者问题',
    en: 'Name the instruments or issues that were verified',
  },
  'conclusion.not-competent': {
    status: 403,
    zh: '{type}类事项由{competent}办结',
    en: 'Matters of type {type} are concluded by {competent}',
    law: 'DOMAIN §2.1',
  },
  'conclusion.report-missing': {
    status: 409,
    zh: '报告尚未提交，不得办结',
    en: 'The report is not submitted; the matter cannot be concluded',
    law: 'DOMAIN §2.1',
  },
  'conclusion.no-decision': {
    status: 409,
    zh: '尚未作出处理决定，不得办结',
    en: 'Nothing has been decided; the matter cannot be concluded',
    law: 'DOMAIN §2.1',
  },
  'conclusion.instrument-open': {
    status: 409,
    zh: '文书{instrument}尚未了结：未送达、未回复、未评价、未经审核或者未被采纳',
    en: 'Instrument {instrument} is open: not served, answered, assessed, confirmed or accepted',
    law: 'DOMAIN §2.1; §10 (3)',
  },
  'conclusion.not-visited': {
    status: 409,
    zh: '文书{instrument}属于严重情形，未经回访核实不得办结',
    en: 'Instrument {instrument} is of high severity and was never visited',
    law: 'DOMAIN §5.1 (R-10)',
  },
  'conclusion.issue-open': {
    status: 409,
    zh: '问题{issue}尚未销号',
    en: 'Issue {issue} is not closed',
    law: 'DOMAIN §2.1; §10 (6)',
  },
  'conclusion.escalation-open': {
    status: 409,
    zh: '{escalation}已报{superior}院，尚无审查结果',
    en: '{escalation} lies with unit {superior}, which has not decided yet',
    law: 'S2 §554; DOMAIN §10 (3)',
  },
  'conclusion.party-not-told': {
    status: 409,
    zh: '尚未告知当事人',
    en: 'The party concerned has not been told',
    law: 'S2 §552, §561',
  },
  'conclusion.decision-document-missing': {
    status: 409,
    zh: '尚未收到被监督单位对文书{instrument}的决定文书',
    en: 'The body’s decision on instrument {instrument} has not been received',
    law: 'S2 §563; DOMAIN §2.10a',
  },
  'conclusion.effect-missing': {
    status: 422,
    zh: '须附监督效果的证据，或者说明不能取得效果的理由',
    en: 'Give evidence of the effect, or the reason why none was to be had',
    law: 'DOMAIN §2.1',
  },
  'conclusion.result-unknown': {
    status: 422,
    zh: '{type}类事项没有“{result}”这种办理结果',
    en: 'Matters of type {type} know no result “{result}”',
    law: 'DOMAIN §2.6–2.9',
  },
  'dossier.self-check-missing': {
    status: 409,
    zh: '承办检察官尚未完成质量自查',
    en: 'The handler has not checked his own work yet',
    law: 'DOMAIN §5.3',
  },
  'dossier.incomplete': {
    status: 422,
    zh: '卷宗缺少：{missing}',
    en: 'The dossier lacks: {missing}',
    law: 'DOMAIN §2.1',
  },
  'dossier.not-checked': {
    status: 409,
    zh: '案管部门尚未检查卷宗，不得归档',
    en: 'Case administration has not checked the dossier; it cannot be archived',
    law: 'DOMAIN §3.2',
  },
} as const satisfies RefusalRegister;
