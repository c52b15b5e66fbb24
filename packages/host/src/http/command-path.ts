import type { Addressed } from '@jiandu/eventing';

/** `approveFiling` → `approve-filing`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The collection address of an aggregate: `/v1/intake/leads`. */
export function collectionPath({ service, aggregate }: Addressed): string {
  return `/v1/${service.name}/${aggregate.route}`;
}

/**
 * The address of a command. One rule: what creates is posted to the collection, what acts is posted to the thing.
 * - the first creating command that an aggregate declares: `POST /v1/intake/leads`
 * - each further creating command: `POST /v1/intake/leads/keep-offline`
 * - every other command: `POST /v1/intake/leads/:id/screen-lead`
 */
export function commandPath(addressed: Addressed): string {
  const { aggregate, command, name } = addressed;
  const own = kebab(name.slice(name.indexOf('.') + 1));
  if (command.creates === undefined) return `${collectionPath(addressed)}/:id/${own}`;
  const offered = Object.values(aggregate.commands).filter((each) => !each.internal);
  const first = offered.find((each) => each.creates !== undefined);
  return command === first ? collectionPath(addressed) : `${collectionPath(addressed)}/${own}`;
}
