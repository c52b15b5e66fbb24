import type { Aggregate } from './aggregate.ts';
import type { Bilingual, EventDefinition } from './event-definition.ts';
import type { Policy } from './policy.ts';
import type { AnyQuery } from './query.ts';
import type { RefusalRegister } from './refusal.ts';
import type { Timer } from './timer.ts';
import type { View } from './view.ts';

/** A service is a value: what it can do, what it reacts to, what it shows. Hosts run it. */
export interface Service {
  /** Lower-case word; prefix of categories, topics and routes. */
  readonly name: string;
  readonly title: Bilingual;
  /** Events this service publishes. */
  readonly events: readonly EventDefinition[];
  readonly aggregates: readonly Aggregate[];
  readonly policies: readonly Policy[];
  readonly timers: readonly Timer[];
  readonly views: readonly View[];
  readonly queries: readonly AnyQuery[];
  readonly refusals: RefusalRegister;
}

interface ServiceParts extends Omit<Service, 'policies' | 'timers' | 'views' | 'queries'> {
  readonly policies?: readonly Policy[];
  readonly timers?: readonly Timer[];
  readonly views?: readonly View[];
  readonly queries?: readonly AnyQuery[];
}

/** Declares a service; a name used twice is a bug and is thrown at start. */
export function defineService(parts: ServiceParts): Service {
  const service = { policies: [], timers: [], views: [], queries: [], ...parts };
  const names = {
    aggregate: service.aggregates.map((each) => each.name),
    command: service.aggregates.flatMap((each) => Object.keys(each.commands)),
    event: service.events.map((each) => each.type),
    policy: service.policies.map((each) => each.name),
    view: service.views.map((each) => each.name),
    query: service.queries.map((each) => each.name),
  };
  for (const [kind, list] of Object.entries(names)) {
    const twice = list.find((name, index) => list.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`service ${service.name} declares ${kind} ${twice} twice`);
  }
  return service;
}
