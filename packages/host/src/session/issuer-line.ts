import { IssuerUnavailable } from './issuer-unavailable.ts';

/** Milliseconds that an issuer may take for one answer. */
export const ISSUER_PATIENCE_MS = 3_000;

/** Milliseconds for which an issuer that did not answer is not asked again, so that requests do not queue up behind it. */
const PAUSE_MS = 2_000;

/** All questions to one issuer. While it is away it is asked now and then, and everybody else is told at once. */
export class IssuerLine {
  readonly #pauseMs: number;
  #silence: { readonly until: number; readonly cause: unknown } | undefined;

  constructor(pauseMs = PAUSE_MS) {
    this.#pauseMs = pauseMs;
  }

  /**
   * Sends a request and reads the whole answer, whatever its status below 500.
   * @throws IssuerUnavailable when there is none in time
   */
  async ask(url: string, request: RequestInit = {}): Promise<Response> {
    if (this.#silence !== undefined && performance.now() < this.#silence.until) {
      throw new IssuerUnavailable(this.#silence.cause);
    }
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(ISSUER_PATIENCE_MS), ...request });
      const { status, headers } = answer;
      const body = await answer.arrayBuffer();
      if (status >= 500) throw new Error(`the issuer answered ${status}`);
      this.#silence = undefined;
      return new Response(status === 204 || status === 304 ? null : body, { status, headers });
    } catch (cause) {
      this.#silence = { until: performance.now() + this.#pauseMs, cause };
      throw new IssuerUnavailable(cause);
    }
  }
}
