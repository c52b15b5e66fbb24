import { eventDefinition, type MatterProfile, type VerificationOpened } from '@jiandu/contracts';
import type { Actor, Directory, RoleHolding, StaffEntry } from '@jiandu/eventing';
import { type Came, given, type Scene } from '@jiandu/eventing/testing';
import type { VerificationFact } from '../src/verification/facts.ts';
import { verification } from '../src/verification/verification.ts';

const unit = '632800';
export const matter = 'CIR-632800-2025-00003';

function staff(person: string, name: string, role: string, other: Partial<RoleHolding> = {}): StaffEntry {
  return { person, name, roles: [{ role, unit, from: '2020-01-01', ...other }] };
}

/** The people of the inspection at Golmud, and some who do not belong to it. */
export const people = {
  su: staff('P-632800-su', '苏某', 'prosecutor'),
  liu: staff('P-632800-liu', '刘某', 'assistant'),
  ga: staff('P-632800-ga', '尕某', 'assistant'),
  guest: staff('P-632801-guest', '外院某', 'prosecutor', { unit: '632801' }),
  resident: staff('P-632800-resident', '派驻某', 'prosecutor'),
  ba: staff('P-632800-ba', '巴某', 'chief'),
  head: staff('P-632800-head', '部门某', 'dept_head'),
  stranger: staff('P-630103-li', '李某', 'prosecutor', { unit: '630103' }),
};

const all = Object.values(people);

export const directory: Directory = {
  catalogueVersion: '2026.1',
  calendarVersion: 'cn-2025.1',
  unit: () => undefined,
  isAbove: () => false,
  person: (id) => all.find((each) => each.person === id),
  holders: () => [],
  subject: () => undefined,
};

export function actor(who: keyof typeof people, role = people[who].roles[0]?.role ?? ''): Actor {
  const { person, name } = people[who];
  return { person, name, role, unit };
}

export function member(who: keyof typeof people) {
  const { person, name, roles } = people[who];
  return { person, name, unit: roles[0]?.unit ?? unit };
}

export const profile: MatterProfile = {
  type: 'CIR',
  unit,
  lead: 'L-632800-2025-7K3M9Q2X',
  title: '格尔木市看守所常规巡回检察',
  track: 'case',
  procedure: 'full',
  function: 'criminal',
  line: 'penal_execution',
  department: 'penal_execution',
  supervisedBody: { name: '格尔木市看守所', kind: 'detention_house' },
  custody: true,
  complainant: false,
  secrecy: 'internal',
};

export const plan = {
  aim: '查明监管执法和安全防范情况',
  measures: ['view_cells', 'custody_talk', 'questionnaire'],
  team: [member('su'), member('liu'), member('guest')],
  recused: [member('resident')],
  place: '格尔木市看守所',
};

/** A filed matter of a type, with the plan where the type files with the plan. */
export function opened(change: Partial<VerificationOpened['data']> = {}): VerificationOpened {
  const data = {
    profile,
    handler: member('su'),
    assistants: [member('liu')],
    filedOn: '2025-08-06',
    plan,
    ...change,
  };
  return { type: 'VerificationOpened', data };
}

/** A filed matter of investigation-activity supervision, without a plan. */
export function openedIas(change: Partial<MatterProfile> = {}): VerificationOpened {
  const { plan: _none, ...data } = opened({ profile: { ...profile, type: 'IAS', ...change } }).data;
  return { type: 'VerificationOpened', data };
}

export const onSite: VerificationFact = {
  type: 'OnSiteStarted',
  data: {
    place: '格尔木市看守所',
    team: [member('su'), member('liu')],
    startedOn: '2025-08-11',
    announced: true,
    hotlinePublished: true,
  },
};

export const scene: Scene = { today: '2025-08-13', actor: actor('su'), directory };

/** Given these facts, on a day, by somebody, this command: what it came to. Every fact fits its published schema. */
export function when(
  facts: readonly VerificationFact[],
  name: string,
  input: unknown,
  other: Partial<Scene> = {},
): Came {
  const came = given(verification, matter, scene, facts).when(name, input, other);
  if ('facts' in came) for (const fact of came.facts) eventDefinition(fact.type)?.schema.parse(fact.data);
  return came;
}

/** The facts a command came to; a refusal is a failed test. */
export function factsOf(came: Came): readonly VerificationFact[] {
  if ('facts' in came) return came.facts as readonly VerificationFact[];
  throw new Error(`refused: ${came.refused} ${JSON.stringify(came.params)}`);
}

/** A history told as commands, each on its day by somebody; refused ones are a failed test. */
export class History {
  readonly facts: VerificationFact[];

  constructor(...facts: VerificationFact[]) {
    this.facts = facts;
  }

  do(today: string, name: string, input: unknown, who: Actor = actor('su')): readonly VerificationFact[] {
    const added = factsOf(when(this.facts, name, input, { today, actor: who }));
    this.facts.push(...added);
    return added;
  }

  try(today: string, name: string, input: unknown, who: Actor = actor('su')): Came {
    return when(this.facts, name, input, { today, actor: who });
  }
}
