import { services } from '../house/services.ts';
import type { ApartHouse } from './apart-house.ts';

/** Where a consumer of both sides stands at the very beginning. */
const BEGINNING = '{}';

/**
 * Every service's policies are put back to the beginning, as after a restore of old read models: all that ever happened is
 * delivered to them again, while clients work. Answers how many services were put back.
 */
export async function rewindPolicies(apart: ApartHouse): Promise<number> {
  const withPolicies = services.filter(({ policies }) => policies.length > 0).map(({ name }) => name);
  const processes = withPolicies.flatMap((name) => apart.house.services.get(name) ?? []);
  await Promise.all(processes.map((each) => each.kill()));
  const views = await apart.views();
  let rewound = 0;
  for (const name of withPolicies) {
    const collection = `${name}.policies@1`;
    if ((await views.checkpoint(collection)) === undefined) continue;
    await views.commit(collection, [], BEGINNING);
    rewound += 1;
  }
  for (const each of processes) await each.restart();
  return rewound;
}
