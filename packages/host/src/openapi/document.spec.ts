import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../../test/letters.ts';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';
import { hostRefusals } from '../host-refusals.ts';
import { openApiDocument } from './document.ts';

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
afterAll(() => room.close());

const document = openApiDocument([post], { version: '0.1.0', demo: true });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the API document', () => {
  test('is served as it is built from the declarations', async () => {
    const served = await room.app.inject({ url: '/openapi.json' });
    expect(served.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('a command has its body, its law, who may give it, and every header it takes', () => {
    const operation = document.paths['/v1/post/letters/{id}/answer-letter']?.['post'];
    expect(operation).toMatchObject({
      operationId: 'post.answerLetter',
      summary: '答复',
      description: 'Answer',
      'x-jiandu-law': ['S2 §163'],
      'x-jiandu-may': [{ role: 'clerk', relation: 'unit' }],
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/PostAnswerLetterInput' } } },
      },
      responses: { 200: {}, default: {} },
    });
    expect(operation?.parameters.map((each) => `${each.in} ${each.name}`)).toEqual([
      'path id',
      'query after',
      'header Idempotency-Key',
      'header If-Match',
    ]);
    expect(document.components.schemas['PostAnswerLetterInput']).toEqual({
      type: 'object',
      properties: { text: { type: 'string', minLength: 1 }, on: expect.objectContaining({ format: 'date' }) },
      required: ['text'],
      additionalProperties: false,
    });
  });

  test('internal commands are not in it', () => {
    expect(JSON.stringify(document)).not.toContain('fileLetter');
  });

  test('a query has path, query and header parameters from its one input', () => {
    const parameters = (path: string) =>
      document.paths[path]?.['get']?.parameters.map((each) => `${each.in} ${each.name}`);
    expect(parameters('/v1/post/letters/{id}')).toEqual(['path id', 'query after']);
    expect(parameters('/v1/post/letters')).toEqual(['query limit', 'query after']);
    expect(parameters('/v1/post/feed')).toEqual(['query after', 'header Last-Event-ID']);
  });

  test('every operation has its own id, and every reference leads somewhere', () => {
    const ids = operations.map((each) => each.operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty([name ?? '']);
  });

  test('every operation in it is served, and none is served without standing in it', async () => {
    const described = operations.map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    for (const each of described) {
      const [method = '', url = ''] = each.split(' ');
      expect(room.app.hasRoute({ method: method as 'GET', url }), each).toBe(true);
    }
    const routes = [...room.app.printRoutes({ commonPrefix: false }).matchAll(/\((\w+(?:, \w+)*)\)/g)];
    const served = routes
      .flatMap(([, methods]) => methods?.split(', ') ?? [])
      .filter((method) => method !== 'HEAD');
    // Beside the API: live, ready, metrics, schemas of events, openapi.json, docs, problems, problems/:code.
    expect(served.length).toBe(described.length + 8);
  });

  test('production does not offer the demonstration', () => {
    const paths = Object.keys(openApiDocument([post], { version: '0.1.0', demo: false }).paths);
    expect(paths.filter((path) => path.includes('demo'))).toEqual([]);
  });
});

describe('for people', () => {
  test('the reference page shows each operation, runs no script and loads nothing', async () => {
    const { body, headers } = await room.app.inject({ url: '/docs' });
    for (const { operation } of operations) expect(body).toContain(`id="${operation.operationId}"`);
    expect(body).not.toMatch(/<script|src=|@import|https?:\/\//);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('every code of refusal is listed in both languages, and has an address of its own', async () => {
    const { items } = (await room.app.inject({ url: '/problems' })).json() as {
      items: { code: string; status: number; zh: string; en: string }[];
    };
    const codes = items.map((each) => each.code);
    expect(codes).toEqual([...codes].sort());
    for (const code of [...Object.keys(hostRefusals), 'thing.unknown', 'letter.answered', 'access.denied']) {
      expect(codes).toContain(code);
    }
    for (const each of items) {
      expect(each.zh, each.code).toMatch(/\p{Script=Han}/u);
      expect(each.en, each.code).toMatch(/^[A-Z]/);
    }
    const one = await room.app.inject({ url: '/problems/letter.answered' });
    expect(one.json()).toEqual({
      items: [
        {
          service: 'post',
          code: 'letter.answered',
          status: 409,
          zh: '来信已答复',
          en: 'The letter is answered already',
          law: 'S2 §163',
        },
      ],
    });
    expect((await room.app.inject({ url: '/problems/none' })).statusCode).toBe(404);
  });
});
