import { isRefusal, isRetryable, type Refusal } from '@jiandu/eventing';
import type { Session, Sessions, VerifyToken } from './sessions.ts';

export interface Memory {
  /** Tokens remembered at most; 10 000 unless told. */
  readonly capacity?: number;
  /** Seconds after which a remembered token must be proven anew; never unless told. */
  readonly recheckSeconds?: number;
  /** Seconds that a token goes on after it was last proven, when its issuer is away; 0 unless told. */
  readonly graceSeconds?: number;
  /** Seconds since 1970. */
  readonly now?: () => number;
}

interface Remembered {
  readonly session: Session;
  provenAt: number;
  recheckAt: number;
}

/** Seconds until an issuer that was away is asked about the same token again. */
const ASK_AGAIN_SECONDS = 5;

const secondsNow = () => Math.floor(Date.now() / 1000);

/**
 * Remembers proven tokens by their text until they expire, the least recently used forgotten first, so that a signature is not
 * checked with every request. Refused tokens are not remembered; a remembered one that is refused later is forgotten at once.
 */
export function rememberSessions(verify: VerifyToken, memory: Memory = {}): Sessions {
  return new RememberedSessions(verify, memory);
}

class RememberedSessions implements Sessions {
  readonly #verify: VerifyToken;
  readonly #memory: Required<Memory>;
  readonly #tokens = new Map<string, Remembered>();
  /** Many requests may come with one token at once: it is proven once for all of them. */
  readonly #beingProven = new Map<string, Promise<Session | Refusal>>();

  constructor(verify: VerifyToken, memory: Memory) {
    this.#verify = verify;
    this.#memory = {
      capacity: 10_000,
      recheckSeconds: Number.POSITIVE_INFINITY,
      graceSeconds: 0,
      now: secondsNow,
      ...memory,
    };
  }

  known(token: string): Session | undefined {
    const remembered = this.#unexpired(token);
    if (remembered === undefined || remembered.recheckAt <= this.#memory.now()) return undefined;
    this.#tokens.delete(token);
    this.#tokens.set(token, remembered);
    return remembered.session;
  }

  verify(token: string): Promise<Session | Refusal> {
    const begun = this.#beingProven.get(token);
    if (begun !== undefined) return begun;
    const proving = this.#prove(token).finally(() => this.#beingProven.delete(token));
    this.#beingProven.set(token, proving);
    return proving;
  }

  async #prove(token: string): Promise<Session | Refusal> {
    try {
      const session = await this.#verify(token);
      if (!isRefusal(session)) return this.#remember(token, session);
      this.#tokens.delete(token);
      return session;
    } catch (error) {
      const session = isRetryable(error) ? this.#goOnWith(token) : undefined;
      if (session === undefined) throw error;
      return session;
    }
  }

  /** The text of a token never changes, so the first session made of it stays the one. */
  #remember(token: string, session: Session): Session {
    const provenAt = this.#memory.now();
    const remembered = {
      session: this.#tokens.get(token)?.session ?? session,
      provenAt,
      recheckAt: provenAt + this.#memory.recheckSeconds,
    };
    this.#tokens.delete(token);
    this.#tokens.set(token, remembered);
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size > this.#memory.capacity && oldest !== undefined) this.#tokens.delete(oldest);
    return remembered.session;
  }

  /** Who was proven lately goes on for a bounded time while nobody can be asked. */
  #goOnWith(token: string): Session | undefined {
    const remembered = this.#unexpired(token);
    const now = this.#memory.now();
    if (remembered === undefined || now > remembered.provenAt + this.#memory.graceSeconds) return undefined;
    remembered.recheckAt = now + ASK_AGAIN_SECONDS;
    return remembered.session;
  }

  #unexpired(token: string): Remembered | undefined {
    const remembered = this.#tokens.get(token);
    if (remembered === undefined || remembered.session.expiresAt > this.#memory.now()) return remembered;
    this.#tokens.delete(token);
    return undefined;
  }
}
