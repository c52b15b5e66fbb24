import type { EventDefinition } from '@jiandu/eventing';
import { assessmentEvents } from './assessment.ts';
import { dispositionEvents } from './disposition.ts';
import { intakeEvents } from './intake.ts';
import { investigationEvents } from './investigation.ts';
import { registryEvents } from './registry.ts';
import { reportingEvents } from './reporting.ts';

/** Every event of the house by the service that publishes it. A type's name is unique over all of them. */
export const eventsByService = {
  registry: registryEvents,
  intake: intakeEvents,
  investigation: investigationEvents,
  disposition: dispositionEvents,
  assessment: assessmentEvents,
  reporting: reportingEvents,
} as const satisfies Readonly<Record<string, readonly EventDefinition[]>>;

/** All definitions in one list. */
export const houseEvents: readonly EventDefinition[] = Object.values(eventsByService).flat();

const byType: ReadonlyMap<string, EventDefinition> = new Map(houseEvents.map((each) => [each.type, each]));

/** The definition of an event type, when there is one. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type);
}

const publishers: ReadonlyMap<string, string> = new Map(
  Object.entries(eventsByService).flatMap(([service, events]) => events.map(({ type }) => [type, service])),
);

/** The service that publishes an event type, when there is one. */
export function publisherOf(type: string): string | undefined {
  return publishers.get(type);
}
