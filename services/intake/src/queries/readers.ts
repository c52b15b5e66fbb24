import type { Grant } from '@jiandu/eventing';

/** Who reads leads (DOMAIN §4.2): the window and the gate, those it belongs to, the heads, and the line above. */
export const leadReaders: readonly Grant[] = [
  { role: 'lead_clerk', relation: 'unit' },
  { role: 'clerk', relation: 'unit' },
  { role: 'case_admin', relation: 'unit' },
  { role: 'dept_head', relation: 'unit' },
  { role: 'chief', relation: 'unit' },
  { role: 'prosecutor', relation: 'own' },
  { role: 'assistant', relation: 'own' },
  { role: 'line_superior', relation: 'above' },
];

/** Who reads the card of a matter (DOMAIN §4.2). */
export const matterReaders: readonly Grant[] = [
  ...leadReaders,
  { role: 'deputy_chief', relation: 'unit' },
  { role: 'case_admin', relation: 'escalated' },
];

/** Who may know a reporter, once the reason is on record (DOMAIN §4.2). */
export const reporterReaders: readonly Grant[] = [
  { role: 'lead_clerk', relation: 'unit' },
  { role: 'case_admin', relation: 'unit' },
  { role: 'chief', relation: 'unit' },
  { role: 'prosecutor', relation: 'own' },
];

/** Who checks the registers of numbers. */
export const seriesReaders: readonly Grant[] = [
  { role: 'case_admin', relation: 'unit' },
  { role: 'chief', relation: 'unit' },
  { role: 'dept_head', relation: 'unit' },
  { role: 'case_admin', relation: 'above' },
  { role: 'auditor', relation: 'above' },
  { role: 'auditor', relation: 'unit' },
];
