import { gradeSchemeOn } from '@jiandu/catalogue';
import { eventDefinition, type MatterProfile } from '@jiandu/contracts';
import type { Actor, Directory, RoleHolding, StaffEntry } from '@jiandu/eventing';
import { type Came, given, type Scene } from '@jiandu/eventing/testing';
import { qualityCheck } from '../src/quality-check/quality-check.ts';
import type { QualityCheckFact } from '../src/quality-check/state.ts';

const unit = '630103';
export const matter = 'CFS-630103-2025-00017';

function staff(person: string, name: string, ...roles: Partial<RoleHolding>[]): StaffEntry {
  const held = { role: 'prosecutor', unit, from: '2020-01-01' };
  return { person, name, roles: roles.map((each) => ({ ...held, ...each })) };
}

/** The people of EX-01, and reviewers near and far. */
export const people = {
  li: staff('P-630103-li', '李某', { department: 'criminal_prosecution' }),
  cai: staff('P-630103-cai', '才某', { role: 'assistant', department: 'criminal_prosecution' }),
  shi: staff('P-630103-shi', '史某', { role: 'case_admin' }),
  far: staff('P-630103-far', '评查某', { role: 'reviewer' }, { department: 'civil' }),
  near: staff('P-630103-near', '同部门某', { role: 'reviewer' }, { department: 'criminal_prosecution' }),
  left: staff(
    'P-630103-left',
    '调离某',
    { role: 'reviewer' },
    { department: 'criminal_prosecution', until: '2025-03-30' },
  ),
  upper: staff('P-630100-upper', '上级某', { role: 'reviewer', unit: '630100' }),
};

const all = Object.values(people);

export const directory: Directory = {
  catalogueVersion: '2026.1',
  calendarVersion: 'cn-2025.1',
  unit: () => undefined,
  isAbove: (above, below) => above === '630100' && below === unit,
  person: (id) => all.find((each) => each.person === id),
  holders: () => [],
  subject: () => undefined,
};

export function actor(who: keyof typeof people): Actor {
  const { person, name, roles } = people[who];
  return { person, name, role: roles[0]?.role ?? '', unit: roles[0]?.unit ?? unit };
}

export function member(who: keyof typeof people) {
  const { person, name, roles } = people[who];
  return { person, name, unit: roles[0]?.unit ?? unit };
}

export const profile: MatterProfile = {
  type: 'CFS',
  subKind: 'should_file',
  unit,
  lead: 'L-630103-2025-7K3M9Q2X',
  title: '合同诈骗应当立案而不立案',
  track: 'case',
  procedure: 'full',
  function: 'criminal',
  line: 'criminal_prosecution',
  department: 'criminal_prosecution',
  supervisedBody: { name: '城中公安分局', kind: 'public_security' },
  custody: false,
  complainant: true,
  secrecy: 'internal',
};

const group = { handler: member('li'), assistants: [member('cai')] };
export const opened: QualityCheckFact = {
  type: 'QualityCheckOpened',
  data: { profile, ...group, openedOn: '2025-03-14' },
};

export function due(effectObtained = true): QualityCheckFact {
  return { type: 'QualityCheckDue', data: { concludedOn: '2025-08-25', effectObtained, ...group } };
}

/** The seven parts of the form. */
export const parts: readonly string[] = (gradeSchemeOn('2025-08-25')?.questions ?? []).map(
  (each) => each.code,
);

export const answers = parts.map((question) => ({ question, sound: true }));
export const selfCheck = { answers, proposedGrade: 'qualified' };

export const checked: QualityCheckFact = {
  type: 'SelfChecked',
  data: { ...selfCheck, scheme: 'scheme-2017', checkedOn: '2025-08-25' },
};

/** A form with points for each part, full ones unless told. */
export function form(points: Readonly<Record<string, number>> = {}) {
  const questions = gradeSchemeOn('2025-08-25')?.questions ?? [];
  const filled = questions.map(({ code, points: most }) => ({ part: code, points: points[code] ?? most }));
  return { parts: filled, opinion: '评查意见' };
}

export const scene: Scene = { today: '2025-08-25', actor: actor('li'), directory };

/** Given these facts, this command: what it came to. Every fact fits its published schema. */
export function when(
  facts: readonly QualityCheckFact[],
  name: string,
  input: unknown,
  other: Partial<Scene> = {},
): Came {
  const came = given(qualityCheck, matter, scene, facts).when(name, input, other);
  if ('facts' in came) for (const fact of came.facts) eventDefinition(fact.type)?.schema.parse(fact.data);
  return came;
}
