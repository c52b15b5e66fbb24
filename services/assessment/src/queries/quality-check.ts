import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import { type QualityCheckDoc, qualityCheckCard } from '../views/quality-checks.ts';
import { readers } from './readers.ts';

/** The quality check of one matter. */
export const qualityCheckQuery = defineQuery({
  name: 'qualityCheck',
  path: 'quality-checks/:id',
  title: { zh: '查看质量检查', en: 'Quality check of a matter' },
  input: z.strictObject({ id: matterNumber }),
  output: qualityCheckCard.extend({ etag: z.string() }),
  may: readers,
  async answer({ id }, { authorise, collections }) {
    const doc = await collections<QualityCheckDoc>('assessment.qualityChecks').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id });
    const actor = authorise(doc);
    if (isRefusal(actor)) return actor;
    return { ...doc.card, etag: String(doc.card.revision) };
  },
});
