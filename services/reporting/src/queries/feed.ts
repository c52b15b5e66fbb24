import { unitCode } from '@jiandu/contracts';
import { defineQuery, isRefusal, type QueryContext, type Recorded } from '@jiandu/eventing';
import { z } from 'zod';
import { endingWithSource } from '../feed/ending-with-source.ts';
import { feedEvent, restrictedStub } from '../feed/feed-event.ts';
import { isRestricted } from '../feed/restricted.ts';
import { comment, OPENING, serverSent } from '../feed/server-sent.ts';
import { feedReaders, seesNoContent } from '../grants.ts';
import { refuse } from '../refusals.ts';

/** Events left out in a row before a comment says how far the stream has come. */
const SILENT_STRETCH = 500;
const BATCH = 500;

/** How a reader gets the events of each unit; asked once a unit. */
function reachOf(context: QueryContext) {
  const known = new Map<string, 'content' | 'acts' | 'nothing'>();
  return (unit: string) => {
    const before = known.get(unit);
    if (before !== undefined) return before;
    const actor = context.authorise({ unit });
    const reach = isRefusal(actor) ? 'nothing' : seesNoContent(actor.role) ? 'acts' : 'content';
    known.set(unit, reach);
    return reach;
  };
}

/** What is on record now, without waiting for more. */
async function* upToNow({ log }: QueryContext, after: number): AsyncIterable<Recorded> {
  const head = await log.head();
  let at = after;
  while (at < head) {
    const { events, upTo } = await log.readAll(at, BATCH);
    yield* events.filter(({ position }) => position <= head);
    if (upTo <= at) return;
    at = upTo;
  }
}

interface Wanted {
  readonly types: ReadonlySet<string> | undefined;
  readonly unit: string | undefined;
}

async function* tell(
  events: AsyncIterable<Recorded>,
  context: QueryContext,
  { types, unit }: Wanted,
): AsyncGenerator<string> {
  const reach = reachOf(context);
  let silent = 0;
  yield OPENING;
  for await (const event of events) {
    const { type, position, metadata } = event;
    const asked = (types?.has(type) ?? true) && (unit === undefined || unit === metadata.unit);
    const seen = asked ? reach(metadata.unit) : 'nothing';
    if (seen === 'nothing') {
      silent += 1;
      if (silent % SILENT_STRETCH === 0) yield comment(position);
      continue;
    }
    silent = 0;
    if (await isRestricted(event, context.collections)) {
      if (types === undefined) yield serverSent(position, 'restricted', restrictedStub(event));
    } else {
      yield serverSent(position, type, feedEvent(event, context.event(type), seen === 'content'));
    }
  }
}

/**
 * The event feed for analysts: server-sent CloudEvents 1.0 in log order, at least once, resumable by `Last-Event-ID`.
 * Personal data is never in it; of restricted matters there is only a stub.
 */
export const feedQuery = defineQuery({
  name: 'feed',
  path: 'feed',
  title: { zh: '事件流', en: 'Event feed' },
  input: z.strictObject({
    lastEventId: z.string().max(40).optional(),
    from: z.string().max(40).optional().meta({ description: '自此位置之后 / After this position' }),
    type: z.string().max(1000).optional().meta({ description: '事件类型，逗号分隔 / Types, by commas' }),
    unit: unitCode.optional(),
    live: z
      .enum(['true', 'false'])
      .default('true')
      .meta({ description: 'false：给出现有的即结束 / false: ends with what is there' }),
  }),
  output: z.string(),
  may: feedReaders,
  async answer({ lastEventId, from, type, unit, live }, context) {
    if (context.visible.length === 0) return refuse('feed.closed-to-role');
    const place = lastEventId ?? from ?? '0';
    if (!/^\d{1,15}$/.test(place)) {
      return refuse('feed.position-unknown', { field: lastEventId === undefined ? 'from' : 'lastEventId' });
    }
    const types = type === undefined ? undefined : new Set(type.split(',').map((each) => each.trim()));
    const after = Number(place);
    const source = live === 'true' ? context.log.follow(after) : upToNow(context, after);
    return {
      contentType: 'text/event-stream; charset=utf-8',
      body: endingWithSource(source, (events) => tell(events, context, { types, unit })),
    };
  },
});
