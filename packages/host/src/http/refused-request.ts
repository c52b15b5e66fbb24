import { isRefusal, type Refusal } from '@jiandu/eventing';

/** Carries a refusal out of a fastify hook or handler to the one place that answers problems. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;
  /** Seconds until trying again makes sense, when they are known. */
  readonly retryAfter: number | undefined;

  constructor(refusal: Refusal, retryAfter?: number) {
    super(refusal.code);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }
}

/** The value, when it is not a refusal. */
export function accepted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusedRequest(value);
  return value;
}
