import { delegationId, localDate, matterType, personId, unitCode } from '@jiandu/contracts';
import { defineQuery, type Grant } from '@jiandu/eventing';
import { z } from 'zod';
import type { DelegationDoc } from '../views/delegations.ts';

const delegationAnswer = z.strictObject({
  id: delegationId,
  from: personId,
  fromRole: z.string(),
  to: personId,
  unit: unitCode,
  decisions: z.array(z.string()),
  types: z.array(matterType),
  validFrom: localDate,
  validUntil: localDate,
  document: z.string().nullable(),
  revokedOn: localDate.nullable(),
  inForce: z.boolean(),
});

const readers: readonly Grant[] = ['chief', 'deputy_chief', 'dept_head', 'case_admin', 'inspectorate'].map(
  (role) => ({ role, relation: 'unit' }),
);

/** The delegations of a unit, those in force first by their last day. */
export const delegationsQuery = defineQuery({
  name: 'delegations',
  path: 'units/:id/delegations',
  title: { zh: '授权一览', en: 'Delegations of a unit' },
  input: z.strictObject({ id: unitCode, cursor: z.string().max(500).optional() }),
  output: z.strictObject({ items: z.array(delegationAnswer), next: z.string().optional() }),
  may: readers,
  async answer({ id, cursor }, context) {
    const allowed = context.authorise({ unit: id });
    if ('refused' in allowed) return allowed;
    const { today } = context;
    const page = await context.collections<DelegationDoc>('registry.delegations').find({
      filter: { unit: id },
      sort: { field: 'validUntil', descending: true },
      limit: 100,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const items = page.items.map(({ document = null, decisions, types, ...doc }) => ({
      ...doc,
      decisions: [...decisions],
      types: [...types],
      document,
      inForce:
        doc.validFrom <= today &&
        today <= doc.validUntil &&
        (doc.revokedOn === null || today < doc.revokedOn),
    }));
    return { items, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});
