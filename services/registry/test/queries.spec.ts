import { accessRules } from '@jiandu/access';
import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { registryEvents } from '@jiandu/contracts';
import { Runtime } from '@jiandu/eventing';
import { followOrganisation } from '@jiandu/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrapStages, demoStaff, registry } from '../src/index.ts';
import { system } from './founded.ts';

const TODAY = '2025-03-10';
const PATIENCE_MS = 10_000;
const store = openEventStore({ memory: true });
let runtime: Runtime;

async function found(): Promise<readonly boolean[]> {
  const repeated: boolean[] = [];
  for (const stage of bootstrapStages(demoStaff)) {
    const outcomes = await Promise.all(
      stage.map((command) =>
        runtime.execute({ ...command, by: { actor: system, via: 'bootstrap' }, correlationId: 'bootstrap' }),
      ),
    );
    for (const outcome of outcomes) {
      if (!outcome.done) throw new Error(outcome.refusal.code);
      repeated.push(outcome.repeated);
    }
    await runtime.settled(await store.head(), PATIENCE_MS);
  }
  return repeated;
}

beforeAll(async () => {
  const clock = { now: () => `${TODAY}T02:00:00.000Z` };
  const keys = {
    allocate: async () => ({ id: 'k', bytes: new Uint8Array(32) }),
    find: async () => undefined,
  };
  runtime = await Runtime.start({
    services: [registry],
    store,
    feed: openFeed(store),
    readModels: openReadModels({ memory: true }),
    keys: { ...keys, destroy: async () => undefined, close: async () => undefined },
    clock,
    organisation: followOrganisation({ store, clock, access: accessRules, events: registryEvents }),
  });
  await found();
}, 30_000);
afterAll(async () => {
  await runtime.stop();
  await store.close();
});

async function ask(person: string, name: string, input: unknown): Promise<unknown> {
  const query = registry.queries.find((each) => each.name === name);
  const subject = runtime.parts.organisation.current().subject(person, TODAY);
  if (query === undefined || subject === undefined) throw new Error(`${name} or ${person} is not there`);
  const answer = await runtime.query(registry, query, input, subject);
  return answer.ok ? answer.value : { refused: answer.refusal.code };
}

describe('what the registry answers', () => {
  test('founding the house again writes nothing', async () => {
    const head = await store.head();
    expect((await found()).every(Boolean)).toBe(true);
    expect(await store.head()).toBe(head);
  });

  test('units, as they are and as they were', async () => {
    expect(await ask('P-630103-zhao', 'units', { parent: '630200' })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: '630202', shortZh: '乐都区院' })]),
    });
    const all = (await ask('P-630103-zhao', 'units', {})) as { items: unknown[] };
    expect(all.items).toHaveLength(56);
    expect(await ask('P-630103-zhao', 'units', { on: '2022-10-30' })).toEqual({ items: [] });
  });

  test('colleagues know each other, outsiders and other units do not', async () => {
    expect(await ask('P-630103-li', 'peopleOfUnit', { id: '630103', role: 'chief' })).toMatchObject({
      items: [{ person: 'P-630103-bai', roles: [{ role: 'chief' }] }],
    });
    expect(await ask('P-630000-guan', 'peopleOfUnit', { id: '630202', role: 'assistant' })).toMatchObject({
      items: [{ name: '李某' }],
    });
    expect(await ask('P-630103-gongan', 'peopleOfUnit', { id: '630103' })).toEqual({
      refused: 'access.denied',
    });
    expect(await ask('P-630103-li', 'peopleOfUnit', { id: '630202' })).toEqual({
      refused: 'access.other-unit',
    });
  });

  test('a delegation shows whether it is in force', async () => {
    const subject = runtime.parts.organisation.current().subject('P-630103-bai', TODAY);
    if (subject === undefined) throw new Error('the chief is not there');
    const outcome = await runtime.execute({
      command: 'registry.grantDelegation',
      input: {
        to: 'P-630103-ma',
        unit: '630103',
        decisions: ['intake.approveFiling'],
        types: ['CFS'],
        validFrom: '2025-01-01',
        validUntil: '2025-12-31',
      },
      by: { subject },
      commandId: 'grant-1',
      correlationId: 'grant-1',
    });
    expect(outcome).toMatchObject({ done: true, id: expect.stringMatching(/^G-630103-2025-[0-9a-f]{10}$/) });
    await runtime.settled(await store.head(), PATIENCE_MS);
    expect(await ask('P-630103-bai', 'delegations', { id: '630103' })).toMatchObject({
      items: [{ to: 'P-630103-ma', inForce: true, revokedOn: null }],
    });
    expect(await ask('P-630103-li', 'delegations', { id: '630103' })).toEqual({ refused: 'access.denied' });
  });

  test('catalogue, calendars and clocks are open to everybody signed in', async () => {
    expect(await ask('P-630103-gongan', 'matterTypes', {})).toMatchObject({
      catalogueVersion: '2026.1',
      items: expect.arrayContaining([expect.objectContaining({ code: 'CIR' })]),
    });
    expect(await ask('P-630103-li', 'deadlines', {})).toMatchObject({ calendarVersion: 'cn-2025.1' });
    const versions = (await ask('P-630103-li', 'catalogueVersions', { kind: 'calendar' })) as {
      items: { id: string }[];
    };
    expect(versions.items.map(({ id }) => id)).toEqual(['cn-2026.1', 'cn-2025.1', 'cn-2024.1', 'cn-2023.1']);
  });
});
