import { qinghaiUnits } from '@jiandu/catalogue';

/** The unit that stands above all others; catalogue versions and calendars are its business (DOMAIN §4.2). */
export const provinceUnit: string = qinghaiUnits.find((unit) => unit.parent === undefined)?.code ?? '';
