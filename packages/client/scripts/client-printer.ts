import type { JsonSchema, OpenApiDocument, OperationObject } from '@jiandu/host';
import { comment, printType } from './type-printer.ts';

interface Entry {
  readonly group: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

const REFERENCE = '#/components/schemas/';
const NOTICE =
  '// Generated from the API document; change the declaration of the command or query instead.\n\n';

/** The files of the generated client by name: one a group, what they share, and the table of contents. */
export function printClient(document: OpenApiDocument): ReadonlyMap<string, string> {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [group = '', name = ''] = operation.operationId.split('.');
      return { group, name, method: method.toUpperCase(), path, operation };
    }),
  );
  const groups = [...new Set(entries.map((each) => each.group))].sort();
  const files = new Map(
    groups.map((group) => [
      `${kebab(group)}.ts`,
      printGroup(
        group,
        entries.filter((each) => each.group === group),
        document,
      ),
    ]),
  );
  files.set('schemas.ts', printSchemas(document));
  files.set('api.ts', printApi(groups));
  return files;
}

function printApi(groups: readonly string[]): string {
  const imports = groups.map((group) => {
    const type = `${pascal(group)}Api`;
    return `import { type ${type}, ${group}Operations } from './${kebab(group)}.ts';`;
  });
  const members = groups.map((group) => `readonly ${group}: ${pascal(group)}Api;`);
  const table = groups.map((group) => `${group}: ${group}Operations,`);
  return `${NOTICE}${imports.join('\n')}

export type * from './schemas.ts';

/** Every operation, by service and name. */
export interface Api {
  ${members.join('\n')}
}

/** Where each of them is. */
export const operations = {
  ${table.join('\n')}
};
`;
}

function printSchemas({ components }: OpenApiDocument): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `${comment(schema['description'])}export type ${typeName(name)} = ${printType(schema, nameOf)};\n`,
  );
  return `${NOTICE}${types.join('\n')}`;
}

function printGroup(group: string, entries: readonly Entry[], document: OpenApiDocument): string {
  const tag = document.tags.find((each) => each.name === group);
  const methods = entries.map(printMethod);
  const routes = entries.map(({ name, method, path, operation }) => {
    const kind = operation['x-jiandu-kind'];
    const body = operation.requestBody !== undefined;
    return `${name}: { kind: '${kind}', method: '${method}', path: '${path}', body: ${body} },`;
  });
  const code = methods.join('\n');
  const names = [...new Set([...code.matchAll(/\bschemas\.(\w+)/g)].map((match) => match[1] ?? ''))].sort();
  const options = ['CommandOptions', 'QueryOptions'].filter((name) => code.includes(name));
  const imports = [
    `import type { Answer } from '../answer.ts';`,
    `import type { ${[...options, 'OperationTable'].join(', ')} } from '../operation.ts';`,
    ...(names.length === 0 ? [] : [`import type { ${names.join(', ')} } from './schemas.ts';`]),
  ];
  return `${NOTICE}${imports.join('\n')}
${comment(tag?.description ?? group)}export interface ${pascal(group)}Api {
  ${code.replaceAll('schemas.', '')}
}

export const ${group}Operations = {
  ${routes.join('\n')}
} as const satisfies OperationTable[string];
`;
}

function printMethod(entry: Entry): string {
  const { name, method, path, operation } = entry;
  const kind = operation['x-jiandu-kind'];
  const options = `options?: ${kind === 'command' ? 'CommandOptions' : 'QueryOptions'}`;
  const parameters = kind === 'query' ? [printQueryInput(operation)] : printPathAndBody(operation);
  const said = `${operation.summary} / ${operation.description}. \`${method} ${path}\``;
  return `${comment(said)}${name}(${[...parameters, options].join(', ')}): Promise<Answer<${answerType(operation)}>>;`;
}

function printPathAndBody(operation: OperationObject): readonly string[] {
  const path = operation.parameters
    .filter((each) => each.in === 'path')
    .map((each) => `${each.name}: string`);
  const body = operation.requestBody?.content['application/json']?.schema;
  return body === undefined ? path : [...path, `input: ${printType(body, nameInGroup)}`];
}

/** Path and query parameters together, as the query was declared; `Last-Event-ID` is one of its fields. */
function printQueryInput(operation: OperationObject): string {
  const own = operation.parameters.filter((each) => each.name !== 'after');
  const fields = own.map(
    (each) => [each.in === 'header' ? 'lastEventId' : each.name, each['schema'] as JsonSchema] as const,
  );
  const required = own.filter((each) => each['required'] === true).map((each) => each.name);
  const input: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(fields),
    required,
    additionalProperties: false,
  };
  return `input${required.length === 0 ? '?' : ''}: ${printType(input, nameInGroup)}`;
}

function answerType({ responses }: OperationObject): string {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const { content = {} } = (good ?? {}) as { content?: Record<string, { schema: JsonSchema }> };
  return printType(content['application/json']?.schema ?? {}, nameInGroup);
}

function nameOf(reference: string): string {
  return typeName(reference.slice(REFERENCE.length));
}

function nameInGroup(reference: string): string {
  return `schemas.${nameOf(reference)}`;
}

function typeName(schema: string): string {
  return schema.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_whole, letter: string) =>
    letter.toUpperCase(),
  );
}

function pascal(group: string): string {
  return group.charAt(0).toUpperCase() + group.slice(1);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
