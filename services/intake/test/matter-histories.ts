/** Matters as they may stand, for the specs. */
import { given } from '@jiandu/eventing/testing';
import { matter } from '../src/matter/matter.ts';
import type { MatterFact } from '../src/matter/state.ts';
import { accepted, acceptedAs, assessed, assigned, MATTER, reviewed, scene } from './scene.ts';

export const handler = scene('P-630103-li');
export const assistant = scene('P-630103-cai');
export const head = scene('P-630103-qi');
export const chief = scene('P-630103-bai');
export const gate = scene('P-630103-shi');

export const voided: MatterFact = { type: 'MatterVoided', data: { opinion: '误' } };
export const ended: MatterFact = {
  type: 'MatterEndNoted',
  data: { ending: 'concluded', endedOn: '2025-03-10' },
};
export const task: MatterFact = { type: 'FilingRejected', data: { outcome: 'task', opinion: '轻微' } };
export const conflicted: MatterFact = {
  type: 'ConflictDeclared',
  data: { person: 'P-630103-li', conflict: true },
};
export const challenge = { challenged: 'P-630103-li', by: { kind: 'party' }, ground: 'relative' };
export const civil = acceptedAs({ function: 'civil' });

export function factsOf(came: ReturnType<ReturnType<typeof given>['when']>): readonly MatterFact[] {
  if (!('facts' in came)) throw new Error(came.refused);
  return came.facts as readonly MatterFact[];
}
export const challenged = factsOf(
  given(matter, MATTER, gate, [civil, assigned]).when('requestRecusal', challenge),
);
export const decision = { recusal: 'RC-1', granted: false, opinion: '理由不成立' };
export const all = [accepted, assigned, assessed(78), reviewed()];
