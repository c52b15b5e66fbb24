import type { Collections, LogReader, Recorded } from '@jiandu/eventing';
import { streamOf } from '@jiandu/eventing';
import { streamsOfMatter } from '../matter-events.ts';
import type { DeadlineDoc } from '../views/deadline-board/deadline-board.ts';
import type { MatterPage } from '../views/matter-page/shape.ts';

/** Clocks of one matter and its lead; more is not possible in a life. */
const MOST_CLOCKS = 1000;

/** Every event about a matter and the lead it came from, in the order of the record. */
export async function eventsOfMatter(
  page: MatterPage,
  log: LogReader,
  collections: Collections,
): Promise<readonly Recorded[]> {
  const lead = page.card?.lead;
  const keys = lead === undefined ? [page.id] : [page.id, lead];
  const { items } = await collections<DeadlineDoc>('reporting.deadlineBoard').find({
    filter: { key: { in: keys } },
    limit: MOST_CLOCKS,
  });
  const streams = [
    ...(lead === undefined ? [] : [streamOf('intake.lead', lead)]),
    ...streamsOfMatter(page.id),
    ...new Set(items.flatMap(({ timers }) => timers)),
  ];
  const lists = await Promise.all(streams.map((stream) => log.readStream(stream)));
  return lists.flat().sort((a, b) => a.position - b.position);
}
