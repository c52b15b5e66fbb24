import type { EventStore } from '@jiandu/eventing';
import { services } from '../house/services.ts';
import { checkCommands, checkContents } from '../verifier/command-promises.ts';
import { checkEffects } from '../verifier/effect-promises.ts';
import type { Finding } from '../verifier/finding.ts';
import type { LogRow } from '../verifier/log-file.ts';
import { checkAppends, checkStreams } from '../verifier/log-promises.ts';
import { checkNumbers } from '../verifier/number-promises.ts';
import { checkParked } from '../verifier/parked-promises.ts';
import { checkViews } from '../verifier/view-promises.ts';
import type { ApartHouse } from './apart-house.ts';
import { checkFeed } from './feed-promises.ts';

/** What was found when everything had settled. */
export interface ApartVerdict {
  readonly findings: readonly Finding[];
  readonly acknowledged: number;
  readonly lost: number;
  readonly events: number;
  readonly numbers: number;
  readonly effects: number;
  readonly viewsCompared: number;
  readonly documents: number;
  /** Messages in the topics, and how many of them repeat an earlier one. */
  readonly messages: number;
  readonly repeated: number;
}

const BATCH = 5_000;

/**
 * Judges a house that has settled, from its engines and from what its clients were told: acknowledged is recorded, effects are
 * there exactly once, every view equals a rebuild, the feed has no gap and each matter's order, nothing is parked.
 */
export async function judgeApart(apart: ApartHouse): Promise<ApartVerdict> {
  const [record, views] = [await apart.record(), await apart.views()];
  const rows = await readRecord(record);
  const { findings: ofCommands, acknowledged, lost } = checkCommands(rows, apart.book);
  const { findings: ofEffects, effects } = checkEffects(rows, () => Number.POSITIVE_INFINITY);
  const ofViews = await checkViews(rows, views);
  const feed = await checkFeed(rows, apart.house.servers.kafka.brokers);
  const names = services.map(({ name }) => name);
  return {
    findings: [
      ...checkStreams(rows),
      ...checkAppends(rows),
      ...checkContents(rows),
      ...ofCommands,
      ...checkNumbers(rows),
      ...ofEffects,
      ...(await checkParked(views, names)),
      ...ofViews.findings,
      ...feed.findings,
    ],
    acknowledged,
    lost,
    events: rows.length,
    numbers: rows.filter(({ type }) => type === 'MatterNumbered').length,
    effects,
    viewsCompared: ofViews.compared,
    documents: ofViews.documents,
    messages: feed.messages,
    repeated: feed.repeated,
  };
}

/** The whole record, with the position before each event in its stream as the reader works it out. */
async function readRecord(record: EventStore): Promise<readonly LogRow[]> {
  const newest = new Map<string, number>();
  const rows: LogRow[] = [];
  for (let after = 0; ; ) {
    const { events, upTo } = await record.readAll(after, BATCH);
    for (const event of events) {
      rows.push({ ...event, previous: newest.get(event.stream) ?? 0 });
      newest.set(event.stream, event.position);
    }
    if (events.length < BATCH) return rows;
    after = upTo;
  }
}
