import { demonstrationMatters, playTogether } from '@jiandu/worked-matters';
import { inProcess } from '../../src/in-process.ts';
import { type Json, openTestHouse, type TestHouse } from '../house.ts';

export const TODAY = '2026-11-24';

/** A house with the matters of the demonstration, on the morning of its day. */
export async function openDemonstrationHouse(): Promise<TestHouse> {
  const house = await openTestHouse('2025-11-24');
  const played = await playTogether(demonstrationMatters(TODAY), inProcess(house.house.app));
  const differences = played.flatMap((each) => each.differences);
  if (differences.length > 0) throw new Error(differences.join('\n'));
  await house.toDay(TODAY);
  return house;
}

export const itemsOf = (body: Json) => body['items'] as readonly Json[];

/** All pages of a list; `between` happens after the first. */
export async function pages(
  house: TestHouse,
  person: string,
  address: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly (readonly Json[])[]> {
  const found: (readonly Json[])[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { status, body, text } = await house.ask(
      person,
      `${address}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (status !== 200) throw new Error(`${address}: ${text}`);
    found.push(itemsOf(body));
    if (found.length === 1) await between();
    cursor = body['next'] as string | undefined;
  }
  return found;
}
