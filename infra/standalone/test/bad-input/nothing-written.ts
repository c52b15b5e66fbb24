import { expect } from 'vitest';
import type { TestHouse, Told } from '../house.ts';

/** Asks, and answers what was told once it is sure that nothing came into the log. */
export async function writesNothing(house: TestHouse, ask: () => Promise<Told>): Promise<Told> {
  await house.settle();
  const before = await house.head();
  const told = await ask();
  await house.settle();
  expect(await house.head(), 'something was written').toBe(before);
  return told;
}
