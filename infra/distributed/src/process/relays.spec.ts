import { OPEN_TOPIC, type Recorded, topicOf } from '@jiandu/eventing';
import { services } from '@jiandu/standalone/services';
import { describe, expect, test } from 'vitest';
import { publishedBy } from './relays.ts';

const of = (name: string) => {
  const service = services.find((each) => each.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  return publishedBy(service);
};

function event(type: string, secrecy: string, data: Recorded['data'] = {}): Recorded {
  const actor = { person: 'P-630103-bai', name: '白某', role: 'chief', unit: '630103' };
  const told = { occurredOn: '2025-03-03', recordedAt: '2025-03-03T01:30:00.000Z', key: 'K', unit: '630103' };
  const traces = {
    commandId: 'c',
    commandHash: 'h',
    command: 'x',
    correlationId: 'k',
    catalogueVersion: '2026.1',
  };
  const metadata = { actor, ...told, secrecy, ...traces };
  return { id: 'e', type, version: 1, stream: 'disposition.x-1', revision: 0, position: 1, data, metadata };
}

describe('what a service publishes', () => {
  test.each(services.map(({ name }) => name))('%s: its own events, all of them, whole', (name) => {
    const [own] = of(name);
    expect(own).toMatchObject({ topic: topicOf(name), name: `${name}.relay` });
    expect(own?.filter.categories?.length).toBeGreaterThan(0);
    for (const category of own?.filter.categories ?? []) expect(category).toMatch(new RegExp(`^${name}\\.`));
    expect([own?.select, own?.shape]).toEqual([undefined, undefined]);
  });

  test('reporting alone publishes for analysts, from the whole record', () => {
    const open = services.filter(({ name }) => of(name).some(({ topic }) => topic === OPEN_TOPIC));
    expect(open.map(({ name }) => name)).toEqual(['reporting']);
    expect(of('reporting')[1]).toMatchObject({ topic: OPEN_TOPIC, filter: {} });
  });

  test('analysts get what is open, without the inner volume', () => {
    const { select, shape } = of('reporting')[1] ?? {};
    const passes = ['public', 'internal', 'work_secret', 'restricted'].map((label) =>
      select?.(event('FilingApproved', label)),
    );
    expect(passes).toEqual([true, true, false, false]);
    expect(select?.(event('MatterNumbered', 'internal', { profile: { secrecy: 'restricted' } }))).toBe(false);
    expect(shape?.(event('DecisionMade', 'internal', { decision: 'DC-1', vote: {} })).data).toEqual({
      decision: 'DC-1',
    });
  });
});
