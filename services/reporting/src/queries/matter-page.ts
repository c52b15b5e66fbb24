import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { matterReaders } from '../grants.ts';
import { pageAnswer } from './matter/page-answer.ts';
import { showPage } from './matter/page-shown.ts';
import { seenMatter } from './matter/seen-matter.ts';

/** Everything about one matter on one page; each clock with the steps that explain it. */
export const matterPageQuery = defineQuery({
  name: 'matterPage',
  path: 'matters/:id',
  title: { zh: '事项页', en: 'Matter page' },
  input: z.strictObject({ id: matterNumber }),
  output: pageAnswer,
  may: matterReaders,
  async answer({ id }, context) {
    const seen = await seenMatter(id, context);
    return isRefusal(seen) ? seen : showPage(seen.page, context.today);
  },
});
