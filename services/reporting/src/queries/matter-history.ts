import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, shanghaiDate } from '@jiandu/eventing';
import { z } from 'zod';
import { historyReaders, seesNoContent } from '../grants.ts';
import { refuse } from '../refusals.ts';
import { openedReporterOn } from '../replay/as-reader-sees.ts';
import { eventsOfMatter } from '../replay/events-of-matter.ts';
import { historyEntry, historyEntryOf } from '../replay/history-entry.ts';
import { momentOf, momentText, wasRecorded } from '../replay/moment.ts';
import { pageAt } from '../replay/page-at.ts';
import { pageAnswer } from './matter/page-answer.ts';
import { showPage, withoutContent } from './matter/page-shown.ts';
import { seenMatter } from './matter/seen-matter.ts';

const history = z.strictObject({
  matter: matterNumber,
  items: z.array(historyEntry),
  next: z.string().optional().meta({ description: '下一页的 from / The next page begins here' }),
});
const then = z.strictObject({
  matter: matterNumber,
  at: z.string(),
  /** The newest event that was on record then. */
  position: z.int(),
  recordedAt: z.string(),
  page: pageAnswer,
});

/**
 * Replay: every event of a matter and of the lead it came from, in the order of the record; or, with `at`, the page
 * of the matter as it was seen then.
 */
export const matterHistoryQuery = defineQuery({
  name: 'matterHistory',
  path: 'matters/:id/history',
  title: { zh: '全程回放', en: 'History and replay' },
  input: z.strictObject({
    id: matterNumber,
    at: momentText.optional(),
    from: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .meta({ description: '自此位置起（含） / From this position on' }),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: z.union([history, then]),
  may: historyReaders,
  async answer({ id, at, from, limit }, context) {
    const seen = await seenMatter(id, context);
    if (isRefusal(seen)) return seen;
    const { actor } = seen;
    const events = await eventsOfMatter(seen.page, context.log, context.collections);
    const moment = at === undefined ? undefined : momentOf(at);
    if (at !== undefined && moment !== undefined) {
      const page = pageAt(id, events, moment, context.event);
      const last = events.findLast((event) => wasRecorded(moment, event));
      if (page === undefined || last === undefined) return refuse('moment.before-matter', { at });
      const { recordedAt } = last.metadata;
      const shown = showPage(
        seesNoContent(actor.role) ? withoutContent(page) : page,
        shanghaiDate('instant' in moment ? moment.instant : recordedAt),
      );
      return { matter: id, at, position: last.position, recordedAt, page: shown };
    }
    const openedReporter = openedReporterOn(events, context.subject.person, context.today);
    const rest = events.filter(({ position }) => position >= from);
    const reader = { actor, openedReporter };
    const items = await Promise.all(
      rest
        .slice(0, limit)
        .map((event) => historyEntryOf(event, context.event(event.type), reader, context.unseal)),
    );
    const next = rest[limit]?.position;
    return { matter: id, items, ...(next === undefined ? {} : { next: String(next) }) };
  },
});
