import { pause } from '../pause.ts';
import type { ApartHouse } from './apart-house.ts';

/** An engine that goes away for a while. */
export type EngineName = 'eventstoredb' | 'kafka' | 'mongodb';

/** What was counted while an engine was away. */
export interface Outage {
  readonly engine: EngineName;
  readonly fired: boolean;
  readonly ms: number;
  /** Commands acknowledged meanwhile. */
  readonly acknowledged: number;
  /** Commands answered 503 meanwhile. */
  readonly refused: number;
  /** Queries asked meanwhile by the witness, and how many of them were answered 200 and 503. */
  readonly asked: {
    readonly answered: number;
    readonly unavailable: number;
    readonly other: readonly string[];
  };
  /** What `/health/ready` of the gateway and the metrics of intake said of it. */
  readonly readyTold: boolean;
  readonly metricsTold: boolean;
}

const WITNESS_EVERY_MS = 250;
/** The house needs a moment to see that an engine is gone; a command waits up to 15 s for the record before it is refused. */
const NOTICED_AFTER_MS: Readonly<Record<EngineName, number>> = {
  kafka: 4_000,
  mongodb: 4_000,
  eventstoredb: 17_000,
};

/** Takes an engine away for a while, counts what clients and a witness are answered meanwhile, and brings it back. */
export async function takeAway(apart: ApartHouse, engine: EngineName, ms: number): Promise<Outage> {
  const servers = [...apart.victims].filter(([name]) => name.startsWith(engine)).map(([, server]) => server);
  await Promise.all(servers.map((server) => server.kill()));
  const [before, refusedBefore] = [apart.book.acknowledged.length, apart.book.unavailable];
  const asked = { answered: 0, unavailable: 0, other: [] as string[] };
  const token = await signIn(apart);
  let [readyTold, metricsTold] = [false, false];
  const end = performance.now() + ms + NOTICED_AFTER_MS[engine];
  while (performance.now() < end) {
    await askAsWitness(apart, token, asked);
    readyTold ||= await isToldByReadiness(apart, engine);
    metricsTold ||= await isToldByMetrics(apart, engine);
    await pause(WITNESS_EVERY_MS);
  }
  const acknowledged = apart.book.acknowledged.length - before;
  const refused = apart.book.unavailable - refusedBefore;
  const fired = servers.length > 0;
  await Promise.all(servers.map((server) => server.restart()));
  return { engine, fired, ms, acknowledged, refused, asked, readyTold, metricsTold };
}

async function signIn({ house }: ApartHouse): Promise<string> {
  const answer = await fetch(`${house.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'P-630103-bai' }),
  });
  const { token } = (await answer.json()) as { readonly token: string };
  return `Bearer ${token}`;
}

async function askAsWitness(
  { house }: ApartHouse,
  authorization: string,
  asked: { answered: number; unavailable: number; other: string[] },
): Promise<void> {
  const answer = await fetch(`${house.url}/v1/reporting/deadlines?unit=630103`, {
    headers: { authorization },
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  if (answer.status === 200) asked.answered += 1;
  else if (answer.status === 503 && answer.headers.has('retry-after')) asked.unavailable += 1;
  else asked.other.push(`${answer.status} ${text.slice(0, 200)}`);
}

async function isToldByReadiness({ house }: ApartHouse, engine: EngineName): Promise<boolean> {
  const answer = await fetch(`${house.url}/health/ready`, { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  return text.includes(engine) || (engine === 'eventstoredb' && answer.status === 503);
}

async function isToldByMetrics({ house }: ApartHouse, engine: EngineName): Promise<boolean> {
  const intake = house.services.get('intake');
  if (intake === undefined) return false;
  const text = await (await fetch(`${intake.url}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
  return new RegExp(`^jiandu_engine_up\\{engine="${engine}"\\} 0$`, 'm').test(text);
}
