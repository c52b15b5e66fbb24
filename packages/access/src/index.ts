import { authorise } from './authorise.ts';
import { emptyDirectory } from './directory.ts';
import { foldDirectory } from './fold-directory.ts';
import { accessRefusals } from './refusals.ts';
import { visibleFilters } from './visible-filters.ts';

export { authorise } from './authorise.ts';
export { DirectoryState, emptyDirectory } from './directory.ts';
export type { DelegationRecord, PersonRecord, UnitRecord } from './directory-entries.ts';
export { foldDirectory } from './fold-directory.ts';
export {
  isAllowed,
  type PermissionCell,
  permissionMatrix,
  relations,
  rolesIn,
} from './permission-matrix.ts';
export { accessRefusals, refuseAccess } from './refusals.ts';
export { type NamedStaff, personUnknown, rolesOn, staffMemberOn, staffOn } from './staff.ts';
export { refuseStateSecrets } from './state-secrets.ts';
export { visibilityFields, visibilityLists, visibleFilters } from './visible-filters.ts';

/** The rules of access in one value, as a host takes them. */
export const accessRules = {
  authorise,
  emptyDirectory,
  foldDirectory,
  visibleFilters,
  refusals: accessRefusals,
} as const;
