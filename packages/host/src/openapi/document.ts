import type { Service } from '@jiandu/eventing';
import { demoOperations, hostOperations, hostTags } from './host-operations.ts';
import { type JsonSchema, SharedSchemas } from './json-schema.ts';
import { declaredOperations, type Operation } from './operations.ts';
import { parametersOf } from './parameters.ts';
import { COMMAND_ANSWER, PROBLEM } from './shared-schemas.ts';

/** An OpenAPI 3.1 document, as far as it is read here. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly 'x-jiandu-kind': Operation['kind'];
  readonly 'x-jiandu-law'?: readonly string[];
  readonly 'x-jiandu-may'?: Operation['may'];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly [key: string]: unknown;
  }[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface DocumentOptions {
  readonly version: string;
  /** Whether the demonstration's own addresses exist. */
  readonly demo: boolean;
}

/** Every operation of an installation. */
export function operationsOf(services: readonly Service[], demo: boolean): readonly Operation[] {
  return [...hostOperations, ...(demo ? demoOperations : []), ...declaredOperations(services)];
}

/** The API document, built from nothing but the declarations. */
export function openApiDocument(
  services: readonly Service[],
  { version, demo }: DocumentOptions,
): OpenApiDocument {
  const schemas = new SharedSchemas();
  schemas.keep('Problem', PROBLEM);
  schemas.keep('CommandAnswer', COMMAND_ANSWER);
  const paths: Record<string, Record<string, OperationObject>> = {};
  const operations = operationsOf(services, demo);
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describe(operation, schemas) };
  }
  const titles = new Map([
    ...hostTags,
    ...services.map(({ name, title }) => [name, `${title.zh} / ${title.en}`] as const),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: '监督 Jiandu',
      version,
      summary: '法律监督事项案件化办理和管理 / Legal-supervision matters',
    },
    tags: [...new Set(operations.map((each) => each.tag))].map((name) => ({
      name,
      description: titles.get(name) ?? name,
    })),
    paths,
    components: {
      schemas: schemas.all,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function describe(operation: Operation, schemas: SharedSchemas): OperationObject {
  const { id, title, tag, kind, law, may } = operation;
  const name = pascal(id);
  const body = operation.method === 'post' && operation.input !== undefined;
  return {
    operationId: id,
    summary: title.zh,
    description: title.en,
    tags: [tag],
    'x-jiandu-kind': kind,
    ...(law.length === 0 ? {} : { 'x-jiandu-law': law }),
    ...(may.length === 0 ? {} : { 'x-jiandu-may': may }),
    parameters: parametersOf(operation),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemas.keep(`${name}Input`, operation.input ?? {}) } },
          },
        }
      : {}),
    responses: responses(operation, name, schemas),
    security: operation.open ? [] : [{ bearer: [] }],
  };
}

function responses(operation: Operation, name: string, schemas: SharedSchemas): OperationObject['responses'] {
  const answer =
    operation.kind === 'command'
      ? { $ref: '#/components/schemas/CommandAnswer' }
      : schemas.keep(`${name}Answer`, operation.answer ?? {});
  const created = operation.creates || operation.id === 'session.signIn';
  const begun = operation.id === 'operations.rebuildView';
  const status = created ? '201' : begun ? '202' : '200';
  const problem = { $ref: '#/components/schemas/Problem' };
  return {
    [status]: {
      description: operation.kind === 'command' ? '已办理，已落盘 / Done, on disk' : '答复 / Answer',
      content: { 'application/json': { schema: answer } },
    },
    default: {
      description: '未予办理 / Refused',
      content: { 'application/problem+json': { schema: problem } },
    },
  };
}

/** `intake.registerLead` → `IntakeRegisterLead`. */
function pascal(id: string): string {
  return id.replace(/(?:^|\.)(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
