import { forAnalysts, isOpen } from '@jiandu/contracts';
import {
  type EventFeed,
  OPEN_TOPIC,
  type Recorded,
  Relay,
  type RelayParts,
  type Service,
  type Tracer,
  topicOf,
} from '@jiandu/eventing';
import type { openLog } from '@jiandu/host';
import type { Closers } from './closers.ts';
import type { Engines } from './engines.ts';

interface RelaysOf {
  readonly service: Service;
  readonly engines: Engines;
  readonly log: Pick<ReturnType<typeof openLog>, 'warn'>;
  readonly closers: Closers;
  readonly tracer?: Tracer;
}

/** Starts what a service publishes with. */
export async function startRelays({
  service,
  engines,
  log,
  closers,
  tracer,
}: RelaysOf): Promise<readonly Relay[]> {
  const relays: Relay[] = [];
  for (const { shape, ...parts } of publishedBy(service)) {
    const relay = await Relay.start({
      ...parts,
      store: engines.record,
      feed: shaped(engines.broker, shape),
      readModels: engines.readModels,
      ...(tracer === undefined ? {} : { tracer }),
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

interface Published extends Pick<RelayParts, 'name' | 'topic' | 'filter' | 'select'> {
  /** What of an event is published; the whole unless told. */
  readonly shape?: (event: Recorded) => Recorded;
}

function shaped(feed: EventFeed, shape: Published['shape']): EventFeed {
  if (shape === undefined) return feed;
  return {
    publish: (topic, events) => feed.publish(topic, events.map(shape)),
    consume: (consumer) => feed.consume(consumer),
    close: () => feed.close(),
  };
}

/** A service's own events for the other services; and from reporting, for analysts, those of all that may leave the house. */
export function publishedBy(service: Service): readonly Published[] {
  const categories = service.aggregates.map((aggregate) => `${service.name}.${aggregate.name}`);
  const own = { name: `${service.name}.relay`, topic: topicOf(service.name), filter: { categories } };
  if (service.name !== 'reporting') return [own];
  const open = { name: 'reporting.openRelay', topic: OPEN_TOPIC, filter: {} };
  return [own, { ...open, select: isOpen, shape: forAnalysts }];
}
