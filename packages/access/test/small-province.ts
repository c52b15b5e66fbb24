import { type DirectoryState, emptyDirectory, foldDirectory } from '../src/index.ts';

type Event = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** Registers a unit below another. */
export function unit(code: string, parent?: string): Event {
  const names = { nameZh: `${code} 院`, nameEn: `Unit ${code}`, shortZh: code };
  const data = {
    code,
    ...names,
    level: 'county',
    from: '2022-10-31',
    ...(parent === undefined ? {} : { parent }),
  };
  return { type: 'UnitRegistered', data };
}

/** Registers a person with roles written as `role@unit` or `role@unit/department`. */
export function staff(person: string, ...roles: readonly string[]): readonly Event[] {
  return [
    { type: 'PersonRegistered', data: { person, name: person } },
    ...roles.map((written) => {
      const [, role, at, department] = /^(\w+)@(\d+)(?:\/(\w+))?$/.exec(written) ?? [];
      const data = { person, role, unit: at, from: '2023-01-01', ...(department ? { department } : {}) };
      return { type: 'RoleGranted', data };
    }),
  ];
}

/** A written delegation of the chief of a unit, valid in 2025. */
export function delegation(id: string, from: string, to: string, at: string, more: object = {}): Event {
  const data = {
    delegation: id,
    from,
    fromRole: 'chief',
    to,
    unit: at,
    decisions: ['intake.approveFiling'],
    types: [],
    validFrom: '2025-01-01',
    validUntil: '2025-12-31',
    ...more,
  };
  return { type: 'DelegationGranted', data };
}

/** Folds events onto a directory. */
export function told(events: readonly Event[], from: DirectoryState = emptyDirectory): DirectoryState {
  return events.reduce((directory, event) => foldDirectory(directory, event), from);
}

/** One province, two prefectures, three counties, with staff. */
export const province = told([
  unit('630000'),
  unit('630100', '630000'),
  unit('630200', '630000'),
  unit('630103', '630100'),
  unit('630104', '630100'),
  unit('630202', '630200'),
  { type: 'CatalogueVersionPublished', data: { version: '2026.1', effectiveFrom: '2023-10-01' } },
  { type: 'CalendarPublished', data: { version: 'cn-2025.1', effectiveFrom: '2024-11-12' } },
  ...staff('P-li', 'prosecutor@630103/criminal_prosecution'),
  ...staff('P-zhao', 'prosecutor@630103/criminal_prosecution'),
  ...staff('P-bai', 'chief@630103'),
  ...staff('P-wen', 'deputy_chief@630103'),
  ...staff('P-shi', 'case_admin@630103', 'clerk@630103'),
  ...staff('P-shen', 'case_admin@630100'),
  ...staff('P-liao', 'chief@630100'),
  ...staff('P-line', 'line_superior@630100/criminal_prosecution'),
  ...staff('P-ye', 'prosecutor@630202'),
  ...staff('P-audit', 'auditor@630000'),
  delegation('G-1', 'P-bai', 'P-wen', '630103', { types: ['CFS'] }),
]);

/** The units and people of the province, for generators. */
export const units = ['630000', '630100', '630200', '630103', '630104', '630202'] as const;
export const people = [
  'P-li',
  'P-zhao',
  'P-bai',
  'P-wen',
  'P-shi',
  'P-shen',
  'P-liao',
  'P-line',
  'P-ye',
  'P-audit',
] as const;
