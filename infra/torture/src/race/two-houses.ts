import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, openFeed, openKeyRing } from '@jiandu/adapters-embedded';
import type { EventStore, KeyRing, Outcome } from '@jiandu/eventing';
import { furnish, openRoom, type Room } from '../house/room.ts';
import { broken, type Finding } from '../verifier/finding.ts';
import { judgeRoom } from '../verifier/judge-room.ts';
import { assessment, doneOf, findLead, GATE, HANDLER, numberedMatter } from './numbered-matter.ts';

/** What two houses on one log came to. */
export interface TwoHousesFound {
  /** Commands on one matter, each given to both houses at once. */
  readonly commands: number;
  readonly done: number;
  /** Refused by both houses with `race.lost`: nothing happened, and trying again helps. */
  readonly givenUp: number;
  /** Proof: appends that the log refused because the other house had been there first. */
  readonly lostRaces: number;
  /** Leads accepted at once, whose numbers both houses' policies wanted to give. */
  readonly numbered: number;
  readonly findings: readonly Finding[];
}

const CLOCK = '2025-03-03T01:30:00.000Z';

/**
 * Two houses, each with its own caches, views and policies, work on one log without knowing of each other. Every command is
 * given to both at the same moment, and both houses' policies react to every event.
 */
export async function raceTwoHouses(commands: number, leads: number): Promise<TwoHousesFound> {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-two-houses-'));
  const inner = openEventStore({ file: join(place, 'log.db') });
  const keys = openKeyRing({ directory: join(place, 'keys'), masterKey: new Uint8Array(32) });
  const { store, lost } = countingLostRaces(inner);
  const [one, other] = [await openHouseOn(store, keys), await openHouseOn(store, keys)];
  try {
    await furnish(one);
    await other.settle();
    const race = await raceOnOneMatter(one, other, store, commands);
    const numbers = await raceForNumbers(one, other, leads);
    await settleBoth(one, other);
    const findings = [...race.findings, ...numbers.findings];
    for (const room of [one, other]) findings.push(...(await judgeRoom(room, store)).findings);
    return { ...race, numbered: numbers.numbered, lostRaces: lost(), findings };
  } finally {
    await one.close();
    await other.close();
    await keys.close();
    await inner.close();
    rmSync(place, { recursive: true, force: true });
  }
}

function openHouseOn(store: EventStore, keys: KeyRing): Promise<Room> {
  return openRoom({ store, feed: openFeed(store), keys, clock: CLOCK });
}

function countingLostRaces(inner: EventStore): { store: EventStore; lost: () => number } {
  let lost = 0;
  const store: EventStore = {
    ...inner,
    append: async (stream, events, expected) => {
      const appended = await inner.append(stream, events, expected);
      if (!appended.ok) lost += 1;
      return appended;
    },
  };
  return { store, lost: () => lost };
}

async function raceOnOneMatter(one: Room, other: Room, store: EventStore, commands: number) {
  const matter = await numberedMatter(one, 'two-houses');
  await settleBoth(one, other);
  const stream = `intake.matter-${matter}`;
  const before = (await store.readStream(stream)).length;
  const outcomes = await Promise.all(
    Array.from({ length: commands }, (_, place) =>
      inBoth(one, other, (room) =>
        room.give(HANDLER, 'intake.assessSignificance', matter, assessment(place), `race-${place}`),
      ),
    ),
  );
  const findings: Finding[] = [];
  let done = 0;
  let givenUp = 0;
  for (const [place, pair] of outcomes.entries()) {
    const revisions = new Set(pair.flatMap((outcome) => (outcome.done ? [outcome.revision] : [])));
    const codes = pair.flatMap((outcome) => (outcome.done ? [] : [outcome.refusal.code]));
    if (revisions.size === 1) done += 1;
    if (revisions.size === 0) givenUp += 1;
    if (revisions.size > 1)
      findings.push(broken('command.doubled', `race-${place}: ${[...revisions].join()}`));
    if (codes.some((code) => code !== 'race.lost')) {
      findings.push(broken('answer.unexpected', `race-${place}: ${codes.join()}`));
    }
  }
  const added = (await store.readStream(stream)).length - before;
  if (added !== done) findings.push(broken('command.doubled', `${done} done, ${added} events`));
  return { commands, done, givenUp, findings };
}

/** Many leads of one unit pass the gate at once: both houses want to give each its number, from one series. */
async function raceForNumbers(one: Room, other: Room, leads: number) {
  const found = await Promise.all(
    Array.from({ length: leads }, (_, place) => findLead(place % 2 === 0 ? one : other, `gate-${place}`)),
  );
  await settleBoth(one, other);
  await Promise.all(
    found.map(async (lead, place) => {
      const room = place % 2 === 0 ? other : one;
      doneOf(await room.give(GATE, 'intake.acceptLead', lead, {}, `gate-${place}`));
    }),
  );
  await settleBoth(one, other);
  const pool = one.runtime.collections<{ id: string; matter?: string }>('intake.leadPool');
  const pages = await pool.getMany(found);
  const numbers = new Set([...pages.values()].map(({ matter }) => matter));
  const findings =
    numbers.size === leads ? [] : [broken('number.twice', `${leads} leads, ${numbers.size} numbers`)];
  return { numbered: numbers.size, findings };
}

function inBoth(one: Room, other: Room, give: (room: Room) => Promise<Outcome>): Promise<readonly Outcome[]> {
  return Promise.all([give(one), give(other)]);
}

async function settleBoth(one: Room, other: Room): Promise<void> {
  await Promise.all([one.settle(), other.settle()]);
  await Promise.all([one.settle(), other.settle()]);
}
