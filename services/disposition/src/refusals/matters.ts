import { personUnknown } from '@jiandu/access';
import type { RefusalRegister } from '@jiandu/eventing';

/** About the matter as a whole, and who acts in it. */
export const matters = {
  'matter.not-filed': {
    status: 409,
    zh: '事项{id}尚未批准立案，不得监督处理',
    en: 'Matter {id} is not filed; nothing may be disposed of',
    law: 'DOMAIN §10 (1)',
  },
  'matter.already-open': {
    status: 409,
    zh: '事项{id}的监督处理已经启动',
    en: 'Disposal of matter {id} is open already',
    law: 'DOMAIN §3.2',
  },
  'person.unknown': personUnknown,
  'matter.concluded': {
    status: 409,
    zh: '事项已经办结（{phase}），不得再作此操作',
    en: 'The matter is done ({phase}); this is no longer possible',
    law: 'DOMAIN §3.2',
  },
  'matter.not-concluded': {
    status: 409,
    zh: '事项尚未办结，不得检查卷宗',
    en: 'The matter is not concluded; its dossier cannot be checked',
    law: 'DOMAIN §3.2',
  },
  'matter.terminated': {
    status: 409,
    zh: '事项已经终结，不得再作任何操作',
    en: 'The matter was terminated; nothing more may be done in it',
    law: 'DOMAIN §3.2',
  },
  'number.voided': {
    status: 409,
    zh: '该事项编号已作废',
    en: 'The number of this matter is void',
    law: 'DOMAIN §3.1',
  },
  'handler.suspended': {
    status: 403,
    zh: '您在回避决定作出前暂停参与本事项',
    en: 'You are suspended from this matter until the recusal is decided',
    law: 'S5 §14; S6 §15',
  },
  'approval.own-proposal': {
    status: 403,
    zh: '提出处理意见的人不得自己决定',
    en: 'Whoever made the proposal may not decide on it',
    law: 'DOMAIN §4.3; S7 §19',
  },
  'date.out-of-order': {
    status: 422,
    zh: '日期{date}早于{earliest}，事实不能发生在其前提之前',
    en: 'The date {date} lies before {earliest}; a fact cannot come before what it rests on',
    law: 'DOMAIN §2.12',
  },
} as const satisfies RefusalRegister;
