import type { Grant } from '@jiandu/eventing';

/** The system administrator of the province, for its own and all units below it (DOMAIN §4.1). */
export const systemAdministrator: readonly Grant[] = [
  { role: 'sysadmin', relation: 'unit' },
  { role: 'sysadmin', relation: 'above' },
];

/** Everybody signed in: the organisation and the catalogue are no secret within the house (DOMAIN §4.2). */
export const everybody: readonly Grant[] = [{ role: '*', relation: 'anyone' }];
