import type { StartedClock } from '@jiandu/clocks';

export const IAS = 'IAS-630202-2025-00009';
export const CIR = 'CIR-632800-2025-00003';
export const CFS = 'CFS-630103-2025-00017';

export const police = { name: '乐都公安分局', kind: 'public_security' };

/** What is known of a matter from its acceptance on. */
export function profile(type: string, unit: string, more: object = {}) {
  return {
    type,
    unit,
    lead: `L-${unit}-2025-7K3M9Q2X`,
    title: '讯问未录音录像',
    track: 'case',
    procedure: 'full',
    function: 'criminal',
    line: 'criminal_prosecution',
    department: 'criminal_prosecution',
    supervisedBody: police,
    clause: '《刑事诉讼法》第一百二十三条',
    custody: false,
    complainant: false,
    secrecy: 'internal',
    ...more,
  };
}

/** Where a matter came from. */
export function provenance(more: object = {}) {
  return {
    source: 'own_case',
    origin: 'own_motion',
    discoveredOn: '2025-04-08',
    discoverers: [{ person: 'P-630202-ye', name: '冶某' }],
    ...more,
  };
}

/** A clock as an event starts it. */
export function clock(id: string, subject: string, start: string, due: string): StartedClock {
  return { clock: id, subject, start, due, provisional: false, calendar: 'cn-2025.1' };
}

/** An instrument as a decision orders it. */
export function order(instrument: string, kind: string, title: string, issues: readonly string[] = []) {
  return { instrument, kind, title, addressee: police, issues, severity: 'ordinary' };
}
