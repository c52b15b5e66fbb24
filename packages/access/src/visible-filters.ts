import { canonicalJson, type Filter, type Grant, type LocalDate, type Subject } from '@jiandu/eventing';
import { heldCapacities } from './capacity.ts';
import type { DirectoryState } from './directory.ts';
import { filtersOfSecrecy } from './secrecy.ts';
import { filterOfTie, fitsRole } from './ties.ts';

/**
 * Fields by which documents are kept to those who may see them. A view read under a grant declares those the grant
 * needs: `unit` (`unit`, `above`), `handlers` (`own`), `escalatedTo` (`escalated`), `sharedWith` (`shared`),
 * `department` (`above`, for roles held in a department), and always `secrecy` and `accessList`.
 */
export const visibilityFields: readonly string[] = ['unit', 'escalatedTo', 'department', 'secrecy'];
/** Those of them that hold lists. */
export const visibilityLists: readonly string[] = ['handlers', 'sharedWith', 'accessList'];

/**
 * What somebody may read, as filters any of which must hold; none at all when nothing may be read. They let through
 * exactly the documents that `authorise` would let through one by one. Lent roles are for decisions and open no lists.
 */
export function visibleFilters(
  subject: Subject,
  grants: readonly Grant[],
  today: LocalDate,
  directory: DirectoryState,
): readonly Filter[] {
  const ties = grants.flatMap((grant) =>
    heldCapacities(subject, today)
      .filter((each) => fitsRole(grant, each))
      .map((each) => filterOfTie(grant, each, subject.person, directory))
      .filter((tie) => tie !== undefined),
  );
  const different = new Map(ties.map((tie) => [canonicalJson(tie), tie]));
  return [...different.values()].flatMap((tie) =>
    filtersOfSecrecy(subject.person).map((secrecy) => ({ ...tie, ...secrecy })),
  );
}
