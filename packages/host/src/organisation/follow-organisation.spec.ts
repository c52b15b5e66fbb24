import { accessRules } from '@jiandu/access';
import { openEventStore } from '@jiandu/adapters-embedded';
import { registryEvents } from '@jiandu/contracts';
import { defineEvent, type NewEvent } from '@jiandu/eventing';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type AccessRules, type DatedDirectory, followOrganisation } from './follow-organisation.ts';

const personRegistered = defineEvent('PersonRegistered', {
  title: { zh: '登记人员', en: 'Person registered' },
  schema: z.strictObject({ person: z.string(), name: z.string() }),
  upcasts: [(data) => ({ person: data['id'], name: data['name'] })],
});

/** A directory that remembers names in the order it learned them. */
interface Names extends DatedDirectory {
  readonly names: readonly unknown[];
}

const empty = {
  names: [],
  asOf(day: string) {
    return { ...(this as unknown as Names), catalogueVersion: `of ${day}` };
  },
} as unknown as Names;

const clock = { now: () => '2026-03-01T20:00:00.000Z' };

const access: AccessRules<Names> = {
  authorise: () => ({ refused: true, code: 'access.denied', params: {} }),
  emptyDirectory: empty,
  foldDirectory: (directory, { data }) => ({ ...directory, names: [...directory.names, data['name']] }),
  visibleFilters: (_subject, _grants, _today, directory) =>
    directory.names.map((name) => ({ name: String(name) })),
  refusals: {},
};

function event(id: string, version: number, data: NewEvent['data']): NewEvent {
  const actor = { person: 'system', name: '系统', role: 'system', unit: 'system' };
  const metadata = {
    actor,
    occurredOn: '2026-01-01',
    recordedAt: '2026-01-01T00:00:00.000Z',
    key: id,
    unit: '630103',
    secrecy: 'internal',
    commandId: id,
    commandHash: id,
    command: 'registry.registerPerson',
    correlationId: id,
    catalogueVersion: '1',
  };
  return { id, type: 'PersonRegistered', version, data, metadata };
}

test('folds the registry, lifts old versions, follows what comes, ignores the rest', async () => {
  const store = openEventStore({ memory: true });
  await store.append('registry.person-P-1', [event('e1', 1, { id: 'P-1', name: '李某' })], 'none');
  const organisation = followOrganisation({ store, clock, access, events: [personRegistered] });
  await organisation.reach(await store.head(), 5_000);
  expect(organisation.current()).toMatchObject({ names: ['李某'], catalogueVersion: 'of 2026-03-02' });
  expect(organisation.current()).toBe(organisation.current());
  await store.append('post.letter-E-1', [event('e2', 2, { person: 'P-0', name: '无关' })], 'none');
  await store.append('registry.person-P-2', [event('e3', 2, { person: 'P-2', name: '马某' })], 'none');
  expect(await organisation.reach(await store.head(), 5_000)).toBe(true);
  expect(organisation.people()).toEqual(['P-1', 'P-2']);
  const subject = { person: 'P-1', name: '李某', roles: [], delegations: [] };
  expect(organisation.visible(subject, [], '2026-01-01')).toEqual([{ name: '李某' }, { name: '马某' }]);
  expect(await organisation.reach(10_000, 10)).toBe(false);
  await organisation.stop();
  await store.close();
});

test('the house’s own rules of access fit', async () => {
  const store = openEventStore({ memory: true });
  const person = { person: 'P-630103-li', name: '李某', unit: '630103' };
  await store.append('registry.person-P-630103-li', [event('e1', 1, person)], 'none');
  const organisation = followOrganisation({ store, clock, access: accessRules, events: registryEvents });
  await organisation.reach(await store.head(), 5_000);
  expect(organisation.current().subject('P-630103-li', '2026-03-02')).toMatchObject({ name: '李某' });
  expect(organisation.current().subject('P-0', '2026-03-02')).toBe(undefined);
  await organisation.stop();
  await store.close();
});
