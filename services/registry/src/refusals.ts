import { defineRefusals } from '@jiandu/eventing';

/** Everything the registry says no to. */
export const { register: registryRefusals, refuse } = defineRefusals({
  'unit.unknown': {
    status: 422,
    zh: '没有代码为{unit}的检察院',
    en: 'There is no unit {unit}',
    law: 'DOMAIN §3.4',
  },
  'unit.closed': {
    status: 409,
    zh: '该院自{on}起已撤销',
    en: 'The unit was closed on {on}',
    law: 'DOMAIN §3.4',
  },
  'unit.own-superior': {
    status: 422,
    zh: '检察院不能以自己为上级院或者承接院',
    en: 'A unit is neither its own superior nor its own successor',
    law: 'S12 §10',
  },
  'period.reversed': {
    status: 422,
    zh: '日期先后颠倒：{until}早于{from}',
    en: 'The dates are the wrong way round: {until} lies before {from}',
    law: 'DOMAIN §4.3',
  },
  'role.unknown': {
    status: 422,
    zh: '没有“{role}”这一角色',
    en: 'There is no role {role}',
    law: 'DOMAIN §4.1',
  },
  'role.held': {
    status: 409,
    zh: '该人员在此期间已任{role}',
    en: 'The person holds {role} during that time already',
    law: 'DOMAIN §4.1',
  },
  'role.not-held': {
    status: 409,
    zh: '该人员在{on}并未任{role}',
    en: 'The person does not hold {role} on {on}',
    law: 'DOMAIN §4.1',
  },
  'person.belonging': {
    status: 422,
    zh: '本院人员填所在院，外部人员填联系院，二者只填其一',
    en: 'Give the own unit of staff or the host unit of an outsider, one of the two',
    law: 'DOMAIN §4.1',
  },
  'person.disabled': {
    status: 409,
    zh: '该人员自{on}起已停用',
    en: 'The person is disabled since {on}',
    law: 'DOMAIN §4.1',
  },
  'delegation.to-self': {
    status: 422,
    zh: '不能授权给自己',
    en: 'Nobody delegates to himself',
    law: 'S12 §29; DOMAIN §4.3',
  },
  'delegation.outside-unit': {
    status: 422,
    zh: '被授权人不是本院人员',
    en: 'The delegate holds no role in this unit',
    law: 'S12 §29; DOMAIN §4.3',
  },
  'delegation.passed-on': {
    status: 403,
    zh: '受委托行使的职权不得再委托，授权本身也不得委托',
    en: 'What was delegated is not delegated on, nor is the power to delegate',
    law: 'S12 §29; DOMAIN §4.3',
  },
  'delegation.revoked': {
    status: 409,
    zh: '该授权已自{on}起撤销',
    en: 'The delegation was revoked with effect of {on}',
    law: 'DOMAIN §4.3',
  },
  'version.not-held': {
    status: 422,
    zh: '本系统没有版本{version}，或者内容不一致，不能发布施行',
    en: 'This installation does not hold version {version}, or holds another content; it cannot be put in force',
    law: 'DOMAIN §0.1 (3)',
  },
  'delegation.expired': {
    status: 409,
    zh: '该授权已于{on}到期',
    en: 'The delegation ended on {on}',
    law: 'DOMAIN §4.3',
  },
});
