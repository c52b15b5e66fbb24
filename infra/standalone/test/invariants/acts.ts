import { actsOfHandling } from './acts-of-handling.ts';
import { actsOfIntake } from './acts-of-intake.ts';
import type { Act, Given, Seen } from './given.ts';
import { staffOf } from './scene.ts';

/** Every act that may come up, by a short name. */
const acts: Readonly<Record<string, Act>> = { ...actsOfIntake, ...actsOfHandling };

/** Acts that end a matter at once; they come up seldom, or there would be little to look at. */
const ending: readonly string[] = ['rejectLead', 'rejectFiling', 'voidNumber', 'terminate'];
const early: readonly string[] = [
  'register',
  'screen',
  'accept',
  'assess',
  'review',
  'file',
  'reassign',
  'conflict',
  'challenge',
  'decideRecusal',
  'tell',
  'secret',
  'prompt',
  'notice',
  'measure',
  'decide',
  'voidNumber',
];

/** An act that might come up by the way: before a matter is filed mostly such as can come up then. */
export function actByTheWay(n: number, filed: boolean): string {
  const late = Object.keys(acts).filter((act) => act !== 'begin' && !ending.includes(act));
  const list = filed ? late : early;
  return (n % 20 === 19 ? ending[Math.floor(n / 20) % ending.length] : list[n % list.length]) ?? 'secret';
}

/** What an act would be at this point of a history. */
export function actAt(name: string, seen: Seen, n: number): Given {
  const act = acts[name];
  if (act === undefined) throw new Error(`there is no act ${name}`);
  return act(seen, staffOf[seen.type], n);
}
