import type { DelegationGranted, DelegationRevoked } from '@jiandu/contracts';
import { type Doc, defineView, fold } from '@jiandu/eventing';

/** A delegation as it was written, and whether it was taken back. */
export interface DelegationDoc extends Doc, Omit<DelegationGranted['data'], 'delegation'> {
  readonly revokedOn: string | null;
}

/** Who may decide for whom. */
export const delegations = defineView<DelegationDoc>({
  name: 'delegations',
  title: { zh: '授权一览', en: 'Delegations' },
  version: 1,
  from: ['registry'],
  fields: ['unit', 'from', 'to', 'validUntil'],
  folds: {
    DelegationGranted: fold<DelegationDoc, DelegationGranted['data']>(
      ({ data }) => data.delegation,
      (_doc, { data: { delegation, ...rest } }) => ({ id: delegation, ...rest, revokedOn: null }),
    ),
    DelegationRevoked: fold<DelegationDoc, DelegationRevoked['data']>(
      ({ data }) => data.delegation,
      (doc, { data }) => doc && { ...doc, revokedOn: data.on },
    ),
  },
});
