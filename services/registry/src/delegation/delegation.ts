import {
  type DelegationGranted,
  type DelegationRevoked,
  delegationGranted,
  localDate,
  longText,
} from '@jiandu/contracts';
import { commandsOf, contentHash, defineAggregate, type Grant } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';

type DelegationFact = DelegationGranted | DelegationRevoked;

interface DelegationState {
  readonly unit: string;
  readonly validUntil: string;
  readonly revokedOn?: string;
}

const unknownDelegation: DelegationState = { unit: '', validUntil: '' };

function evolve(state: DelegationState, event: DelegationFact): DelegationState {
  switch (event.type) {
    case 'DelegationGranted':
      return { unit: event.data.unit, validUntil: event.data.validUntil };
    case 'DelegationRevoked':
      return { ...state, revokedOn: event.data.on };
  }
}

const command = commandsOf<DelegationState, DelegationFact>();
const chief: readonly Grant[] = [{ role: 'chief', relation: 'unit' }];
const powerToDelegate = new Set(['registry.grantDelegation', 'registry.revokeDelegation']);

/** The chief lets others take his decisions, in writing and for a time (S12 §29). */
export const grantDelegation = command({
  title: { zh: '授权', en: 'Delegate decisions' },
  law: ['S12 §29', 'S2 §4', 'DOMAIN §4.3'],
  input: delegationGranted.schema.omit({ delegation: true, from: true, fromRole: true }),
  may: chief,
  creates: ({ unit }) => ({ unit }),
  decide(input, _state, { id, actor, directory }) {
    const { to, unit, validFrom, validUntil, decisions } = input;
    if (actor.onBehalfOf !== undefined || decisions.some((each) => powerToDelegate.has(each))) {
      return refuse('delegation.passed-on', { field: 'decisions' });
    }
    if (to === actor.person) return refuse('delegation.to-self', { field: 'to' });
    const delegate = directory.person(to);
    if (delegate === undefined || !delegate.roles.some((role) => role.unit === unit)) {
      return refuse('delegation.outside-unit', { field: 'to' });
    }
    if (validUntil < validFrom) {
      return refuse('period.reversed', { field: 'validUntil', from: validFrom, until: validUntil });
    }
    const from = { from: actor.person, fromRole: 'chief' };
    return [{ type: 'DelegationGranted', data: { ...input, ...from, delegation: id } }];
  },
});

export const revokeDelegation = command({
  title: { zh: '撤销授权', en: 'Revoke a delegation' },
  law: ['S12 §29', 'DOMAIN §4.3'],
  input: z.strictObject({ on: localDate.optional(), reason: longText }),
  may: chief,
  decide({ on, reason }, state, { id, today }) {
    if (state.revokedOn !== undefined) return refuse('delegation.revoked', { on: state.revokedOn });
    if (state.validUntil < today) return refuse('delegation.expired', { on: state.validUntil });
    return [{ type: 'DelegationRevoked', data: { delegation: id, on: on ?? today, reason }, reason }];
  },
});

/** A written delegation of decisions: who, to whom, which, from when until when (DOMAIN §4.3). */
export const delegation = defineAggregate({
  name: 'delegation',
  route: 'delegations',
  title: { zh: '授权书', en: 'Delegation' },
  initial: unknownDelegation,
  evolve,
  resource: ({ unit }) => ({ unit }),
  newId: ({ commandId, input, today }) =>
    `G-${(input as { unit: string }).unit}-${today.slice(0, 4)}-${contentHash(commandId).slice(0, 10)}`,
  commands: { grantDelegation, revokeDelegation },
});
