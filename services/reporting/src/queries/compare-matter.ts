import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { historyReaders, seesNoContent } from '../grants.ts';
import { differences } from '../replay/differences.ts';
import { eventsOfMatter } from '../replay/events-of-matter.ts';
import { momentOf, momentText } from '../replay/moment.ts';
import { pageAt } from '../replay/page-at.ts';
import type { MatterPage } from '../views/matter-page/shape.ts';
import { withoutContent } from './matter/page-shown.ts';
import { seenMatter } from './matter/seen-matter.ts';

/** What is compared: everything a reader sees, without the bookkeeping of the record itself. */
function compared(page: MatterPage | undefined, noContent: boolean): unknown {
  if (page === undefined) return {};
  const {
    standing: _standing,
    position: _position,
    revisions: _revisions,
    ...fields
  } = noContent ? withoutContent(page) : page;
  return fields;
}

/** Two moments of a matter, field by field. Before its first event every field is null. */
export const compareMatterQuery = defineQuery({
  name: 'compareMatter',
  path: 'matters/:id/compare',
  title: { zh: '两个时点对比', en: 'Compare two moments' },
  input: z.strictObject({ id: matterNumber, from: momentText, to: momentText }),
  output: z.strictObject({
    matter: matterNumber,
    from: z.string(),
    to: z.string(),
    differences: z
      .array(z.strictObject({ path: z.string(), before: z.unknown(), after: z.unknown() }))
      .readonly(),
  }),
  may: historyReaders,
  async answer({ id, from, to }, context) {
    const seen = await seenMatter(id, context);
    if (isRefusal(seen)) return seen;
    const events = await eventsOfMatter(seen.page, context.log, context.collections);
    const noContent = seesNoContent(seen.actor.role);
    const [before, after] = [from, to].map((text) => {
      const moment = momentOf(text);
      return compared(moment && pageAt(id, events, moment, context.event), noContent);
    });
    return { matter: id, from, to, differences: differences(before, after) };
  },
});
