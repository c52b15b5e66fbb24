import type { RefusalRegister } from '@jiandu/eventing';

/** About advice, decisions, issues and printed numbers. */
export const decisions = {
  'conference.votes-exceed': {
    status: 422,
    zh: '表决票数{votes}多于出席人数{present}',
    en: 'There are {votes} votes but {present} present',
    law: 'DOMAIN §2.1',
  },
  'decision.report-missing': {
    status: 409,
    zh: '审查终结报告尚未提交，不得作出处理决定',
    en: 'The review report is not submitted; nothing may be decided',
    law: 'S2 §551; DOMAIN §5.2',
  },
  'decision.not-competent': {
    status: 403,
    zh: '“{kind}”须由{competent}决定',
    en: '“{kind}” is decided by {competent}',
    law: 'S2 §552, §561; S3 §15',
  },
  'decision.instruments-missing': {
    status: 422,
    zh: '决定制发文书的，须写明文书',
    en: 'A decision to issue instruments must name them',
    law: 'S2 §552',
  },
  'decision.instruments-unexpected': {
    status: 422,
    zh: '决定不采取监督措施的，不得列明文书',
    en: 'A decision to take no action cannot carry instruments',
    law: 'S2 §561',
  },
  'decision.issues-missing': {
    status: 422,
    zh: '文书须写明针对的问题',
    en: 'The instrument must name the issues it answers',
    law: 'S2 §624',
  },
  'committee.vote-missing': {
    status: 422,
    zh: '检察委员会决定须记录表决情况',
    en: 'A decision of the committee needs its vote on record',
    law: 'S7 §21',
  },
  'committee.no-quorum': {
    status: 409,
    zh: '全体委员{members}人，出席{present}人，未过半数',
    en: '{present} of {members} members were present: no quorum',
    law: 'S7 §8',
  },
  'committee.no-majority': {
    status: 409,
    zh: '同意{inFavour}票，未达到全体委员{members}人的过半数，应当报上一级院',
    en: '{inFavour} votes are no majority of all {members} members; it goes to the superior unit',
    law: 'S7 §21–22',
  },
  'issue.unknown': {
    status: 422,
    zh: '本事项没有问题{issue}',
    en: 'This matter has no issue {issue}',
    law: 'S2 §624',
  },
  'issue.settled': {
    status: 409,
    zh: '问题{issue}已经销号或者移送',
    en: 'Issue {issue} is closed or transferred',
    law: 'S2 §624',
  },
  'issue.not-covered': {
    status: 422,
    zh: '问题{issue}不在所列文书之内',
    en: 'Issue {issue} is in none of the instruments named',
    law: 'S2 §624',
  },
  'series.started-already': {
    status: 409,
    zh: '该文号系列已经开始编号，不得再接续',
    en: 'This series has begun; it can no longer be continued from paper',
    law: 'DOMAIN §3.1',
  },
  'series.other-name': {
    status: 422,
    zh: '文号系列{id}与所填单位、文种、年度不符',
    en: 'Series {id} is not that of the unit, kind and year given',
    law: 'DOMAIN §3.1',
  },
} as const satisfies RefusalRegister;
