import type { TestHouse } from './house.ts';

/** The people of one unit who bring a matter up to its filing. */
export interface Finders {
  readonly unit: string;
  readonly handler: string;
  readonly gate: string;
}

const scores = [
  { criterion: 'nature', points: 28 },
  { criterion: 'extent', points: 10 },
  { criterion: 'repetition', points: 20 },
  { criterion: 'social_effect', points: 10 },
  { criterion: 'need', points: 5 },
];

const subKinds = { IAS: 'general', CFS: 'should_file' };

/** A lead that a prosecutor found in a case of his own. */
export async function registeredLead(
  house: TestHouse,
  { unit, handler }: Finders,
  type: 'IAS' | 'CFS' = 'IAS',
): Promise<string> {
  const registered = await house.done(handler, 'intake.registerLead', undefined, {
    unit,
    source: 'own_case',
    type,
    subKind: subKinds[type],
    title: '讯问未同步录音录像',
    supervisedBody: { name: '某公安分局', kind: 'public_security' },
    reporter: { kind: 'citizen', name: '马某' },
  });
  return String(registered.body['id']);
}

/** The number of the matter that a lead became. */
export async function acceptedMatter(house: TestHouse, finders: Finders, lead: string): Promise<string> {
  await house.done(finders.gate, 'intake.acceptLead', lead, {});
  return String((await house.ask(finders.gate, `/v1/intake/leads/${lead}`)).body['matter']);
}

/** Has the handler find a matter major. */
export async function assessedAsMajor(house: TestHouse, { handler }: Finders, matter: string): Promise<void> {
  await house.done(handler, 'intake.assessSignificance', matter, { scores });
}

/** A matter that is accepted and found major, and waits for the chief. */
export async function significantMatter(
  house: TestHouse,
  finders: Finders,
  type: 'IAS' | 'CFS' = 'IAS',
): Promise<string> {
  const matter = await acceptedMatter(house, finders, await registeredLead(house, finders, type));
  await assessedAsMajor(house, finders, matter);
  return matter;
}
