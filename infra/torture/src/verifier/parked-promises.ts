import type { ReadModels } from '@jiandu/eventing';
import { broken, type Finding } from './finding.ts';

const policies = (service: string) => `${service}.policies@1`;

/** Position up to which a service's policies say that they have handled the log; 0 before they began. */
export async function handledBy(live: ReadModels, service: string): Promise<number> {
  const known = (await live.collections()).includes(policies(service));
  return known ? Number((await live.checkpoint(policies(service))) ?? 0) : 0;
}

/** No policy has parked anything. */
export async function checkParked(
  live: ReadModels,
  services: readonly string[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const known = await live.collections();
  for (const service of services) {
    if (!known.includes(policies(service))) continue;
    for await (const parked of live.scan(policies(service))) {
      found.push(broken('policy.parked', `${service}: ${JSON.stringify(parked)}`));
    }
  }
  return found;
}
