import type { RefusalEntry } from '@jiandu/eventing';

/** Why a due date does not move; `clock.…` carries the sentence of the clock engine. */
export const ofPeriods = {
  'clock.not-running': {
    status: 409,
    zh: '本环节没有正在计算的期限{clock}（{subject}）',
    en: 'No clock {clock} runs for {subject} here',
    law: 'DOMAIN §2.11',
  },
  'clock.simple-procedure': {
    status: 409,
    zh: '简易程序不得延长期限',
    en: 'In simple procedure no period is extended',
    law: 'S6 §79; DOMAIN §2.10a',
  },
  'clock.extension-not-provided': { status: 409, zh: '{zh}', en: '{en}', law: 'DOMAIN §2.11' },
  'clock.extension-too-long': { status: 422, zh: '{zh}', en: '{en}', law: 'DOMAIN §2.11' },
  'clock.extension-used': { status: 409, zh: '{zh}', en: '{en}', law: 'DOMAIN §2.11' },
  'clock.exclusion-not-provided': { status: 409, zh: '{zh}', en: '{en}', law: 'S5 §52; S6 §56' },
  'clock.exclusion-outside': { status: 422, zh: '{zh}', en: '{en}', law: 'S5 §52; DOMAIN §2.12(5)' },
  'clock.recorded-late': { status: 409, zh: '{zh}', en: '{en}', law: 'DOMAIN §2.12(4)-(5)' },
  'clock.would-shorten': { status: 422, zh: '{zh}', en: '{en}', law: 'DOMAIN §2.12(5)' },
  'clock.fixed-not-shorter': { status: 422, zh: '{zh}', en: '{en}', law: 'S2 §624; DOMAIN §2.12(7)' },
  'exclusion.unknown': {
    status: 422,
    zh: '没有正在进行的不计入期间{exclusion}',
    en: 'There is no open excluded period {exclusion}',
  },
  'exclusion.open': {
    status: 409,
    zh: '该期限已有正在进行的不计入期间{exclusion}',
    en: 'The excluded period {exclusion} of this clock is still open',
    law: 'DOMAIN §2.12(5)',
  },
} as const satisfies Readonly<Record<string, RefusalEntry>>;
