import type { Context, Decision, Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import { allOrRefusal } from './all-or-refusal.ts';
import type { DisposalFact } from './facts.ts';
import type { Disposal, DisposalState, InstrumentRecord } from './state.ts';
import { handlersOf } from './state.ts';

/** Decides on a disposal that exists. */
export type DecideOn<I> = (input: I, disposal: Disposal, context: Context) => Decision<DisposalFact>;

function ended(disposal: Disposal): Refusal | undefined {
  if (disposal.phase !== 'terminated') return undefined;
  return disposal.terminated === 'voided' ? refuse('number.voided') : refuse('matter.terminated');
}

function mayWrite(disposal: Disposal, { actor }: Context): Refusal | undefined {
  return disposal.suspended.includes(actor.person) ? refuse('handler.suspended') : undefined;
}

/** For acts of people while the matter is in hand: filed, not done, and not by somebody suspended from it. */
export function inHand<I>(decide: DecideOn<I>) {
  return (input: I, state: DisposalState, context: Context): Decision<DisposalFact> => {
    if (state === 'not-filed') return refuse('matter.not-filed', { id: context.id });
    const refusal = ended(state) ?? mayWrite(state, context);
    if (refusal !== undefined) return refusal;
    if (state.phase !== 'open') return refuse('matter.concluded', { phase: state.phase });
    return decide(input, state, context);
  };
}

/** For what comes after conclusion: dossier and archive. */
export function onceConcluded<I>(decide: DecideOn<I>) {
  return (input: I, state: DisposalState, context: Context): Decision<DisposalFact> => {
    if (state === 'not-filed') return refuse('matter.not-filed', { id: context.id });
    const refusal = ended(state) ?? mayWrite(state, context);
    if (refusal !== undefined) return refusal;
    if (state.phase === 'open') return refuse('matter.not-concluded');
    return decide(input, state, context);
  };
}

/** For what disposition learns from elsewhere: it is taken down whatever the phase, unless the matter is no more. */
export function ofFiled<I>(decide: DecideOn<I>) {
  return (input: I, state: DisposalState, context: Context): Decision<DisposalFact> => {
    if (state === 'not-filed') return refuse('matter.not-filed', { id: context.id });
    return ended(state) ?? decide(input, state, context);
  };
}

/** An instrument that is out and stands. */
export function standing(disposal: Disposal, ref: string): InstrumentRecord | Refusal {
  const instrument = disposal.instruments.get(ref);
  if (instrument === undefined) return refuse('instrument.unknown', { field: 'instrument', instrument: ref });
  if (instrument.revokedOn !== undefined) return refuse('instrument.revoked', { instrument: ref });
  if (instrument.issued === undefined) return refuse('instrument.not-issued', { instrument: ref });
  return instrument;
}

/** An instrument the body has. */
export function served(disposal: Disposal, ref: string): (InstrumentRecord & { servedOn: string }) | Refusal {
  const instrument = standing(disposal, ref);
  if (isRefusal(instrument)) return instrument;
  const { servedOn } = instrument;
  return servedOn === undefined
    ? refuse('instrument.not-served', { instrument: ref })
    : { ...instrument, servedOn };
}

/** Several instruments the body has, or the first reason why not. */
export function allServed(
  disposal: Disposal,
  refs: readonly string[],
): readonly (InstrumentRecord & { servedOn: string })[] | Refusal {
  return allOrRefusal(refs.map((ref) => served(disposal, ref)));
}

/** Refuses a date before the fact it rests on. */
export function notBefore(field: string, date: string, earliest: string): Refusal | undefined {
  return date < earliest ? refuse('date.out-of-order', { field, date, earliest }) : undefined;
}

/** Whoever handles the matter or wrote its report made the proposal, and decides nothing in it (DOMAIN §4.3). */
export function proposedBy(disposal: Disposal, person: string): boolean {
  return disposal.report?.author === person || handlersOf(disposal).includes(person);
}
