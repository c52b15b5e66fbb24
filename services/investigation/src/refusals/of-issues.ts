import type { RefusalEntry } from '@jiandu/eventing';

/** Why an issue is not found or closed as asked. */
export const ofIssues = {
  'issue.unknown': { status: 422, zh: '没有此问题：{issue}', en: 'There is no such issue: {issue}' },
  'issue.named-twice': {
    status: 422,
    zh: '同一问题重复列出：{issue}',
    en: 'The same issue is named twice: {issue}',
  },
  'issue.not-tracked': {
    status: 409,
    zh: '{type}类事项不登记问题清单',
    en: 'Matters of type {type} keep no list of issues',
    law: 'DOMAIN §2.6',
  },
  'issue.response-unfit': {
    status: 422,
    zh: '{grade}问题应当以{response}处理（{law}）',
    en: 'A finding of grade {grade} is answered by {response} ({law})',
    law: 'S2 §552, §624',
  },
  'issue.oral-record-missing': {
    status: 422,
    zh: '口头纠正应当记明内容和对象',
    en: 'An oral correction must be recorded: to whom and what',
    law: 'S2 §552, §624(1)',
  },
  'issue.oral-record-unfit': {
    status: 422,
    zh: '只有口头纠正才记录口头纠正内容',
    en: 'Only a finding corrected by word of mouth has such a record',
    law: 'S2 §624(1)',
  },
  'issue.oral-date-unfit': {
    status: 422,
    zh: '口头纠正日期{date}应在发现之日至今天之间',
    en: 'The oral correction of {date} must lie between the finding and today',
    law: 'S2 §624(1)',
  },
  'issue.facts-belong-to-lead': {
    status: 422,
    zh: '犯罪线索的事实随线索另行管理，不在本事项记载',
    en: 'The facts of a criminal lead are kept with the lead, not in this matter',
    law: 'DOMAIN §4.5',
  },
  'issue.before-on-site': {
    status: 422,
    zh: '现场检察尚未开始，不得登记问题',
    en: 'On-site work has not begun; no issue can have been found',
    law: 'S2 §622; DOMAIN §2.6',
  },
  'issue.closed': {
    status: 409,
    zh: '{issue}已销号',
    en: '{issue} is off the list already',
  },
  'issue.closed-before-found': {
    status: 422,
    zh: '{issue}的销号日期不得早于发现日期{foundOn}',
    en: '{issue} cannot be closed before it was found on {foundOn}',
  },
  'issue.recheck-single-person': {
    status: 422,
    zh: '{issue}应当由两人以上复核后销号',
    en: '{issue} must be checked again by two persons before it is closed',
    law: 'S2 §624; DOMAIN §2.6',
  },
  'issue.written-correction-due': {
    status: 409,
    zh: '{issue}口头纠正已满期（{due}）未改，应当书面纠正',
    en: '{issue} was not corrected by {due}; a written correction must follow',
    law: 'S2 §624(2)',
  },
  'issue.instrument-missing': {
    status: 409,
    zh: '{issue}没有对应的监督文书',
    en: 'No instrument speaks to {issue}',
    law: 'S2 §624; DOMAIN §2.6',
  },
  'issue.correction-unconfirmed': {
    status: 409,
    zh: '{issue}的整改尚未确认',
    en: 'Nobody has confirmed that {issue} was put right',
    law: 'S2 §624; DOMAIN §5.1 R-10',
  },
  'issue.instrument-stands': {
    status: 409,
    zh: '{issue}已制发监督文书，不能以不成立销号',
    en: 'An instrument speaks to {issue}; it cannot be closed as unfounded',
    law: 'S2 §554; S3 §23',
  },
  'issue.not-transferred': {
    status: 409,
    zh: '{issue}尚未移送',
    en: '{issue} has not been handed over',
    law: 'S2 §624; DOMAIN §2.3',
  },
  'issue.ends-as-transferred': {
    status: 409,
    zh: '{issue}是移送的问题，只能以移送销号',
    en: '{issue} is to be handed over and can only end as transferred',
    law: 'DOMAIN §2.3',
  },
} as const satisfies Readonly<Record<string, RefusalEntry>>;
