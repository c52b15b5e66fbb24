import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, openFeed, openKeyRing } from '@jiandu/adapters-embedded';
import { furnish, openRoom } from '../house/room.ts';
import { type Answer, Wire } from '../house/wire.ts';
import { broken, type Finding } from '../verifier/finding.ts';
import { judgeRoom } from '../verifier/judge-room.ts';
import { assessment, HANDLER, numberedMatter } from './numbered-matter.ts';

/** What a storm of commands on one matter came to. */
export interface StormFound {
  readonly commands: number;
  readonly done: number;
  /** Proof: commands with an older revision in If-Match, refused with 412. */
  readonly stale: number;
  /** Second sendings of a key, answered as the first. */
  readonly doubled: number;
  readonly findings: readonly Finding[];
}

const CLOCK = '2025-03-03T01:30:00.000Z';

/**
 * Many commands at once on one matter over HTTP, every key sent twice at the same moment; every other one names the revision that
 * stood at the start. All that name none are done; of those that name one at most the first.
 */
export async function stormOneMatter(commands: number): Promise<StormFound> {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-storm-'));
  const store = openEventStore({ file: join(place, 'log.db') });
  const keys = openKeyRing({ directory: join(place, 'keys'), masterKey: new Uint8Array(32) });
  const room = await openRoom({ store, feed: openFeed(store), keys, clock: CLOCK });
  try {
    await furnish(room);
    const matter = await numberedMatter(room, 'storm');
    const stream = `intake.matter-${matter}`;
    const before = await store.readStream(stream);
    const revision = before.at(-1)?.revision ?? -1;
    const wire = new Wire(await room.listen(), 2 * commands);
    const session = await wire.ask('POST', '/v1/session', {}, { person: HANDLER });
    const authorization = `Bearer ${session.body['token']}`;
    const give = (place: number) => {
      const condition = place % 2 === 0 ? { 'if-match': `"${revision}"` } : {};
      const headers = { authorization, 'idempotency-key': `storm-${place}`, ...condition };
      return wire.ask('POST', `/v1/intake/matters/${matter}/assess-significance`, headers, assessment(place));
    };
    const pairs = await Promise.all(
      Array.from({ length: commands }, async (_, place) => Promise.all([give(place), give(place)])),
    );
    wire.close();
    await room.settle();
    const added = (await store.readStream(stream)).length - before.length;
    const judged = await judgeRoom(room, store);
    const found = judgeStorm(pairs, added);
    return { commands, ...found, findings: [...found.findings, ...judged.findings] };
  } finally {
    await room.close();
    await keys.close();
    await store.close();
    rmSync(place, { recursive: true, force: true });
  }
}

function judgeStorm(pairs: readonly (readonly Answer[])[], added: number): Omit<StormFound, 'commands'> {
  const findings: Finding[] = [];
  let [done, stale, doubled, conditional] = [0, 0, 0, 0];
  for (const [place, [one, other]] of pairs.entries()) {
    if (one === undefined || other === undefined) continue;
    const name = `storm-${place}: ${one.status} ${one.body['code'] ?? ''} and ${other.status} ${other.body['code'] ?? ''}`;
    const names = place % 2 === 0;
    if (one.status === 200 && other.status === 200) {
      done += 1;
      if (names) conditional += 1;
      const same = JSON.stringify(one.body) === JSON.stringify(other.body);
      if (same && one.replayed !== other.replayed) doubled += 1;
      else findings.push(broken('answer.unexpected', `${name}, not as one command`));
    } else if (names && [one, other].every(({ body }) => body['code'] === 'revision.stale')) stale += 1;
    else findings.push(broken('answer.unexpected', name));
  }
  if (conditional > 1) findings.push(broken('revision.passed-twice', `${conditional} with one revision`));
  if (added !== done) findings.push(broken('command.doubled', `${done} done, ${added} events`));
  return { done, stale, doubled, findings };
}
