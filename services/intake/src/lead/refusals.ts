import { personUnknown } from '@jiandu/access';
import type { RefusalRegister } from '@jiandu/eventing';

/** What a lead is refused for. */
export const leadRefusals = {
  'source.unknown': {
    status: 422,
    zh: '没有“{source}”这一线索来源',
    en: 'There is no source {source}',
    law: 'DOMAIN §2.1',
  },
  'person.unknown': personUnknown,
  'type.unknown': {
    status: 422,
    zh: '现行目录中没有事项类型{type}',
    en: 'The catalogue in force has no type {type}',
    law: 'DOMAIN §2.0',
  },
  'type.missing': {
    status: 422,
    zh: '受理前须确定事项类型',
    en: 'The type must be settled before the gate',
    law: 'DOMAIN §2.1',
  },
  'type.source-not-fitting': {
    status: 422,
    zh: '{type}类事项不能来自“{source}”',
    en: 'A matter of type {type} does not come from {source}',
    law: 'DOMAIN §2.0',
  },
  'subkind.unknown': {
    status: 422,
    zh: '{type}没有子类{subKind}',
    en: '{type} has no sub-kind {subKind}',
    law: 'S2 §557',
  },
  'department.not-competent': {
    status: 422,
    zh: '{department}不办理{type}类事项',
    en: '{department} does not handle matters of type {type}',
    law: 'S12 §18',
  },
  'period.reversed': {
    status: 422,
    zh: '日期先后颠倒：{until}早于{from}',
    en: 'The dates are the wrong way round: {until} lies before {from}',
    law: 'DOMAIN §7',
  },
  'secrecy.access-list-missing': {
    status: 422,
    zh: '专案须列明准入人员',
    en: 'A restricted thing needs the list of those who may see it',
    law: 'DOMAIN §4.5',
  },
  'lead.registered': {
    status: 409,
    zh: '该线索已经登记',
    en: 'The lead is registered already',
    law: 'S2 §157',
  },
  'lead.not-registered': {
    status: 409,
    zh: '线索尚未登记，须先登记、查重',
    en: 'The lead is not registered yet; it is registered and compared first',
    law: 'S2 §157-161',
  },
  'lead.ended': {
    status: 409,
    zh: '线索已了结（{status}），不能再办',
    en: 'The lead is dealt with ({status})',
    law: 'DOMAIN §3.2',
  },
  'lead.accepted': {
    status: 409,
    zh: '该线索已经受理',
    en: 'The lead is accepted already',
    law: 'DOMAIN §0.1 (6)',
  },
  'screening.done': {
    status: 409,
    zh: '该线索已经审查',
    en: 'The lead was screened already',
    law: 'S2 §161',
  },
  'screening.missing': {
    status: 409,
    zh: '控告、申诉、举报和移送的线索须先经审查，方可受理',
    en: 'Complaints, reports and transfers are screened before the gate',
    law: 'S2 §157-161',
  },
  'gate.not-yours': {
    status: 403,
    zh: '此来源的线索不由您的角色受理',
    en: 'Leads from this source are not accepted by your role',
    law: 'DOMAIN §0.1 (6), §2.1',
  },
  'merge.itself': {
    status: 422,
    zh: '线索不能并入自身',
    en: 'A lead does not merge into itself',
    law: 'S4 §27',
  },
  'merge.circular': {
    status: 409,
    zh: '两条线索不能互相并入',
    en: 'Two leads do not merge into each other',
    law: 'S4 §27',
  },
  'transfer.bounce': {
    status: 409,
    zh: '接收的移送线索不得退回或者再移送',
    en: 'A lead that was taken over is neither returned nor passed on',
    law: 'S4 §26',
  },
  'transfer.nowhere': {
    status: 422,
    zh: '须写明移送的检察院或者其他单位，二者择一，且不得为本院',
    en: 'Name the unit or the outside body it goes to, one of the two, and not the own unit',
    law: 'S2 §14; S4 §26',
  },
  'reporter.none': {
    status: 409,
    zh: '没有可供处理的举报人信息',
    en: 'No reporter is known here',
    law: 'DOMAIN §4.5',
  },
  'reporter.erased': {
    status: 409,
    zh: '举报人信息已经删除',
    en: 'The reporter was erased',
    law: 'PIPL §47',
  },
  'reporter.not-opened': {
    status: 403,
    zh: '查阅举报人信息须先说明理由，当日有效',
    en: 'Say first why you must know who the reporter is; it holds for that day',
    law: 'DOMAIN §4.2, §4.5',
  },
} as const satisfies RefusalRegister;
