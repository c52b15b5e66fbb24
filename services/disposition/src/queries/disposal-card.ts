import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import type { DisposalCardDoc } from '../views/disposal-card.ts';

const records = z.array(z.looseObject({}));

/** Where the disposition of one matter stands. Unknown and hidden look the same. */
export const disposalCardQuery = defineQuery({
  name: 'disposalCard',
  path: 'matters/:id',
  title: { zh: '监督处理卡', en: 'Disposal card of a matter' },
  input: z.strictObject({ id: matterNumber }),
  output: z.looseObject({
    id: matterNumber,
    etag: z.string(),
    phase: z.enum(['open', 'concluded', 'closed', 'archived', 'terminated']),
    escalatedTo: z.string().nullable(),
    instruments: records,
    replies: records,
    issues: records,
    escalations: records,
    decisions: records,
    openClocks: records,
  }),
  may: [
    { role: 'prosecutor', relation: 'own' },
    { role: 'assistant', relation: 'own' },
    { role: 'dept_head', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
    { role: 'committee', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
    { role: 'clerk', relation: 'unit' },
    { role: 'archivist', relation: 'unit' },
    { role: 'reviewer', relation: 'unit' },
    { role: 'case_admin', relation: 'escalated' },
    { role: 'prosecutor', relation: 'escalated' },
    { role: 'line_superior', relation: 'escalated' },
    { role: 'chief', relation: 'escalated' },
    { role: 'line_superior', relation: 'above' },
  ],
  async answer({ id }, context) {
    const doc = await context.collections<DisposalCardDoc>('disposition.disposalCard').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id: '-' });
    const { unit, type, department, secrecy, accessList, handlers, escalatedTo, revision, card } = doc;
    const allowed = context.authorise({
      unit,
      type,
      department,
      secrecy,
      accessList,
      handlers,
      ...(escalatedTo === null ? {} : { escalatedTo }),
    });
    if (isRefusal(allowed)) return allowed;
    const { instruments, replies, issues, escalations, decisions, openClocks, ...rest } = card;
    return {
      ...rest,
      id,
      etag: String(revision),
      escalatedTo,
      instruments: instruments.map((each) => ({ ...each })),
      replies: replies.map((each) => ({ ...each })),
      issues: issues.map((each) => ({ ...each })),
      escalations: escalations.map((each) => ({ ...each })),
      decisions: decisions.map((each) => ({ ...each })),
      openClocks: openClocks.map((each) => ({ ...each })),
    };
  },
});
