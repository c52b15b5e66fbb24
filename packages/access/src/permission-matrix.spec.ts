import type { Bilingual, Command, Fact, Grant, Query, Service } from '@jiandu/eventing';
import { defineAggregate, defineService } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { permissionMatrix, relations, rolesIn } from './index.ts';

const title: Bilingual = { zh: '甲', en: 'A' };
const command = (may: readonly Grant[], internal = false): Command<null, Fact> => ({
  title,
  law: [],
  input: z.strictObject({}),
  may,
  ...(internal ? { internal: true } : {}),
  decide: () => [],
});
const query: Query = {
  name: 'ledger',
  path: 'ledger',
  title,
  input: z.strictObject({}),
  output: z.strictObject({}),
  may: [{ role: 'case_admin', relation: 'above' }],
  answer: async () => ({}),
};
const service: Service = defineService({
  name: 'demo',
  title,
  events: [],
  aggregates: [
    defineAggregate<null, Fact>({
      name: 'thing',
      route: 'things',
      title,
      initial: null,
      evolve: () => null,
      resource: () => ({ unit: '630103' }),
      commands: {
        file: command([{ role: 'chief', relation: 'unit' }]),
        draft: command([{ role: 'prosecutor', relation: 'own' }]),
        look: command([{ role: '*', relation: 'anyone' }]),
        tick: command([{ role: 'chief', relation: 'unit' }], true),
        nobody: command([]),
      },
    }),
  ],
  queries: [query],
  refusals: {},
});

describe('the permission matrix', () => {
  const cells = permissionMatrix([service]);
  const allowed = cells
    .filter((cell) => cell.allowed)
    .map(({ name, role, relation }) => `${name} ${role} ${relation}`);

  test('has a cell for every act, role and tie', () => {
    expect(rolesIn([service])).toEqual(['case_admin', 'chief', 'prosecutor']);
    expect(cells).toHaveLength(6 * 3 * relations.length);
  });
  test('allows what is declared and nothing else', () => {
    const everybody = ['case_admin', 'chief', 'prosecutor'].flatMap((role) =>
      relations.map((relation) => `look ${role} ${relation}`),
    );
    expect(allowed.sort()).toEqual(
      ['file chief unit', 'draft prosecutor own', 'ledger case_admin above', ...everybody].sort(),
    );
  });
  test('an internal command is offered to nobody', () => {
    expect(cells.filter(({ name, allowed: yes }) => name === 'tick' && yes)).toEqual([]);
  });
});
