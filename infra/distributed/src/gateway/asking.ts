import { RefusedRequest } from '@jiandu/host';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseByGateway } from './gateway-refusals.ts';
import type { Neighbour } from './neighbours.ts';

/** A question of the gateway itself to a service. */
export interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly withinMs: number;
}

/** What a service answered. */
export interface Answer {
  readonly from: Neighbour;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks one service. Throws a `RefusedRequest` when it does not answer. */
export async function ask(service: Neighbour, question: Question): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body, withinMs } = question;
  try {
    const answer = await fetch(`${service.url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(withinMs))),
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
    return { from: service, status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    throw new RefusedRequest(unanswered(service, error));
  }
}

/** Asks all services at once. Throws when one does not answer. */
export function askAll(services: readonly Neighbour[], question: Question): Promise<readonly Answer[]> {
  return Promise.all(services.map((service) => ask(service, question)));
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a service cannot have seen the request. */
export function neverSent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_SENT.has(cause.code)) return true;
  }
  return false;
}

/** Why a service did not answer, as it is told to the caller. */
export function unanswered({ name }: Neighbour, error: unknown) {
  return refuseByGateway(neverSent(error) ? 'gateway.service-away' : 'gateway.answer-lost', {
    service: name,
  });
}

const PASSED = ['authorization', 'content-type', 'traceparent', 'accept'] as const;

/** Headers of a request that the services need in order to answer for its sender. */
export function onBehalfOf({ headers, id, ip }: FastifyRequest): Readonly<Record<string, string>> {
  const passed = PASSED.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(passed), 'x-request-id': id, 'x-forwarded-for': ip };
}

const RELAYED = ['content-type', 'www-authenticate', 'retry-after', 'allow'] as const;

/** Gives an answer on as it is. */
export function relay(reply: FastifyReply, { status, headers, text }: Answer): FastifyReply {
  for (const name of RELAYED) {
    const value = headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  return reply.code(status).send(text);
}
