import { defineTimer } from '@jiandu/eventing';
import type { BlockDoc } from '../views/duplicate-candidates.ts';

/** Tells both clerks of leads that look alike, each pair once. */
export const flagDuplicates = defineTimer({
  name: 'flagDuplicates',
  title: { zh: '自动查重', en: 'Flag duplicates' },
  async due(_today, collections, limit) {
    const blocks = collections<BlockDoc>('intake.duplicateCandidates');
    const { items } = await blocks.find({ filter: { waiting: true }, limit: Math.min(limit, 1000) });
    return items
      .flatMap(({ id: block, pending }) =>
        pending.map(({ lead, of, ofUnit, similarity, signs }) => ({
          command: 'intake.flagDuplicate',
          id: lead,
          input: { of, ofUnit, similarity, signs, block },
          once: `duplicate:${lead}:${of}`,
        })),
      )
      .slice(0, limit);
  },
});
