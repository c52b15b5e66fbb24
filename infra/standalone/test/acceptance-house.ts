import type { WorkedMatter } from '@jiandu/worked-matters';
import { workedMatters } from '@jiandu/worked-matters';
import { inProcess } from '../src/in-process.ts';
import { openTestHouse, type TestHouse } from './house.ts';

/** The morning before the first worked matter begins. */
const BEFORE_ALL = '2025-03-01';

/** One of the field's examples. */
export function workedMatter(id: string): WorkedMatter {
  const found = workedMatters.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no worked matter ${id}`);
  return found;
}

/** A house on an empty data directory, and its public API. */
export async function openEmptyHouse() {
  const house: TestHouse = await openTestHouse(BEFORE_ALL);
  return { house, exchange: inProcess(house.house.app) };
}
