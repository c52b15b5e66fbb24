import type { OperationObject } from './document.ts';
import { type JsonSchema, objectsIn } from './json-schema.ts';
import type { Operation } from './operations.ts';

type Parameter = OperationObject['parameters'][number];

const AFTER: Parameter = {
  name: 'after',
  in: 'query',
  description:
    '等到此位置引起的一切可见，再办理 / Wait until all that follows from this position has arrived',
  schema: { type: 'integer', minimum: 0 },
};

const COMMAND_HEADERS: readonly Parameter[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    description: '同键同内容只办一次 / The same key with the same body acts once',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
];

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: '所见版次，如"3" / The revision that was seen',
  schema: { type: 'string' },
};

const LAST_EVENT_ID: Parameter = {
  name: 'Last-Event-ID',
  in: 'header',
  description: '从此之后续读 / Resume after this one',
  schema: { type: 'string' },
};

/** Path, query and header parameters of an operation. */
export function parametersOf(operation: Operation): readonly Parameter[] {
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  if (operation.kind === 'query') return queryParameters(operation.input ?? {}, inPath);
  const path = inPath.map((name) => pathParameter(name, { type: 'string' }));
  if (operation.kind === 'host') return path;
  return [...path, AFTER, ...COMMAND_HEADERS, ...(operation.creates ? [] : [IF_MATCH])];
}

function queryParameters(input: JsonSchema, inPath: readonly string[]): readonly Parameter[] {
  const fields = new Map(objectsIn(input).flatMap((each) => Object.entries(each.properties ?? {})));
  const required = new Set(input.required ?? []);
  const own = [...fields].filter(([name]) => !inPath.includes(name) && name !== 'lastEventId');
  return [
    ...inPath.map((name) => pathParameter(name, fields.get(name) ?? { type: 'string' })),
    ...own.map(([name, schema]) => ({
      name,
      in: 'query',
      ...(required.has(name) ? { required: true } : {}),
      schema,
    })),
    AFTER,
    ...(fields.has('lastEventId') ? [LAST_EVENT_ID] : []),
  ];
}

function pathParameter(name: string, schema: JsonSchema): Parameter {
  return { name, in: 'path', required: true, schema };
}
