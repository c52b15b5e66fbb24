import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  eventDefinition,
  forAnalysts,
  houseEvents,
  isOpen,
  personalPaths,
  publisherOf,
  toCloudEvent,
} from '@jiandu/contracts';
import type { Recorded } from '@jiandu/eventing';
import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { type House, openHouse } from '@jiandu/standalone';
import { bootstrap } from '@jiandu/standalone/bootstrap';
import { overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedCodec } from '../../src/process/feed-codec.ts';
import { CANARY, canaries, onlyPersonal, opened, standingAt, withCanaries } from './canaries.ts';

const PAGE = 5_000;
const settings = (data: string) =>
  readSettings({ JIANDU_LOG_LEVEL: 'silent', JIANDU_RATE_LIMIT: '0' }, [
    ...['--mode', 'test', '--port', '0', '--data', data],
  ]).settings;

let data = '';
let house: House;
let log: readonly Recorded[] = [];

async function wholeLog(): Promise<readonly Recorded[]> {
  const found: Recorded[] = [];
  for (let at = 0; ; ) {
    const { events, upTo } = await house.store.readAll(at, PAGE);
    found.push(...events);
    if (upTo <= at) return found;
    at = upTo;
  }
}

/** Every personal value of an event, with its path. */
function personalIn({ type, data: said }: Recorded): readonly (readonly [string, unknown])[] {
  const definition = eventDefinition(type);
  if (definition === undefined) throw new Error(`no service publishes ${type}`);
  return personalPaths(definition).flatMap((path) =>
    standingAt(said, path.split('.')).map((value) => [`${type} ${path}`, value] as const),
  );
}

function canariesIn(text: string): readonly string[] {
  return [...canaries, '$sealed'].filter((canary) => text.includes(canary));
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'jiandu-personal-'));
  house = await openHouse(settings(data), '2025-03-01T01:30:00.000Z');
  await bootstrap(house.runtime, demoStaff);
  const exchange = withCanaries(overHttp(await house.listen()));
  const played = await playTogether(workedMatters, exchange);
  expect(played.map(({ matter }) => matter.id).toSorted()).toEqual(['EX-01', 'EX-02', 'EX-06']);
  expect(played.flatMap(({ differences }) => differences)).toEqual([]);
  log = await wholeLog();
}, 120_000);
afterAll(async () => {
  await house.close();
  await rm(data, { recursive: true, force: true });
});

describe('EX-01, EX-02 and EX-06 with a canary in every personal field', () => {
  test('the canaries are in the record, sealed, and opening the seals shows them', async () => {
    const { keys } = house.runtime.parts;
    const told = await Promise.all(
      log.flatMap(personalIn).map(async ([path, value]) => [path, await opened(value, keys)] as const),
    );
    for (const [path, text] of told) expect(canariesIn(text), path).not.toEqual([]);
    expect([...new Set(told.map(([path]) => path))].toSorted()).toEqual([
      'InstrumentServed receivedBy',
      'InvestigativeMeasureTaken heard.names',
      'LeadReceived reporter.address',
      'LeadReceived reporter.idNumber',
      'LeadReceived reporter.name',
      'LeadReceived reporter.phone',
      'LeadReceived statement',
      'PartyNotified content',
    ]);
    expect(told.length).toBeGreaterThan(10);
  });

  test('no CloudEvent has one, sealed or not', () => {
    expect(log.length).toBeGreaterThan(150);
    for (const event of log) {
      const definition = eventDefinition(event.type);
      if (definition === undefined) throw new Error(`no service publishes ${event.type}`);
      expect(canariesIn(JSON.stringify(toCloudEvent(event, definition))), event.type).toEqual([]);
    }
  });

  test('no message of a service has one, neither in its value nor in its headers', () => {
    for (const event of log) {
      expect(canariesIn(JSON.stringify(feedCodec.encode(event))), event.type).toEqual([]);
      expect(feedCodec.decode(feedCodec.encode(event)).id).toBe(event.id);
    }
  });

  test('and none for analysts', () => {
    const open = log.filter(isOpen);
    expect(open.length).toBeGreaterThan(100);
    for (const event of open)
      expect(canariesIn(JSON.stringify(feedCodec.encode(forAnalysts(event)))), event.type).toEqual([]);
    const text = JSON.stringify(open.map(forAnalysts).map(feedCodec.encode));
    expect(log.some(({ type }) => type === 'JointConferenceHeld')).toBe(true);
    for (const inner of ['"inFavour', '"against', '"vote"']) expect(text).not.toContain(inner);
  });
});

describe('every event that has personal fields', () => {
  const personal = houseEvents.filter((each) => personalPaths(each).length > 0);

  test.each(personal)('$type: none of them is in the message', (definition) => {
    const said = onlyPersonal(definition);
    expect(JSON.stringify(said).split(CANARY)).toHaveLength(personalPaths(definition).length + 1);
    const { type, version } = definition;
    const [like] = log;
    if (like === undefined) throw new Error('nothing was played');
    const event = { ...like, type, version, stream: `${publisherOf(type)}.thing-1`, data: said };
    expect(canariesIn(JSON.stringify(feedCodec.encode(event)))).toEqual([]);
  });
});
