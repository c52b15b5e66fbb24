import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, openFeed, openKeyRing } from '@jiandu/adapters-embedded';
import type { EventStore, KeyRing } from '@jiandu/eventing';
import { overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';
import { Dice } from '../dice.ts';
import { furnish, openRoom, type Room } from '../house/room.ts';
import { Wire } from '../house/wire.ts';
import { within } from '../pause.ts';
import { Clients } from '../traffic/clients.ts';
import { CommandBook } from '../traffic/command-book.ts';
import { Desk } from '../traffic/desk.ts';
import { broken, type Finding } from '../verifier/finding.ts';
import { judgeRoom } from '../verifier/judge-room.ts';
import { type Disorder, DisorderedFeed } from './disordered-feed.ts';

/** What repeated and reordered delivery came to. */
export interface DeliveryFound {
  readonly disorder: Disorder;
  readonly events: number;
  readonly effects: number;
  readonly viewsCompared: number;
  /** Actions of worked matters played without a difference, of all. */
  readonly actionsDone: number;
  readonly actions: number;
  /** Views that came out otherwise because they need the log's order among several keys. */
  readonly needLogOrder: readonly string[];
  readonly findings: readonly Finding[];
}

export interface DeliverySettings {
  readonly seed: number;
  /** Whether events of different keys overtake each other, as between partitions of a broker. */
  readonly acrossKeys: boolean;
}

/**
 * Views whose documents gather events of several keys, and come out otherwise when these arrive in another order: the log's
 * own feed gives them its order, a feed that keeps order per key alone is not enough for them.
 */
const NEED_LOG_ORDER = ['intake.duplicateCandidates', 'intake.numberSeries'];

const BEGINS = '2025-02-28T10:00:00.000Z';
const LEADS = 60;
const PATIENCE_MS = 120_000;

/** Plays the worked matters in a house whose feed repeats, rewinds and shuffles; then catches up with them from nothing. */
export function playInDisorder(settings: DeliverySettings): Promise<DeliveryFound> {
  return inDisorder(settings, async (room) => {
    const played = await playTogether(workedMatters, overHttp(`http://127.0.0.1:${await room.listen()}`));
    const findings = played.flatMap(({ matter, differences }) =>
      differences.map((difference) => broken('matter.differs', `${matter.id}: ${difference}`)),
    );
    const actionsDone = played.reduce((sum, each) => sum + each.actionsDone, 0);
    const actions = played.reduce((sum, each) => sum + each.actions, 0);
    return { findings, actionsDone, actions };
  });
}

/** Lets clients walk many leads at once in such a house; then catches up with them from nothing. */
export function walkInDisorder(settings: DeliverySettings): Promise<DeliveryFound> {
  const { seed } = settings;
  return inDisorder(settings, async (room) => {
    const book = new CommandBook();
    const dice = new Dice(seed);
    const desk = new Desk({ book, dice, abandons: 0 });
    const wire = new Wire(await room.listen(), 20);
    desk.open(wire);
    const clients = new Clients({ desk, dice, clients: 16, thinks: 0, name: `disorder-${seed}-` });
    await within(PATIENCE_MS, 'walking leads', clients.leaveAfter(LEADS));
    desk.close();
    const findings = book.anomalies.map((anomaly) => broken('answer.unexpected', anomaly));
    return { findings, actionsDone: 0, actions: 0 };
  });
}

type Work = (room: Room) => Promise<Pick<DeliveryFound, 'findings' | 'actionsDone' | 'actions'>>;

async function inDisorder({ seed, acrossKeys }: DeliverySettings, work: Work): Promise<DeliveryFound> {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-disorder-'));
  const store = openEventStore({ file: join(place, 'log.db') });
  const keys = openKeyRing({ directory: join(place, 'keys'), masterKey: new Uint8Array(32) });
  try {
    const dice = new Dice(seed);
    const disordered = () => new DisorderedFeed(openFeed(store), dice.fork(), acrossKeys);
    return await workAndCatchUp({ disordered, store, keys, acrossKeys }, work);
  } finally {
    await keys.close();
    await store.close();
    rmSync(place, { recursive: true, force: true });
  }
}

interface Scene {
  readonly disordered: () => DisorderedFeed;
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly acrossKeys: boolean;
}

async function workAndCatchUp(scene: Scene, work: Work): Promise<DeliveryFound> {
  const { disordered, store, keys, acrossKeys } = scene;
  const live = disordered();
  const room = await openRoom({ store, feed: live, keys, clock: BEGINS });
  await furnish(room);
  const worked = await work(room);
  await room.settle();
  const judged = await judgeRoom(room, store);
  await room.close();

  const before = await store.head();
  const late = disordered();
  const other = await openRoom({ store, feed: late, keys, clock: BEGINS });
  await other.settle();
  const caughtUp = await judgeRoom(other, store);
  await other.close();
  const added = (await store.head()) - before;
  const { events, effects } = caughtUp;
  const found = [
    ...worked.findings,
    ...judged.findings,
    ...caughtUp.findings,
    ...(added === 0 ? [] : [broken('effect.twice', `catching up again added ${added} events`)]),
  ];
  const bound = acrossKeys ? found.filter(needsLogOrder) : [];
  return {
    disorder: sum(live.disorder, late.disorder),
    events,
    effects,
    viewsCompared: judged.viewsCompared + caughtUp.viewsCompared,
    ...worked,
    needLogOrder: [...new Set(bound.map(({ where }) => where.split(' ')[0] ?? ''))],
    findings: found.filter((each) => !bound.includes(each)),
  };
}

function needsLogOrder({ promise, where }: Finding): boolean {
  return promise === 'view.differs' && NEED_LOG_ORDER.some((view) => where.startsWith(`${view} `));
}

function sum(one: Disorder, other: Disorder): Disorder {
  return {
    batches: one.batches + other.batches,
    repeated: one.repeated + other.repeated,
    rewound: one.rewound + other.rewound,
    overtaken: one.overtaken + other.overtaken,
  };
}
