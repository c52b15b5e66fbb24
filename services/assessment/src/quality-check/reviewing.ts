import { addMonths } from '@jiandu/clocks';
import type { Context, Refusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import type { Layer, QualityCheck } from './state.ts';

/** Months for which a reviewer who left a department does not grade its matters (DOMAIN §4.1). */
const DISTANCE = 6;

const ORDER: readonly Layer[] = ['department', 'review', 'raised'];

/** Refuses a reviewer who is too near: own matter ever, own department now or in the last six months. */
export function refuseReviewer(
  { everHandled, profile }: QualityCheck,
  gradedOn: string,
  { actor, directory }: Context,
): Refusal | undefined {
  if (everHandled.includes(actor.person)) return refuse('reviewer.own-matter');
  const since = addMonths(gradedOn, -DISTANCE);
  const near = (directory.person(actor.person)?.roles ?? []).some(
    ({ unit, department, from, until }) =>
      unit === profile.unit &&
      department === profile.department &&
      from <= gradedOn &&
      (until === undefined || until >= since),
  );
  return near ? refuse('reviewer.own-department') : undefined;
}

/** Which layer grades: reviewers of the own unit, or of a unit above that raised the review (提级). */
export function layerOf({ profile }: QualityCheck, { actor }: Context): Layer {
  return actor.unit === profile.unit ? 'review' : 'raised';
}

/** Refuses a second grade of the same layer, and one below a layer that has spoken. */
export function refuseLayer({ layers }: QualityCheck, layer: Layer): Refusal | undefined {
  const spoken = layers.find((each) => ORDER.indexOf(each) >= ORDER.indexOf(layer));
  return spoken === undefined ? undefined : refuse('grade.given', { layer: spoken });
}
