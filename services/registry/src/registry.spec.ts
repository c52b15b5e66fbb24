import { given } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import { chief, on, scene, system } from '../test/founded.ts';
import { delegation } from './delegation/delegation.ts';
import { person } from './person/person.ts';
import { registryRefusals } from './refusals.ts';
import { unit } from './unit/unit.ts';

const unitFact = {
  type: 'UnitRegistered',
  data: { code: '630103', nameZh: '院', nameEn: 'P', shortZh: '院', level: 'county', from: '2022-10-31' },
} as const;
const unitInput = { ...unitFact.data, code: '630199' };
const closed = { type: 'UnitClosed', data: { code: '630103', on: '2024-01-01', reason: '撤' } } as const;
const staff = { type: 'PersonRegistered', data: { person: 'P-1', name: '某', unit: '630103' } } as const;
const clerk = {
  type: 'RoleGranted',
  data: { person: 'P-1', role: 'clerk', unit: '630103', from: '2024-01-01' },
} as const;
const disabled = {
  type: 'PersonDisabled',
  data: { person: 'P-1', on: '2024-06-01', reason: '调离' },
} as const;
const grant = {
  to: 'P-630103-ma',
  unit: '630103',
  decisions: ['intake.approveFiling'],
  types: [],
  validFrom: '2025-01-01',
  validUntil: '2025-12-31',
};
const granted = {
  type: 'DelegationGranted',
  data: { ...grant, delegation: 'G-1', from: 'P-630103-bai', fromRole: 'chief' },
} as const;
const revoked = {
  type: 'DelegationRevoked',
  data: { delegation: 'G-1', on: '2025-02-01', reason: '收回' },
} as const;

describe('what the registry refuses', () => {
  test.each([
    ['its own superior', [], 'registerUnit', { ...unitInput, parent: '630199' }, 'unit.own-superior'],
    ['a superior nobody knows', [], 'registerUnit', { ...unitInput, parent: '639999' }, 'unit.unknown'],
    [
      'renamed after its end',
      [unitFact, closed],
      'renameUnit',
      { nameZh: '新', nameEn: 'N', shortZh: '新', from: '2025-01-01' },
      'unit.closed',
    ],
    [
      'renamed before it was',
      [unitFact],
      'renameUnit',
      { nameZh: '新', nameEn: 'N', shortZh: '新', from: '2020-01-01' },
      'period.reversed',
    ],
    ['closed before it was', [unitFact], 'closeUnit', { on: '2020-01-01', reason: '撤' }, 'period.reversed'],
    [
      'succeeded by itself',
      [unitFact],
      'closeUnit',
      { on: '2025-01-01', successor: '630103', reason: '撤' },
      'unit.own-superior',
    ],
    [
      'succeeded by nobody known',
      [unitFact],
      'closeUnit',
      { on: '2025-01-01', successor: '639999', reason: '撤' },
      'unit.unknown',
    ],
    ['closed twice', [unitFact, closed], 'closeUnit', { on: '2025-01-01', reason: '撤' }, 'unit.closed'],
  ])('unit: %s', (_title, facts, command, input, code) => {
    expect(given(unit, '630103', scene(system), facts).when(command, input)).toMatchObject({ refused: code });
  });

  test.each([
    ['neither own unit nor host', [], 'registerPerson', { person: 'P-2', name: '某' }, 'person.belonging'],
    [
      'a unit nobody knows',
      [],
      'registerPerson',
      { person: 'P-2', name: '某', unit: '639999' },
      'unit.unknown',
    ],
    [
      'a role nobody knows',
      [staff],
      'grantRole',
      { role: 'emperor', unit: '630103', from: on },
      'role.unknown',
    ],
    [
      'a role in a unit nobody knows',
      [staff],
      'grantRole',
      { role: 'clerk', unit: '639999', from: on },
      'unit.unknown',
    ],
    [
      'a role that ends before it begins',
      [staff],
      'grantRole',
      { role: 'clerk', unit: '630103', from: on, until: '2025-01-01' },
      'period.reversed',
    ],
    [
      'a role that is held',
      [staff, clerk],
      'grantRole',
      { role: 'clerk', unit: '630103', from: on },
      'role.held',
    ],
    [
      'a role for somebody disabled',
      [staff, disabled],
      'grantRole',
      { role: 'clerk', unit: '630103', from: on },
      'person.disabled',
    ],
    [
      'the end of a role nobody holds',
      [staff],
      'endRole',
      { role: 'clerk', unit: '630103' },
      'role.not-held',
    ],
    ['disabled twice', [staff, disabled], 'disablePerson', { reason: '调离' }, 'person.disabled'],
  ])('person: %s', (_title, facts, command, input, code) => {
    expect(given(person, 'P-1', scene(system), facts).when(command, input)).toMatchObject({ refused: code });
  });

  test.each([
    ['to himself', chief, [], 'grantDelegation', { ...grant, to: 'P-630103-bai' }, 'delegation.to-self'],
    [
      'to another unit',
      chief,
      [],
      'grantDelegation',
      { ...grant, to: 'P-630202-lu' },
      'delegation.outside-unit',
    ],
    [
      'an end before its beginning',
      chief,
      [],
      'grantDelegation',
      { ...grant, validUntil: '2024-01-01' },
      'period.reversed',
    ],
    [
      'the power to delegate',
      chief,
      [],
      'grantDelegation',
      { ...grant, decisions: ['registry.grantDelegation'] },
      'delegation.passed-on',
    ],
    [
      'what was lent to him',
      { ...chief, onBehalfOf: 'P-x', delegation: 'G-0' },
      [],
      'grantDelegation',
      grant,
      'delegation.passed-on',
    ],
    [
      'revoked twice',
      chief,
      [granted, revoked],
      'revokeDelegation',
      { reason: '收回' },
      'delegation.revoked',
    ],
    [
      'revoked after its end',
      chief,
      [{ ...granted, data: { ...granted.data, validUntil: '2025-02-28' } }],
      'revokeDelegation',
      { reason: '收回' },
      'delegation.expired',
    ],
  ])('delegation: %s', (_title, who, facts, command, input, code) => {
    expect(given(delegation, 'G-1', scene(who), facts).when(command, input)).toMatchObject({ refused: code });
  });

  test.each(Object.entries(registryRefusals))('%s names its rule', (_code, entry) => {
    expect(entry.law).not.toBe('');
  });
});

describe('what it records', () => {
  test('a role that ended may be given again', () => {
    const ended = {
      type: 'RoleEnded',
      data: { person: 'P-1', role: 'clerk', unit: '630103', on: '2025-03-01' },
    } as const;
    const input = { role: 'clerk', unit: '630103', from: '2025-03-01' };
    expect(given(person, 'P-1', scene(system), [staff, clerk, ended]).when('grantRole', input)).toMatchObject(
      {
        facts: [{ type: 'RoleGranted', data: { person: 'P-1', from: '2025-03-01' } }],
      },
    );
  });

  test('a delegation is the chief’s own', () => {
    expect(given(delegation, 'G-1', scene(chief)).when('grantDelegation', grant)).toMatchObject({
      facts: [{ data: { delegation: 'G-1', from: 'P-630103-bai', fromRole: 'chief', to: 'P-630103-ma' } }],
    });
    expect(
      given(delegation, 'G-1', scene(chief), [granted]).when('revokeDelegation', { reason: '收回' }),
    ).toMatchObject({
      facts: [{ type: 'DelegationRevoked', data: { on } }],
    });
  });
});
