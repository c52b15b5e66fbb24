import { mayLeaveTheHouse } from '@jiandu/contracts';
import { OPEN_TOPIC, Relay, type RelayParts, type Service, topicOf } from '@jiandu/eventing';
import type { openLog } from '@jiandu/host';
import type { Closers } from './closers.ts';
import type { Engines } from './engines.ts';

interface RelaysOf {
  readonly service: Service;
  readonly engines: Engines;
  readonly log: Pick<ReturnType<typeof openLog>, 'warn'>;
  readonly closers: Closers;
}

/** Starts what a service publishes with. */
export async function startRelays({ service, engines, log, closers }: RelaysOf): Promise<readonly Relay[]> {
  const relays: Relay[] = [];
  for (const parts of publishedBy(service)) {
    const relay = await Relay.start({
      ...parts,
      store: engines.record,
      feed: engines.broker,
      readModels: engines.readModels,
      onFailing: (topic, error) =>
        log.warn({ topic, reason: nameOf(error) }, 'relay: publishing failed, tried again'),
    });
    closers.add(() => relay.stop());
    relays.push(relay);
  }
  return relays;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

type Published = Pick<RelayParts, 'name' | 'topic' | 'filter' | 'select'>;

/** A service's own events for the other services; and from reporting, for analysts, those of all that may leave the house. */
export function publishedBy(service: Service): readonly Published[] {
  const categories = service.aggregates.map((aggregate) => `${service.name}.${aggregate.name}`);
  const own = { name: `${service.name}.relay`, topic: topicOf(service.name), filter: { categories } };
  if (service.name !== 'reporting') return [own];
  const select: RelayParts['select'] = ({ metadata }) => mayLeaveTheHouse(metadata.secrecy);
  return [own, { name: 'reporting.openRelay', topic: OPEN_TOPIC, filter: {}, select }];
}
