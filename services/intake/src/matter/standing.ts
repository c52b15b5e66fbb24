import { type MatterType, matterType } from '@jiandu/catalogue';
import type { Context, Refusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import type { MatterState, Opening } from './state.ts';

/** Refuses a number that is void, and whoever is suspended or must stay away: they write nothing here (DOMAIN §10 (5)). */
export function refuseStanding(state: MatterState, { id, actor }: Context): Refusal | undefined {
  if (state.status === 'voided') return refuse('number.void', { matter: id });
  const { person } = actor;
  if (state.suspended.includes(person)) return refuse('handler.suspended');
  if (state.away.includes(person)) return refuse('handler.conflicted', { person });
  return undefined;
}

/** What is needed to go on with a matter that is accepted and not filed yet. */
export interface Unfiled {
  readonly opening: Opening;
  readonly type: MatterType;
}

/** The matter as it stands before filing, or why it is no longer there. */
export function unfiled(state: MatterState, context: Context): Unfiled | Refusal {
  const { opening, status } = state;
  const standing = refuseStanding(state, context);
  if (standing !== undefined) return standing;
  if (status === 'filed') return refuse('matter.filed');
  if (status !== 'accepted' || opening === undefined) return refuse('matter.ended', { status });
  const code = opening.profile.type;
  const type = matterType(context.directory.catalogueVersion, code);
  return type === undefined ? refuse('type.unknown', { type: code }) : { opening, type };
}

/** The matter while it goes on, before or after filing, whoever asks: also where the asker has just had to leave it. */
export function ongoing({ opening, status }: MatterState): { readonly opening: Opening } | Refusal {
  if (opening === undefined || (status !== 'accepted' && status !== 'filed'))
    return refuse('matter.ended', { status });
  return { opening };
}

/** The matter while somebody works on it who may. */
export function alive(state: MatterState, context: Context): { readonly opening: Opening } | Refusal {
  return refuseStanding(state, context) ?? ongoing(state);
}
