import type { Grant, Relation, ResourceFacts } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesAny } from '../test/matches.ts';
import { people, province, units } from '../test/small-province.ts';
import { authorise, visibilityFields, visibilityLists, visibleFilters } from './index.ts';

const roles = [
  'prosecutor',
  'chief',
  'deputy_chief',
  'case_admin',
  'clerk',
  'line_superior',
  'auditor',
  '*',
] as const;
const allRelations: readonly Relation[] = ['unit', 'own', 'escalated', 'above', 'shared', 'system', 'anyone'];

const someUnit = fc.constantFrom(...units);
const somePerson = fc.constantFrom(...people);
const someGrants = fc.array(
  fc.record({ role: fc.constantFrom(...roles), relation: fc.constantFrom(...allRelations) }),
  {
    maxLength: 4,
  },
);
const someResource: fc.Arbitrary<ResourceFacts> = fc.record(
  {
    unit: someUnit,
    handlers: fc.uniqueArray(somePerson, { maxLength: 3 }),
    type: fc.constantFrom('CFS', 'IAS'),
    department: fc.constantFrom('criminal_prosecution', 'penal_execution'),
    escalatedTo: someUnit,
    sharedWith: fc.uniqueArray(someUnit, { maxLength: 2 }),
    secrecy: fc.constantFrom('public', 'internal', 'work_secret', 'restricted', 'unheard-of'),
    accessList: fc.uniqueArray(somePerson, { maxLength: 3 }),
  },
  { requiredKeys: ['unit', 'secrecy'] },
);
const someDay = fc.constantFrom('2022-12-31', '2023-01-01', '2025-03-14', '2026-06-01');

function ask(
  person: string,
  grants: readonly Grant[],
  resource: ResourceFacts,
  today: string,
  action: string,
) {
  const subject = province.subject(person, today)!;
  return authorise({ subject, grants, resource, action, today, directory: province });
}

describe('for every person, grant and thing', () => {
  test('reading one by one and reading by filter agree', () => {
    let seen = 0;
    fc.assert(
      fc.property(somePerson, someGrants, someResource, someDay, (person, grants, resource, today) => {
        const decision = ask(person, grants, resource, today, 'reporting.mainLedger');
        const filters = visibleFilters(province.subject(person, today)!, grants, today, province);
        const document = { ...resource } as Parameters<typeof matchesAny>[0];
        expect(matchesAny(document, filters)).toBe(!isRefusal(decision));
        if (!isRefusal(decision)) seen += 1;
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('filters name only the fields that views are told to declare', () => {
    const declared = new Set([...visibilityFields, ...visibilityLists]);
    fc.assert(
      fc.property(somePerson, someGrants, (person, grants) => {
        const filters = visibleFilters(
          province.subject(person, '2025-03-14')!,
          grants,
          '2025-03-14',
          province,
        );
        for (const field of filters.flatMap((filter) => Object.keys(filter)))
          expect(declared).toContain(field);
      }),
    );
  });

  test('without a grant for a role there is nothing', () => {
    fc.assert(
      fc.property(somePerson, someResource, someGrants, (person, resource, grants) => {
        const strange = grants.map((grant) => ({ ...grant, role: 'nobody' }));
        expect(isRefusal(ask(person, strange, resource, '2025-03-14', 'intake.approveFiling'))).toBe(true);
        expect(
          visibleFilters(province.subject(person, '2025-03-14')!, strange, '2025-03-14', province),
        ).toEqual([]);
      }),
    );
  });

  test('a lower unit never reaches an upper one’s, unless it was assigned, shared or open to all', () => {
    const upward = ['unit', 'escalated', 'above'] as const;
    const grant = fc.record({ role: fc.constantFrom(...roles), relation: fc.constantFrom(...upward) });
    fc.assert(
      fc.property(somePerson, fc.array(grant, { maxLength: 4 }), someResource, (person, grants, resource) => {
        const subject = province.subject(person, '2025-03-14')!;
        const own = subject.roles.map(({ unit }) => unit);
        fc.pre(own.every((unit) => province.isAbove(resource.unit, unit)));
        const { escalatedTo: _escalated, ...plain } = resource;
        const refused = isRefusal(ask(person, grants, plain, '2025-03-14', 'intake.approveFiling'));
        expect(refused).toBe(true);
      }),
    );
  });

  test('a restricted thing is reached from its list only', () => {
    fc.assert(
      fc.property(somePerson, someGrants, someResource, (person, grants, resource) => {
        const restricted = { ...resource, secrecy: 'restricted' };
        const decision = ask(person, grants, restricted, '2025-03-14', 'intake.approveFiling');
        if (!isRefusal(decision)) expect(restricted.accessList ?? []).toContain(person);
      }),
    );
  });

  test('an expired delegation never works, and one in force never works for another decision', () => {
    const chief: readonly Grant[] = [{ role: 'chief', relation: 'unit' }];
    const resource = { unit: '630103', type: 'CFS' };
    const day = fc
      .record({
        y: fc.integer({ min: 2024, max: 2027 }),
        m: fc.integer({ min: 1, max: 12 }),
        d: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('intake.approveFiling', 'disposition.makeDecision'),
        (today, action) => {
          const decision = ask('P-wen', chief, resource, today, action);
          const inForce = today >= '2025-01-01' && today <= '2025-12-31';
          expect(!isRefusal(decision)).toBe(inForce && action === 'intake.approveFiling');
          if (!isRefusal(decision))
            expect(decision).toMatchObject({ onBehalfOf: 'P-bai', delegation: 'G-1' });
        },
      ),
    );
  });
});
