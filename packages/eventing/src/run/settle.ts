import type { Position } from '../ports/event.ts';
import type { PolicyRunner } from './policy-runner.ts';

/** Chains of policies in this domain are at most three long (lead → number → matter → handler); the rest is head-room. */
const LONGEST_CHAIN = 8;

/**
 * Waits until the policies have handled a position, and what they caused by it, and what that caused in turn.
 * Answers the position that all of it reaches, `undefined` when the time is over first.
 */
export async function settle(
  policies: readonly PolicyRunner[],
  position: Position,
  withinMs: number,
): Promise<Position | undefined> {
  const deadline = performance.now() + withinMs;
  let target = position;
  for (let round = 0; round < LONGEST_CHAIN; round += 1) {
    const left = deadline - performance.now();
    const reached = await Promise.all(policies.map((each) => each.reach(target, left)));
    if (!reached.every(Boolean)) return undefined;
    const caused = Math.max(target, ...policies.map((each) => each.lastEffect));
    if (caused === target) return target;
    target = caused;
  }
  return target;
}
