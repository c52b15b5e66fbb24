import { defineRefusals } from '@jiandu/eventing';

/** Why somebody may not do or see something. */
export const { register: accessRefusals, refuse: refuseAccess } = defineRefusals({
  'access.denied': {
    status: 403,
    zh: '您的角色无权办理此事（{action}）',
    en: 'Your role may not do this ({action})',
    law: 'DOMAIN §4.2',
  },
  'access.other-unit': {
    status: 403,
    zh: '此事属于 {unit} 院，您的角色不及于该院',
    en: 'This belongs to unit {unit}, where your role does not reach',
    law: 'DOMAIN §4.2',
  },
  'access.not-handler': {
    status: 403,
    zh: '此事只能由本事项的承办人员办理',
    en: 'Only those assigned to this matter may do this',
    law: 'DOMAIN §4.2',
  },
  'access.delegation-needed': {
    status: 403,
    zh: '行使此项职权须有检察长的书面授权，且在有效期内、属于授权的事项',
    en: 'This needs a written delegation that is valid today and covers this decision and type',
    law: 'S12 §29; S2 §4; DOMAIN §4.3',
  },
  'secrecy.state-secret': {
    status: 422,
    zh: '国家秘密不得录入本系统；提交的内容没有保存，也没有留下记录。请线下办理，只登记存根',
    en: 'State secrets must not be entered here; nothing of this was stored or logged. Handle it offline and keep only a stub',
    law: '保密法 §17',
  },
  // Looks exactly like a thing that does not exist: even its existence is not to be learned.
  'access.restricted': {
    status: 404,
    zh: '没有找到',
    en: 'Not found',
    law: 'DOMAIN §4.5',
  },
});
