import type { FastifyInstance } from 'fastify';

const READABLE = 'ETag, Location, Retry-After, Jiandu-Position, Idempotency-Replayed, X-Request-Id';
const SENDABLE =
  'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, traceparent, x-request-id';

/** Lets pages of the given origins call; tokens travel in a header, so no cookies are involved. */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return done();
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': READABLE,
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Origin',
    });
    if (request.method !== 'OPTIONS') return done();
    reply
      .headers({
        'access-control-allow-methods': 'GET, POST, DELETE',
        'access-control-allow-headers': SENDABLE,
        'access-control-max-age': '600',
      })
      .code(204)
      .send();
  });
}
