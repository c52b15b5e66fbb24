import { ServerMissing } from '@jiandu/local-servers';
import { afterAll, describe, expect, it } from 'vitest';
import { type ApartHouse, openApartHouse } from '../src/apart/apart-house.ts';
import { apartCases } from '../src/apart/cases.ts';
import { services } from '../src/house/services.ts';

const PATIENCE_MS = 400_000;
const SEED = 20_260_302;
const VIEWS = services.reduce((sum, { views }) => sum + views.length, 0);
const KILLS = 10;
const AWAY_MS = 3_000;

const apart = await open();

async function open(): Promise<ApartHouse | string> {
  try {
    return await openApartHouse({ seed: SEED, clients: 6, download: false });
  } catch (error) {
    if (error instanceof ServerMissing && process.env['REQUIRE_SERVERS'] !== 'on') return error.message;
    throw error;
  }
}

describe('the distributed house under faults, judged by its engines', () => {
  afterAll(async () => {
    if (typeof apart !== 'string') await apart.close();
  }, PATIENCE_MS);

  it.for([
    ['each of its processes killed with -9', 'kills'],
    ['without Kafka: commands and queries go on', 'kafka'],
    ['without MongoDB: commands go on, queries say 503', 'mongodb'],
    ['without EventStoreDB: commands are refused, nothing is half done', 'eventstoredb'],
    ['with a record that loses answers, refuses, delays and drops', 'record'],
    ['with everything delivered once more', 'rewind'],
  ] as const)('%s', { timeout: PATIENCE_MS }, async ([, name], context) => {
    if (typeof apart === 'string') return context.skip(apart);
    const settings = { kills: KILLS, seed: SEED, awayMs: AWAY_MS, say: () => undefined };
    const found = await apartCases[name]?.(apart, settings);
    expect(found?.findings.slice(0, 5)).toEqual([]);
    expect(found?.fired).toBe(found?.wanted);
    expect(found?.verdict).toMatchObject({ lost: 0, viewsCompared: VIEWS });
    for (const count of ['acknowledged', 'numbers', 'effects', 'messages'] as const) {
      expect(found?.verdict[count], count).toBeGreaterThan(0);
    }
  });
});
