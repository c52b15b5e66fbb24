import type { Addressed, AnyQuery, Bilingual, Grant, Service } from '@jiandu/eventing';
import { commandPath } from '../http/command-path.ts';
import { queryPath } from '../http/query-routes.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

/** One thing that can be asked over HTTP, as document, reference page and client see it. */
export interface Operation {
  /** `intake.registerLead` */
  readonly id: string;
  readonly kind: 'command' | 'query' | 'host';
  readonly method: 'get' | 'post' | 'delete';
  /** With `:id` parameters. */
  readonly path: string;
  readonly title: Bilingual;
  /** Group heading. */
  readonly tag: string;
  readonly law: readonly string[];
  readonly may: readonly Grant[];
  readonly input?: JsonSchema;
  readonly answer?: JsonSchema;
  readonly creates: boolean;
  /** Asks without a token. */
  readonly open: boolean;
}

/** Everything the services offer to people, in the order of declaration. */
export function declaredOperations(services: readonly Service[]): readonly Operation[] {
  return services.flatMap((service) => [
    ...service.aggregates.flatMap((aggregate) =>
      Object.entries(aggregate.commands)
        .filter(([, command]) => !command.internal)
        .map(([name, command]) => {
          const category = `${service.name}.${aggregate.name}`;
          return commandOperation({ service, aggregate, command, name: `${service.name}.${name}`, category });
        }),
    ),
    ...service.queries.map((query) => queryOperation(service, query)),
  ]);
}

function commandOperation(addressed: Addressed): Operation {
  const { command, name, service } = addressed;
  return {
    id: name,
    kind: 'command',
    method: 'post',
    path: commandPath(addressed),
    title: command.title,
    tag: service.name,
    law: command.law,
    may: command.may,
    input: jsonSchema(command.input),
    creates: command.creates !== undefined,
    open: false,
  };
}

function queryOperation(service: Service, query: AnyQuery): Operation {
  return {
    id: `${service.name}.${query.name}`,
    kind: 'query',
    method: 'get',
    path: queryPath(service, query),
    title: query.title,
    tag: service.name,
    law: [],
    may: query.may,
    input: jsonSchema(query.input),
    answer: jsonSchema(query.output),
    creates: false,
    open: false,
  };
}
