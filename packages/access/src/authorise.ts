import type { Authorise, Refusal } from '@jiandu/eventing';
import { actorIn, type Capacity, heldCapacities, lentCapacities } from './capacity.ts';
import { refuseAccess } from './refusals.ts';
import { isLetThrough } from './secrecy.ts';
import { fitsRole, isTied } from './ties.ts';

type Request = Parameters<Authorise>[0];

/** The first grant, in the order of the declaration, that one of the capacities satisfies. */
function capacityFor(request: Request, capacities: readonly Capacity[]): Capacity | undefined {
  const { grants, subject, resource, directory } = request;
  for (const grant of grants) {
    const found = capacities.find(
      (each) => fitsRole(grant, each) && isTied(grant, each, subject.person, resource, directory),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The most telling reason: which condition would have to change. */
function reasonAgainst(request: Request, held: readonly Capacity[]): Refusal {
  const { grants, resource, action } = request;
  const fitting = grants.filter((grant) => held.some((each) => fitsRole(grant, each)));
  if (fitting.some(({ relation }) => relation === 'own'))
    return refuseAccess('access.not-handler', { action });
  if (fitting.length > 0) return refuseAccess('access.other-unit', { action, unit: resource.unit });
  const lendable = grants.some(({ role }) => role === 'chief');
  const deputy = held.some(({ role, unit }) => role === 'deputy_chief' && unit === resource.unit);
  return lendable && deputy
    ? refuseAccess('access.delegation-needed', { action })
    : refuseAccess('access.denied', { action });
}

/**
 * Decides whether somebody may do something, and as what. Nothing is allowed that no grant allows. A role of one's own
 * goes before one that is lent; timers and policies do not come here, so the tie `system` is nobody's.
 */
export const authorise: Authorise = (request) => {
  const { subject, resource, action, today, directory } = request;
  if (!isLetThrough(resource, subject.person)) return refuseAccess('access.restricted');
  const held = heldCapacities(subject, today);
  const own = capacityFor(request, held);
  if (own !== undefined) return actorIn(own, subject);
  const lent = capacityFor(
    request,
    lentCapacities(subject, { action, type: resource.type }, today, directory),
  );
  return lent !== undefined ? actorIn(lent, subject) : reasonAgainst(request, held);
};
