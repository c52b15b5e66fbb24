import { defineQuery } from '@jiandu/eventing';
import { z } from 'zod';
import type { DisposalCardDoc } from '../views/disposal-card.ts';

/** Matters of lower units that wait in one's own unit for its gate, its review or its word to the body's superior. */
export const escalationsQuery = defineQuery({
  name: 'escalations',
  path: 'escalations',
  title: { zh: '下级院报请', en: 'Escalations from lower units' },
  input: z.strictObject({
    stage: z.enum(['waiting', 'accepted', 'decided', 'told']).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().optional() }),
  may: [
    { role: 'case_admin', relation: 'escalated' },
    { role: 'prosecutor', relation: 'escalated' },
    { role: 'line_superior', relation: 'escalated' },
    { role: 'chief', relation: 'escalated' },
  ],
  async answer({ stage, cursor, limit }, context) {
    const cards = context.collections<DisposalCardDoc>('disposition.disposalCard');
    const page = await cards.find({
      filter: stage === undefined ? {} : { escalation: stage },
      anyOf: context.visible,
      limit,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const items = page.items.map(({ id, unit, type, escalation, card }) => ({
      id,
      unit,
      type,
      stage: escalation,
      title: card.profile.title,
      supervisedBody: card.profile.supervisedBody,
      escalations: card.escalations,
    }));
    return { items, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});
