import type { Aggregate, AnyCommand } from '../declare/aggregate.ts';
import type { EventDefinition } from '../declare/event-definition.ts';
import { upcast } from '../declare/event-definition.ts';
import type { RefusalRegister } from '../declare/refusal.ts';
import type { Service } from '../declare/service.ts';
import type { Envelope } from '../declare/view.ts';
import type { Recorded } from '../ports/event.ts';
import { categoryOf } from '../ports/event.ts';
import { kernelRefusals } from './kernel-refusals.ts';
import { dropPersonal } from './sealing.ts';

/** A command with where it belongs. */
export interface Addressed {
  readonly service: Service;
  readonly aggregate: Aggregate;
  readonly command: AnyCommand;
  /** `intake.registerLead` */
  readonly name: string;
  readonly category: string;
}

/** Finds commands, events and refusals over all services of an installation. */
export class ServiceIndex {
  readonly services: readonly Service[];
  readonly commands: ReadonlyMap<string, Addressed>;
  readonly events: ReadonlyMap<string, EventDefinition>;
  /** What may be refused whatever the service; each service speaks for its own codes. */
  readonly refusals: RefusalRegister;
  readonly #aggregates: ReadonlyMap<string, Aggregate>;

  /** `published`: definitions of events of services that run elsewhere, by which theirs are lifted and stripped. */
  constructor(
    services: readonly Service[],
    refusals: RefusalRegister,
    published: readonly EventDefinition[] = [],
  ) {
    this.services = services;
    const addressed = services.flatMap((service) =>
      service.aggregates.flatMap((aggregate) =>
        Object.entries(aggregate.commands).map(([name, command]) => ({
          service,
          aggregate,
          command,
          name: `${service.name}.${name}`,
          category: `${service.name}.${aggregate.name}`,
        })),
      ),
    );
    this.commands = new Map(addressed.map((each) => [each.name, each]));
    this.#aggregates = new Map(addressed.map((each) => [each.category, each.aggregate]));
    const own = services.flatMap((service) => service.events);
    this.events = new Map([...published, ...own].map((event) => [event.type, event]));
    this.refusals = { ...kernelRefusals, ...refusals };
  }

  /** The definition of an event type; a type nobody declares is a bug or a newer release's log. */
  event(type: string): EventDefinition {
    const definition = this.events.get(type);
    if (definition === undefined) throw new Error(`no service declares the event ${type}`);
    return definition;
  }

  aggregateOf(stream: string): Aggregate | undefined {
    return this.#aggregates.get(categoryOf(stream));
  }

  /** An event lifted to its newest version. */
  lift(recorded: Recorded): Recorded {
    const definition = this.event(recorded.type);
    if (recorded.version >= definition.version) return recorded;
    return {
      ...recorded,
      version: definition.version,
      data: upcast(definition, recorded.version, recorded.data),
    };
  }

  /** An event as one service may see it: others' personal fields are not in it. */
  envelopeFor(service: string, recorded: Recorded): Envelope {
    const lifted = this.lift(recorded);
    const definition = this.event(lifted.type);
    if (definition.personal.length === 0 || lifted.stream.startsWith(`${service}.`)) return lifted;
    return { ...lifted, data: dropPersonal(definition, lifted.data) };
  }
}
