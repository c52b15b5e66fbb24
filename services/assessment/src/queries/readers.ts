import type { Grant } from '@jiandu/eventing';

/** Who reads quality checks (DOMAIN §4.2, row "quality grade"). */
export const readers: readonly Grant[] = [
  { role: 'prosecutor', relation: 'own' },
  { role: 'dept_head', relation: 'unit' },
  { role: 'chief', relation: 'unit' },
  { role: 'case_admin', relation: 'unit' },
  { role: 'reviewer', relation: 'unit' },
  { role: 'reviewer', relation: 'above' },
  { role: 'personnel', relation: 'unit' },
];
