import {
  catalogueVersionPublished,
  delegationGranted,
  personRegistered,
  registryEvents,
  roleGranted,
  unitRegistered,
} from '@jiandu/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { province, staff, told, unit } from '../test/small-province.ts';
import { dayBefore } from './day-before.ts';
import { emptyDirectory, foldDirectory } from './index.ts';

describe('units', () => {
  test('superiors at any distance, never oneself', () => {
    expect(province.isAbove('630000', '630103')).toBe(true);
    expect(province.isAbove('630100', '630103')).toBe(true);
    expect(province.isAbove('630200', '630103')).toBe(false);
    expect(province.isAbove('630103', '630103')).toBe(false);
    expect(province.isAbove('630103', '630100')).toBe(false);
  });
  test('below is the reverse of above', () => {
    for (const above of ['630000', '630100', '630200', '630103']) {
      for (const code of ['630000', '630100', '630103', '630104', '630202']) {
        expect(province.unitsBelow(above).includes(code), `${above} ${code}`).toBe(
          province.isAbove(above, code),
        );
      }
    }
  });
  test('units in a circle do not hang the house', () => {
    const circle = told([unit('100000', '200000'), unit('200000', '100000')]);
    expect(circle.isAbove('300000', '100000')).toBe(false);
    expect(circle.unitsBelow('100000')).toEqual(['200000']);
  });
  test('another superior takes the unit from the one before', () => {
    const moved = told([unit('630103', '630200')], province);
    expect(moved.unitsBelow('630100')).toEqual(['630104']);
    expect(moved.unitsBelow('630200')).toEqual(['630103', '630202']);
  });
  test('a new name and an end are known; the old directory stays as it was', () => {
    const later = told(
      [
        {
          type: 'UnitRenamed',
          data: { code: '630103', nameZh: '新院', nameEn: 'New', shortZh: '新', from: '2025-01-01' },
        },
        {
          type: 'UnitClosed',
          data: { code: '630104', on: '2025-02-01', successor: '630103', reason: '合并' },
        },
      ],
      province,
    );
    expect(later.unit('630103')).toMatchObject({ nameZh: '新院', parent: '630100' });
    expect(later.unit('630104')).toMatchObject({ closedOn: '2025-02-01', successor: '630103' });
    expect(province.unit('630103')?.nameZh).toBe('630103 院');
    expect(province.unit('999999')).toBeUndefined();
  });
});

describe('people', () => {
  test('holders come in a stable order, whatever the order of the events', () => {
    const events = [...staff('P-b', 'clerk@630103'), ...staff('P-a', 'clerk@630103')];
    const names = (list: readonly { person: string }[]) => list.map(({ person }) => person);
    expect(names(told(events, province).holders('clerk', '630103', '2025-03-14'))).toEqual([
      'P-a',
      'P-b',
      'P-shi',
    ]);
    expect(province.holders('clerk', '630104', '2025-03-14')).toEqual([]);
    expect(province.holders('clerk', '630103', '2022-12-31')).toEqual([]);
  });
  test('somebody disabled may not act from that day on, but is still known', () => {
    const disabled = told(
      [{ type: 'PersonDisabled', data: { person: 'P-shi', on: '2025-03-14', reason: '调离' } }],
      province,
    );
    expect(disabled.subject('P-shi', '2025-03-13')?.roles).toHaveLength(2);
    expect(disabled.subject('P-shi', '2025-03-14')).toBeUndefined();
    expect(disabled.holders('clerk', '630103', '2025-03-14')).toEqual([]);
    expect(disabled.person('P-shi')?.name).toBe('P-shi');
    expect(province.subject('P-nobody', '2025-03-14')).toBeUndefined();
  });
  test('a role ends the day before its end, comes again with a new grant, and one never begun is none', () => {
    const end = (on: string) => ({
      type: 'RoleEnded',
      data: { person: 'P-li', role: 'prosecutor', unit: '630103', on },
    });
    const grant = {
      type: 'RoleGranted',
      data: { person: 'P-li', role: 'prosecutor', unit: '630103', from: '2025-06-01' },
    };
    const again = told([end('2025-03-01'), grant], province);
    const held = (day: string) => again.subject('P-li', day)?.roles.length;
    expect([held('2025-02-28'), held('2025-03-01'), held('2025-05-31'), held('2025-06-01')]).toEqual([
      1, 0, 0, 1,
    ]);
    expect(told([end('2025-06-01')], again).person('P-li')?.roles).toHaveLength(1);
    expect(told([end('2023-01-01')], province).person('P-li')?.roles).toEqual([]);
  });
  test('events about nobody known change nothing', () => {
    expect(
      told(
        [{ type: 'RoleGranted', data: { person: 'P-x', role: 'chief', unit: '630103', from: '2025-01-01' } }],
        province,
      ).person('P-x'),
    ).toBeUndefined();
    expect(foldDirectory(province, { type: 'LeadRegistered', data: {} })).toBe(province);
  });
});

describe('versions', () => {
  const two = told(
    [
      { type: 'CalendarPublished', data: { version: 'cn-2026.1', effectiveFrom: '2025-11-04' } },
      { type: 'CatalogueVersionPublished', data: { version: '2025.1', effectiveFrom: '2022-01-01' } },
    ],
    province,
  );
  test('the newest published, or the one of a day', () => {
    expect([two.catalogueVersion, two.calendarVersion]).toEqual(['2026.1', 'cn-2026.1']);
    const before = two.asOf('2025-03-14');
    expect([before.catalogueVersion, before.calendarVersion]).toEqual(['2026.1', 'cn-2025.1']);
    expect(two.asOf('2023-05-01').catalogueVersion).toBe('2025.1');
    expect(emptyDirectory.catalogueVersion).toBe('unpublished');
  });
});

describe('the fold and the published language', () => {
  test('every event of the registry is folded', () => {
    const before = told([
      { type: 'UnitRegistered', data: {} },
      { type: 'PersonRegistered', data: {} },
      { type: 'DelegationGranted', data: {} },
    ]);
    for (const { type } of registryEvents) {
      expect(foldDirectory(before, { type, data: {} }), `${type} changes nothing`).not.toBe(before);
    }
  });
  test('the fields it reads are fields of the events', () => {
    const fields = (definition: { schema: { shape: object } }) => Object.keys(definition.schema.shape);
    expect(fields(unitRegistered)).toEqual(
      expect.arrayContaining([
        'code',
        'nameZh',
        'nameEn',
        'shortZh',
        'level',
        'parent',
        'abbreviation',
        'from',
      ]),
    );
    expect(fields(personRegistered)).toEqual(expect.arrayContaining(['person', 'name']));
    expect(fields(roleGranted)).toEqual(
      expect.arrayContaining(['person', 'role', 'unit', 'department', 'from', 'until']),
    );
    expect(fields(delegationGranted)).toEqual(
      expect.arrayContaining([
        'delegation',
        'from',
        'fromRole',
        'to',
        'unit',
        'decisions',
        'types',
        'validFrom',
        'validUntil',
      ]),
    );
    expect(fields(catalogueVersionPublished)).toEqual(expect.arrayContaining(['version', 'effectiveFrom']));
  });
});

test('the day before is the day before', () => {
  const days = fc.date({ min: new Date('1900-01-02'), max: new Date('2400-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const written = date.toISOString().slice(0, 10);
      const before = new Date(Date.parse(written) - 86_400_000).toISOString().slice(0, 10);
      expect(dayBefore(written)).toBe(before);
    }),
    { numRuns: 1000 },
  );
});
