import type { Grant, Relation } from '@jiandu/eventing';

function grants(relation: Relation, ...roles: readonly string[]): readonly Grant[] {
  return roles.map((role) => ({ role, relation }));
}

/** Who reads a matter's page (DOMAIN §4.2, matter card). */
export const matterReaders: readonly Grant[] = [
  ...grants('own', 'prosecutor', 'assistant'),
  ...grants('unit', 'chief', 'deputy_chief', 'dept_head', 'case_admin', 'clerk', 'lead_clerk', 'reviewer'),
  ...grants('escalated', 'prosecutor', 'dept_head', 'chief', 'case_admin'),
  ...grants('shared', 'prosecutor', 'dept_head', 'chief', 'case_admin'),
  ...grants('above', 'line_superior', 'chief_superior'),
];

/** Those who check what was done and when, and do not see what it said (DOMAIN §4.1, auditor). */
export const auditors: readonly Grant[] = [
  ...grants('unit', 'auditor', 'auditadmin'),
  ...grants('above', 'auditor', 'auditadmin'),
];
const AUDITORS: ReadonlySet<string> = new Set(auditors.map(({ role }) => role));

/** Whether a role sees acts, people and times, but no content. */
export function seesNoContent(role: string): boolean {
  return AUDITORS.has(role);
}

/** Who reads the history of a matter. */
export const historyReaders: readonly Grant[] = [...matterReaders, ...auditors];

/** Who reads the deadline board (DOMAIN §4.2, deadlines and alarms). */
export const deadlineReaders: readonly Grant[] = [
  ...matterReaders,
  ...grants('unit', 'inspectorate'),
  ...grants('above', 'case_admin'),
];

/** Who reads rows of the ledgers (DOMAIN §4.2, ledgers and statistics). */
export const ledgerReaders: readonly Grant[] = [
  ...grants('own', 'prosecutor', 'assistant'),
  ...grants('unit', 'chief', 'deputy_chief', 'dept_head', 'case_admin', 'clerk'),
  ...grants('above', 'chief', 'case_admin', 'line_superior', 'chief_superior'),
  ...grants('escalated', 'case_admin', 'chief'),
];

/** Who reads numbers without names of matters. */
export const statisticsReaders: readonly Grant[] = [
  ...ledgerReaders,
  ...grants('unit', 'personnel', 'legal_policy', 'auditor'),
  ...grants('above', 'auditor'),
];

/** Who takes the feed: case administration and chiefs for their unit and below; auditors without content. */
export const feedReaders: readonly Grant[] = [
  ...grants('unit', 'case_admin', 'chief'),
  ...grants('above', 'case_admin', 'chief', 'line_superior', 'chief_superior'),
  ...grants('unit', 'auditor'),
  ...grants('above', 'auditor'),
];
