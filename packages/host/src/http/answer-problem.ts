import { isRetryable, type Refusal, type RefusalRegister, type Service } from '@jiandu/eventing';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { hostRefusals, refuseByHost } from '../host-refusals.ts';
import { IssuerUnavailable } from '../session/issuer-unavailable.ts';
import { errorTrace } from './error-trace.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { RefusedRequest } from './refused-request.ts';

/** The framework's own codes, as ours. */
const FRAMEWORK_CODES: Readonly<Record<string, keyof typeof hostRefusals>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_BAD_URL: 'request.malformed',
};

/** Answers refusals and errors; the only place that writes a problem. */
export class ProblemAnswers {
  readonly register: RefusalRegister;
  readonly #log: Logger;
  readonly #bodyBytes: number;

  constructor(register: RefusalRegister, log: Logger, bodyBytes: number) {
    this.register = { ...register, ...hostRefusals };
    this.#log = log;
    this.#bodyBytes = bodyBytes;
  }

  /** The same, for refusals of one service: two services may have the same code, each with its own sentence. */
  speakingFor({ refusals }: Service): ProblemAnswers {
    return new ProblemAnswers({ ...this.register, ...refusals }, this.#log, this.#bodyBytes);
  }

  refuse(reply: FastifyReply, refusal: Refusal, retryAfter?: number): FastifyReply {
    const problem = problemOf(refusal, this.register, reply.request.id, retryAfter);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
    return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }

  /** Whatever was thrown on the way. Its message is never answered or logged: it may quote what was sent. */
  fail(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (error instanceof RefusedRequest) return this.refuse(reply, error.refusal, error.retryAfter);
    const known = this.#asRefusal(error);
    if (known !== undefined) return this.refuse(reply, known);
    const trace = { requestId: request.id, route: request.routeOptions.url, error: errorTrace(error) };
    if (isRetryable(error)) {
      this.#log.warn(trace, 'request failed: unavailable');
      return this.refuse(reply, refuseByHost(unavailable(error)));
    }
    this.#log.error(trace, 'request failed: bug');
    return this.refuse(reply, refuseByHost('host.failed'));
  }

  #asRefusal(error: unknown): Refusal | undefined {
    const { code, statusCode } = error as Partial<FastifyError>;
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return refuseByHost('request.too-large', { limit: this.#bodyBytes });
    }
    const known = code === undefined ? undefined : FRAMEWORK_CODES[code];
    if (known !== undefined) return refuseByHost(known);
    if (isTooDeep(error)) return refuseByHost('request.too-deep');
    if (statusCode === 400) {
      return refuseByHost(error instanceof SyntaxError ? 'request.malformed-json' : 'request.malformed');
    }
    return undefined;
  }
}

function unavailable(error: unknown): 'session.issuer-unavailable' | 'store.unavailable' {
  return error instanceof IssuerUnavailable ? 'session.issuer-unavailable' : 'store.unavailable';
}

/** Only nesting that a sender chose is deep enough to exhaust the stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}
