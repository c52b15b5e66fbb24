import type { Outcome } from '@jiandu/eventing';
import type { Room } from '../house/room.ts';

export const FINDER = 'P-630202-ye';
export const GATE = 'P-630202-ma';
export const HANDLER = 'P-630202-ye';

/** A prosecutor's own find, not yet accepted; answers its id. */
export async function findLead(room: Room, name: string): Promise<string> {
  const input = {
    unit: '630202',
    source: 'own_case',
    type: 'IAS',
    title: name,
    supervisedBody: { name: '海东市公安局乐都分局', kind: 'public_security' },
  };
  return doneOf(await room.give(FINDER, 'intake.registerLead', undefined, input, name)).id;
}

/** A matter that is accepted, numbered and assigned; answers its number. */
export async function numberedMatter(room: Room, name: string): Promise<string> {
  const lead = await findLead(room, name);
  doneOf(await room.give(GATE, 'intake.acceptLead', lead, {}, name));
  await room.settle();
  const page = await room.runtime.collections<{ id: string; matter?: string }>('intake.leadPool').get(lead);
  if (page?.matter === undefined) throw new Error(`${lead} has no number`);
  return page.matter;
}

/** An assessment of significance; the points tell one from the other. */
export function assessment(place: number) {
  const points = { nature: 25, extent: place % 21, repetition: 15, social_effect: 10, need: place % 6 };
  const scores = Object.entries(points).map(([criterion, given]) => ({ criterion, points: given }));
  return { scores: [...scores, { criterion: 'protected', points: 0 }], opinion: `第${place}次评估` };
}

type Done = Extract<Outcome, { done: true }>;

export function doneOf(outcome: Outcome): Done {
  if (!outcome.done) throw new Error(`refused with ${outcome.refusal.code}`);
  return outcome;
}
