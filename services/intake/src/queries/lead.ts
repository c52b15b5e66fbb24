import { leadId } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import type { LeadDoc } from '../views/lead-pool.ts';
import { leadReaders } from './readers.ts';

/** One lead, with the number of its matter once it has one. */
export const leadQuery = defineQuery({
  name: 'lead',
  path: 'leads/:id',
  title: { zh: '线索', en: 'A lead' },
  input: z.strictObject({ id: leadId }),
  output: z.record(z.string(), z.unknown()),
  may: leadReaders,
  async answer({ id }, context) {
    const doc = await context.collections<LeadDoc>('intake.leadPool').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id });
    const { type, department, words: _words, escalatedTo: _escalated, ...shown } = doc;
    const allowed = context.authorise({
      ...shown,
      ...(type === null ? {} : { type }),
      ...(department === null ? {} : { department }),
    });
    return isRefusal(allowed) ? allowed : { ...shown, type, department, etag: String(doc.revision) };
  },
});
