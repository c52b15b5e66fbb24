import * as access from '@jiandu/access';
import { registryEvents } from '@jiandu/contracts';
import type { Organisation, Service, WallClock } from '@jiandu/eventing';
import { Erasure, followOrganisation } from '@jiandu/host';
import type { Closers } from './closers.ts';
import type { Engines } from './engines.ts';

/** How long the organisation may take to be read from the record at the start. */
const PATIENCE_MS = 120_000;

interface OrganisationOf {
  readonly service: Service;
  readonly engines: Engines;
  readonly clock: WallClock;
  readonly closers: Closers;
}

/**
 * Who may do what, kept level with the registry's events in the record itself: a person disabled there is refused here with
 * the next event, whether the broker is up or not. Where reporters' data lie, their erasure is part of being level.
 */
export async function followedOrganisation({ service, engines, clock, closers }: OrganisationOf): Promise<{
  readonly organisation: Organisation;
  readonly people: () => readonly string[];
}> {
  const { record, keys, readModels } = engines;
  const followed = followOrganisation({
    store: record,
    access: access.accessRules,
    events: registryEvents,
    clock,
  });
  closers.add(() => followed.stop());
  await followed.reach(await record.head(), PATIENCE_MS);
  const erasure = service.name === 'intake' ? await Erasure.start(record, keys, readModels) : undefined;
  closers.add(() => erasure?.stop());
  return {
    people: () => followed.people(),
    organisation: {
      authorise: followed.authorise,
      refusals: followed.refusals,
      current: () => followed.current(),
      visible: (subject, grants, today) => followed.visible(subject, grants, today),
      reach: async (position, withinMs) => {
        const reached = [followed.reach(position, withinMs), erasure?.reach(position, withinMs) ?? true];
        return (await Promise.all(reached)).every(Boolean);
      },
    },
  };
}
