import { describe, expect, it } from 'vitest';
import { playInDisorder, walkInDisorder } from '../src/delivery/disordered-delivery.ts';
import { runOutOfSpace } from '../src/disk-full/disk-full.ts';
import { fileSizeQuota, smallFileSystem } from '../src/disk-full/scarcity.ts';
import { services } from '../src/house/services.ts';
import { killHouses } from '../src/kills/house-lives.ts';
import { killLogs } from '../src/kills/log-lives.ts';
import { summarise } from '../src/kills/summary.ts';
import { stormOneMatter } from '../src/race/lost-race-storm.ts';
import { raceTwoHouses } from '../src/race/two-houses.ts';

const PATIENCE_MS = 240_000;
const SEED = 20_250_303;
const VIEWS = services.reduce((sum, { views }) => sum + views.length, 0);

describe('a house under load, killed with -9', () => {
  it('20 times keeps every promise', { timeout: PATIENCE_MS }, async () => {
    const lives = await killHouses({ kills: 20, seed: SEED, livesPerHouse: 10 });
    const findings = lives.flatMap(({ verdict }) => verdict.findings);
    expect(findings.slice(0, 5)).toEqual([]);
    const all = summarise(lives);
    expect(all).toMatchObject({ kills: 20, houses: 2 });
    for (const count of [
      'acknowledged',
      'cutOff',
      'givenAgain',
      'confirmed',
      'numbers',
      'effects',
    ] as const) {
      expect(all[count], count).toBeGreaterThan(0);
    }
    expect(lives.at(-1)?.verdict.viewsCompared).toBe(VIEWS);
  });
});

describe('the bare log, killed with -9', () => {
  it('holds each append whole or not at all, and every acknowledged one', {
    timeout: PATIENCE_MS,
  }, async () => {
    const found = await killLogs({ kills: 12, seed: SEED });
    expect(found.findings.slice(0, 5)).toEqual([]);
    expect(found.fired).toBe(12);
    expect(Math.min(found.appends, found.repeated, found.lostRaces)).toBeGreaterThan(0);
  });
});

describe('a disk without space', () => {
  it.each([
    ['a small file system', smallFileSystem],
    ['a quota on files', fileSizeQuota],
  ])(
    '%s: refused with 503, nothing half written, goes on with space',
    { timeout: PATIENCE_MS },
    async (...args) => {
      const scarcity = args[1]();
      if (typeof scarcity === 'string') return expect.soft(scarcity).toMatch(/^(tmpfs|quota): /);
      try {
        const found = await runOutOfSpace(scarcity, SEED);
        expect(found.findings.slice(0, 5)).toEqual([]);
        expect(found.refused).toBeGreaterThan(0);
        expect(found.reads).toBe(3);
      } finally {
        scarcity.dispose();
      }
    },
  );
});

describe('a storm', () => {
  it('of 200 commands on one matter, each sent twice, loses no act and doubles none', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { findings, done, stale, doubled } = await stormOneMatter(200);
    expect(findings.slice(0, 5)).toEqual([]);
    expect(stale).toBeGreaterThanOrEqual(99);
    expect(done + stale).toBe(200);
    expect(doubled).toBe(done);
  });

  it('between two houses on one log does everything once', { timeout: PATIENCE_MS }, async () => {
    const { findings, done, givenUp, lostRaces, numbered } = await raceTwoHouses(200, 60);
    expect(findings.slice(0, 5)).toEqual([]);
    expect(lostRaces).toBeGreaterThan(0);
    expect(done + givenUp).toBe(200);
    expect(numbered).toBe(60);
  });
});

describe('delivery that repeats, rewinds and shuffles', () => {
  it.each([
    ['many leads, in the order of the log', walkInDisorder, false],
    ['many leads, order per key alone', walkInDisorder, true],
    ['worked matters, in the order of the log', playInDisorder, false],
    ['worked matters, order per key alone', playInDisorder, true],
  ])('%s: effects once, views equal', { timeout: PATIENCE_MS }, async (_what, work, acrossKeys) => {
    const { findings, disorder, viewsCompared, actionsDone, actions } = await work({
      seed: SEED,
      acrossKeys,
    });
    expect(findings.slice(0, 5)).toEqual([]);
    expect(disorder.repeated).toBeGreaterThan(0);
    expect(disorder.rewound).toBeGreaterThan(0);
    expect(disorder.overtaken > 0).toBe(acrossKeys);
    expect(viewsCompared).toBe(2 * VIEWS);
    expect(actionsDone).toBe(actions);
  });
});
