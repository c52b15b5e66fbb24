import { given } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import { directory, publishable, system } from '../../test/scene.ts';
import { deadline } from './deadline.ts';

const scene = { today: '2025-05-19', actor: system, directory };
const clock = {
  key: 'IAS-630202-2025-00009',
  unit: '630202',
  clock: 'DL-16',
  subject: 'D-1',
  due: '2025-05-06',
};
const warning = { ...clock, daysLeft: 7, warnedOn: '2025-04-29' };
const miss = { ...clock, since: '2025-05-07' };
type Facts = Parameters<typeof deadline.evolve>[1][];

function said(before: Facts, command: string, input: unknown): Facts {
  const came = given(deadline, 'any', scene, before).when(command, input);
  if ('refused' in came) throw new Error(came.refused);
  publishable(came.facts, scene.today);
  return came.facts as Facts;
}

describe('the watch over one clock', () => {
  test('a warning and a miss are dated on the day they fell, however late they are said', () => {
    expect(said([], 'warnDeadline', warning).map(({ occurredOn }) => occurredOn)).toEqual(['2025-04-29']);
    expect(said([], 'missDeadline', miss).map(({ occurredOn }) => occurredOn)).toEqual(['2025-05-07']);
  });

  test('each is said once', () => {
    const before = [...said([], 'warnDeadline', warning), ...said([], 'missDeadline', miss)];
    expect(said(before, 'warnDeadline', warning)).toEqual([]);
    expect(said(before, 'missDeadline', miss)).toEqual([]);
    expect(said(before, 'warnDeadline', { ...warning, daysLeft: 3, warnedOn: '2025-05-03' })).toHaveLength(1);
  });

  test('an extended clock is watched anew', () => {
    const before = said([], 'missDeadline', miss);
    const extended = { ...miss, due: '2025-05-16', since: '2025-05-17' };
    expect(said(before, 'missDeadline', extended)).toHaveLength(1);
  });

  test('it belongs to the matter and the unit of the clock, and keeps its label', () => {
    const [fact] = said([], 'missDeadline', { ...miss, secrecy: 'restricted' });
    const state = deadline.evolve(deadline.initial, fact!);
    expect(deadline.resource(state, 'any')).toEqual({ unit: '630202', secrecy: 'restricted' });
    expect(deadline.key?.(state, 'any')).toBe('IAS-630202-2025-00009');
  });
});
