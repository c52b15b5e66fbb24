import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { z } from 'zod';
import { onStage } from '../contestant/stage.ts';

/** Where a server listens. */
export interface ServerFacts {
  readonly port: number;
}

/** The same body, the same checks of its shape, and nothing else. */
const body = z.strictObject({
  unit: z.string(),
  source: z.string(),
  type: z.string(),
  title: z.string().max(300),
  facts: z.string().max(4000),
  supervisedBody: z.strictObject({ name: z.string(), kind: z.string() }),
  clause: z.string(),
  custody: z.boolean(),
});

/** fastify and zod that answer a POST and do no work. */
onStage(async () => {
  const app = fastify({ logger: false });
  app.post('/', (request, reply) => {
    const parsed = body.safeParse(request.body);
    return parsed.success ? reply.code(201).send({ id: 'L-1' }) : reply.code(422).send({});
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const facts: ServerFacts = { port: (app.server.address() as AddressInfo).port };
  return { facts, performer: { once: async () => undefined, close: () => app.close() } };
});
