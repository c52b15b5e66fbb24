import type { Grant, ResourceFacts } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { delegation, province, told } from '../test/small-province.ts';
import { accessRefusals, authorise, type DirectoryState } from './index.ts';

interface Asked {
  readonly person: string;
  readonly grants: readonly Grant[];
  readonly resource?: Partial<ResourceFacts>;
  readonly action?: string;
  readonly today?: string;
  readonly directory?: DirectoryState;
}

/** Who acts as what, or the code of the refusal. */
function answer({ person, grants, resource, action, today = '2025-03-14', directory = province }: Asked) {
  const subject = directory.subject(person, today);
  if (subject === undefined) throw new Error(`${person} may not act on ${today}`);
  const decision = authorise({
    subject,
    grants,
    resource: { unit: '630103', type: 'CFS', ...resource },
    action: action ?? 'intake.approveFiling',
    today,
    directory,
  });
  if (isRefusal(decision)) return decision.code;
  return `${decision.role}@${decision.unit}${decision.onBehalfOf ? ` for ${decision.onBehalfOf} by ${decision.delegation}` : ''}`;
}

const chiefOfTheUnit: readonly Grant[] = [{ role: 'chief', relation: 'unit' }];
const ownProsecutor: readonly Grant[] = [{ role: 'prosecutor', relation: 'own' }];

describe('what no grant allows is refused', () => {
  test('no grants, nobody', () => expect(answer({ person: 'P-bai', grants: [] })).toBe('access.denied'));
  test('another role', () =>
    expect(answer({ person: 'P-shi', grants: chiefOfTheUnit })).toBe('access.denied'));
  test('the tie of timers is nobody’s', () => {
    expect(answer({ person: 'P-bai', grants: [{ role: 'chief', relation: 'system' }] })).not.toContain('@');
  });
});

describe('ties', () => {
  test('the role in the unit of the thing', () => {
    expect(answer({ person: 'P-bai', grants: chiefOfTheUnit })).toBe('chief@630103');
    expect(answer({ person: 'P-liao', grants: chiefOfTheUnit })).toBe('access.other-unit');
  });
  test('own means assigned, whatever the unit the prosecutor comes from', () => {
    expect(answer({ person: 'P-li', grants: ownProsecutor, resource: { handlers: ['P-li'] } })).toBe(
      'prosecutor@630103',
    );
    expect(answer({ person: 'P-zhao', grants: ownProsecutor, resource: { handlers: ['P-li'] } })).toBe(
      'access.not-handler',
    );
    expect(answer({ person: 'P-ye', grants: ownProsecutor, resource: { handlers: ['P-ye'] } })).toBe(
      'prosecutor@630202',
    );
  });
  test('what was escalated is for the unit it was escalated to, and for it alone', () => {
    const grants: readonly Grant[] = [{ role: 'case_admin', relation: 'escalated' }];
    expect(answer({ person: 'P-shen', grants, resource: { escalatedTo: '630100' } })).toBe(
      'case_admin@630100',
    );
    expect(answer({ person: 'P-shen', grants })).toBe('access.other-unit');
  });
  test('downward in the own area, never upward, sideways only by sharing', () => {
    const above: readonly Grant[] = [{ role: 'case_admin', relation: 'above' }];
    expect(answer({ person: 'P-shen', grants: above })).toBe('case_admin@630100');
    expect(answer({ person: 'P-shen', grants: above, resource: { unit: '630202' } })).toBe(
      'access.other-unit',
    );
    expect(answer({ person: 'P-shen', grants: above, resource: { unit: '630100' } })).toBe(
      'access.other-unit',
    );
    expect(answer({ person: 'P-shi', grants: above, resource: { unit: '630100' } })).toBe(
      'access.other-unit',
    );
    const shared: readonly Grant[] = [{ role: 'prosecutor', relation: 'shared' }];
    expect(answer({ person: 'P-ye', grants: shared })).toBe('access.other-unit');
    expect(answer({ person: 'P-ye', grants: shared, resource: { sharedWith: ['630202'] } })).toBe(
      'prosecutor@630202',
    );
  });
  test('a line of the superior reads its own line only', () => {
    const grants: readonly Grant[] = [{ role: 'line_superior', relation: 'above' }];
    const criminal = { department: 'criminal_prosecution' };
    expect(answer({ person: 'P-line', grants, resource: criminal })).toBe('line_superior@630100');
    expect(answer({ person: 'P-line', grants, resource: { department: 'penal_execution' } })).toBe(
      'access.other-unit',
    );
    expect(answer({ person: 'P-line', grants })).toBe('access.other-unit');
  });
  test('anybody signed in, as what he is', () => {
    expect(answer({ person: 'P-ye', grants: [{ role: '*', relation: 'anyone' }] })).toBe('prosecutor@630202');
  });
});

describe('roles have dates', () => {
  const ended = told(
    [{ type: 'RoleEnded', data: { person: 'P-bai', role: 'chief', unit: '630103', on: '2025-03-01' } }],
    province,
  );
  test.each([
    ['2022-12-31', 'access.denied'],
    ['2023-01-01', 'chief@630103'],
    ['2025-02-28', 'chief@630103'],
    ['2025-03-01', 'access.denied'],
  ])('on %s: %s', (today, expected) => {
    expect(answer({ person: 'P-bai', grants: chiefOfTheUnit, today, directory: ended })).toBe(expected);
  });
  test('a role as the token tells it counts only within its dates', () => {
    const subject = {
      person: 'P-x',
      name: 'X',
      roles: [{ role: 'chief', unit: '630103', from: '2020-01-01', until: '2024-12-31' }],
      delegations: [],
    };
    const decision = authorise({
      subject,
      grants: chiefOfTheUnit,
      resource: { unit: '630103' },
      action: 'intake.approveFiling',
      today: '2025-03-14',
      directory: province,
    });
    expect(decision).toMatchObject({ refused: true, code: 'access.denied' });
  });
});

describe('delegation (S12 §29)', () => {
  const as = (today: string, more: Partial<Asked> = {}) =>
    answer({ person: 'P-wen', grants: chiefOfTheUnit, today, ...more });
  test('the deputy decides for the chief while the delegation holds, first and last day included', () => {
    const lent = 'chief@630103 for P-bai by G-1';
    expect(as('2024-12-31')).toBe('access.delegation-needed');
    expect(as('2025-01-01')).toBe(lent);
    expect(as('2025-12-31')).toBe(lent);
    expect(as('2026-01-01')).toBe('access.delegation-needed');
  });
  test('only the decisions, the types and the unit it names', () => {
    expect(as('2025-03-14', { action: 'disposition.makeDecision' })).toBe('access.delegation-needed');
    expect(as('2025-03-14', { resource: { type: 'IAS' } })).toBe('access.delegation-needed');
    expect(as('2025-03-14', { resource: { unit: '630104' } })).toBe('access.denied');
  });
  test('a revoked one is none, from the day on', () => {
    const revoked = told(
      [{ type: 'DelegationRevoked', data: { delegation: 'G-1', on: '2025-03-14' } }],
      province,
    );
    expect(as('2025-03-13', { directory: revoked })).toBe('chief@630103 for P-bai by G-1');
    expect(as('2025-03-14', { directory: revoked })).toBe('access.delegation-needed');
  });
  test('it ends with the office of the chief who gave it', () => {
    const gone = told(
      [{ type: 'RoleEnded', data: { person: 'P-bai', role: 'chief', unit: '630103', on: '2025-03-14' } }],
      province,
    );
    expect(as('2025-03-14', { directory: gone })).toBe('access.delegation-needed');
  });
  test('nobody lends himself a role, and nobody from another unit holds one', () => {
    const odd = told(
      [delegation('G-2', 'P-li', 'P-li', '630103'), delegation('G-3', 'P-bai', 'P-ye', '630103')],
      province,
    );
    expect(answer({ person: 'P-li', grants: chiefOfTheUnit, directory: odd })).toBe('access.denied');
    expect(answer({ person: 'P-ye', grants: chiefOfTheUnit, directory: odd })).toBe('access.denied');
  });
  test('a decision may be named by its last part', () => {
    const short = told(
      [delegation('G-4', 'P-bai', 'P-shi', '630103', { decisions: ['approveFiling'] })],
      province,
    );
    expect(answer({ person: 'P-shi', grants: chiefOfTheUnit, directory: short })).toBe(
      'chief@630103 for P-bai by G-4',
    );
  });
});

describe('restricted things', () => {
  const restricted = { secrecy: 'restricted', accessList: ['P-li'] };
  test('only for those on the list, whatever the role', () => {
    expect(answer({ person: 'P-bai', grants: chiefOfTheUnit, resource: restricted })).toBe(
      'access.restricted',
    );
    expect(
      answer({ person: 'P-li', grants: [{ role: 'prosecutor', relation: 'unit' }], resource: restricted }),
    ).toBe('prosecutor@630103');
  });
  test('the list gives no right that the role does not give', () => {
    expect(answer({ person: 'P-li', grants: chiefOfTheUnit, resource: restricted })).toBe('access.denied');
  });
  test('a label nobody knows is treated as restricted', () => {
    expect(answer({ person: 'P-bai', grants: chiefOfTheUnit, resource: { secrecy: 'state_secret' } })).toBe(
      'access.restricted',
    );
  });
  test('it looks like a thing that is not there', () => {
    expect(accessRefusals['access.restricted']).toMatchObject({ status: 404, zh: '没有找到' });
  });
});
