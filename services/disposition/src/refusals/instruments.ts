import type { RefusalRegister } from '@jiandu/eventing';

/** About instruments and the time they give. */
export const instruments = {
  'instrument.kind-unknown': {
    status: 422,
    zh: '{type}类事项没有“{kind}”这种文书',
    en: 'Matters of type {type} know no instrument “{kind}”',
    law: 'DOMAIN §2.1',
  },
  'instrument.needs-decision': {
    status: 409,
    zh: '“{kind}”须经有权主体决定，承办人不得自行制发',
    en: '“{kind}” needs a competent decision; the handler may not issue it himself',
    law: 'S2 §552; DOMAIN §10 (2)',
  },
  'instrument.unknown': {
    status: 404,
    zh: '本事项没有文书{instrument}',
    en: 'This matter has no instrument {instrument}',
  },
  'instrument.not-issued': {
    status: 409,
    zh: '文书{instrument}尚未编号制发',
    en: 'Instrument {instrument} is not issued yet',
    law: 'S3 §7',
  },
  'instrument.other-number': {
    status: 409,
    zh: '文书{instrument}已有文号{printedNumber}',
    en: 'Instrument {instrument} carries {printedNumber} already',
    law: 'DOMAIN §3.1',
  },
  'instrument.served-already': {
    status: 409,
    zh: '文书{instrument}已经送达',
    en: 'Instrument {instrument} was served already',
    law: 'S2 §553',
  },
  'instrument.not-served': {
    status: 409,
    zh: '文书{instrument}尚未送达',
    en: 'Instrument {instrument} is not served yet',
    law: 'S2 §553',
  },
  'instrument.revoked': {
    status: 409,
    zh: '文书{instrument}已经撤销',
    en: 'Instrument {instrument} was revoked',
    law: 'S2 §554; S3 §22',
  },
  'instrument.filing-not-required': {
    status: 409,
    zh: '文书{instrument}不需要报上一级院备案',
    en: 'Instrument {instrument} need not be filed with the superior',
    law: 'S3 §21',
  },
  'instrument.filed-already': {
    status: 409,
    zh: '文书{instrument}已经备案',
    en: 'Instrument {instrument} is on file already',
    law: 'S3 §21',
  },
  'reply-date.fixed-by-law': {
    status: 422,
    zh: '“{kind}”的回复期限由规定确定，文书不得另定',
    en: 'The time to answer “{kind}” is set by rule; the instrument cannot set another',
    law: 'S2 §560, §563; DOMAIN §2.12 (7)',
  },
  'reply-date.not-after-service': {
    status: 422,
    zh: '载明的回复日期须在送达或者督促之日以后',
    en: 'A fixed last day must lie after service or urging',
    law: 'DOMAIN §2.12 (7)',
  },
  'reply-date.only-shorter': {
    status: 422,
    zh: '“{kind}”只能载明更短的回复期限',
    en: 'For “{kind}” only a shorter time may be fixed',
    law: 'S3 §19',
  },
} as const satisfies RefusalRegister;
