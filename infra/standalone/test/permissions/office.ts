import { roles as everyRole } from '@jiandu/catalogue';
import type { TestHouse } from '../house.ts';
import { acceptedMatter, assessedAsMajor, type Finders, registeredLead } from '../matters.ts';

/** Where somebody stands who holds a role: assigned to the thing, in its unit, above, below, beside. */
export const places = ['own', 'unit', 'above', 'below', 'sister'] as const;
export type Place = (typeof places)[number];

export const UNIT = '630200';
const ABOVE = '630000';
const BELOW = '630202';
const SISTER = '630100';
/** Assigned people hold their role in another unit: nothing but the assignment ties them to the thing. */
const unitOf: Readonly<Record<Place, string>> = {
  own: SISTER,
  unit: UNIT,
  above: ABOVE,
  below: BELOW,
  sister: SISTER,
};
const superior: Readonly<Record<string, string>> = { [UNIT]: ABOVE, [BELOW]: UNIT, [SISTER]: ABOVE };

/** The day on which the office is set up, and the day on which it is asked. */
const FOUNDED = '2025-03-03';
export const ASKED = '2025-03-04';

/** Every role that a person can hold. */
export const roles: readonly string[] = everyRole.map(({ code }) => code).filter((code) => code !== 'system');

export const NOBODY = 'P-630200-nobody';
const SYSADMIN = 'P-630000-guan';

/** Somebody with one role at one place. */
export function holder(role: string, place: Place): string {
  return `P-${unitOf[place]}-${place}-${role.replaceAll('_', '-')}`;
}

/** A thing that acts are tried on. */
export interface Thing {
  readonly unit: string;
  /** Whether the people of `own` are assigned to it. */
  readonly assigned?: boolean;
  readonly escalatedTo?: string;
}

/** The ties of the matrix in which a place stands to a thing. */
export function tiesOf(place: Place, { unit, assigned = false, escalatedTo }: Thing): readonly string[] {
  const home = unitOf[place];
  const ties = ['anyone'];
  if (assigned && place === 'own') ties.push('own');
  if (home === unit) ties.push('unit');
  if (home === escalatedTo) ties.push('escalated');
  for (let at = superior[unit]; at !== undefined; at = superior[at]) if (at === home) ties.push('above');
  return ties;
}

/** What the matrix is tried on. */
export interface Office {
  readonly lead: string;
  readonly matter: string;
  /** A matter of the unit below that was taken to this one. */
  readonly escalated: string;
  readonly delegation: string;
}

async function hire(house: TestHouse): Promise<void> {
  const give = async (command: string, id: string | undefined, input: object) => {
    const told = await house.give(SYSADMIN, command, id, input);
    if (told.status >= 300) throw new Error(`${command} ${id}: ${told.text}`);
  };
  const everybody = roles.flatMap((role) => places.map((place) => ({ role, place })));
  await give('registry.registerPerson', undefined, { person: NOBODY, name: '无职人员', unit: UNIT });
  await give('registry.registerPerson', undefined, { person: 'P-630200-leaver', name: '将去者', unit: UNIT });
  for (const { role, place } of everybody) {
    const person = holder(role, place);
    await give('registry.registerPerson', undefined, { person, name: `${role}某`, unit: unitOf[place] });
    await give('registry.grantRole', person, { role, unit: unitOf[place], from: ASKED });
    if (place === 'own') {
      await give('registry.grantRole', person, { role: 'clerk', unit: UNIT, from: FOUNDED, until: FOUNDED });
    }
  }
  await house.settle();
}

async function filed(house: TestHouse, finders: Finders, chief: string) {
  const lead = await registeredLead(house, finders);
  const matter = await acceptedMatter(house, finders, lead);
  await assessedAsMajor(house, finders, matter);
  await house.done(chief, 'intake.approveFiling', matter, {});
  return { lead, matter };
}

async function escalate(house: TestHouse): Promise<string> {
  const [handler, chief, clerk] = ['P-630202-ye', 'P-630202-duo', 'P-630202-qi'];
  const { matter } = await filed(house, { unit: BELOW, handler, gate: 'P-630202-ma' }, chief);
  const steps: readonly (readonly [string, string, object])[] = [
    [
      handler,
      'investigation.submitReviewReport',
      {
        facts: '三次讯问未录音录像。',
        law: '规则第五百六十七条',
        conclusion: 'violation',
        proposal: '书面纠正。',
      },
    ],
    [
      chief,
      'disposition.makeDecision',
      { outcome: 'instruments', instruments: [{ kind: 'correction_notice' }], opinion: '纠正。' },
    ],
    [clerk, 'disposition.serveInstrument', { instrument: 'D-1', method: 'direct', proof: '回证' }],
    [
      clerk,
      'disposition.recordReply',
      { instruments: ['D-1'], kind: 'rectification', content: '不予采纳。' },
    ],
    [handler, 'disposition.assessReply', { reply: 'R-1', adoption: 'refused', opinion: '无理由拒绝。' }],
    [handler, 'disposition.escalateToSuperior', { instruments: ['D-1'], opinion: '报告海东市院。' }],
  ];
  for (const [person, command, input] of steps) await house.done(person, command, matter, input);
  return matter;
}

/** Hires somebody for every role and place, and opens what they are tried on. */
export async function foundOffice(house: TestHouse): Promise<Office> {
  await hire(house);
  const staff = { unit: UNIT, handler: 'P-630200-xie', gate: 'P-630200-an' };
  const chief = 'P-630200-cai';
  const { lead, matter } = await filed(house, staff, chief);
  await house.done('P-630200-geng', 'intake.reassignHandler', matter, {
    handler: staff.handler,
    assistants: roles.map((role) => holder(role, 'own')),
    opinion: '组成办案组。',
  });
  await house.done(staff.handler, 'disposition.orderInstrument', matter, {
    kind: 'legality_explanation_request',
  });
  const escalated = await escalate(house);
  const granted = await house.done(chief, 'registry.grantDelegation', undefined, {
    to: 'P-630200-pei',
    unit: UNIT,
    decisions: ['intake.approveFiling'],
    types: [],
    validFrom: '2025-04-01',
    validUntil: '2025-04-30',
  });
  await house.toDay(ASKED);
  return { lead, matter, escalated, delegation: String(granted.body['id']) };
}
