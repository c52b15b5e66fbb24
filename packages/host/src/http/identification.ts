import type { LocalDate, Runtime, Subject } from '@jiandu/eventing';
import { isRefusal, shanghaiDate } from '@jiandu/eventing';
import type { FastifyRequest } from 'fastify';
import { refuseByHost } from '../host-refusals.ts';
import { type Narrowed, narrow } from '../session/named-offices.ts';
import type { Session, Sessions } from '../session/sessions.ts';
import type { RateLimiter } from './rate-limit.ts';
import { RefusedRequest } from './refused-request.ts';
import { bearerToken } from './request-headers.ts';

export interface IdentificationParts {
  readonly runtime: Runtime;
  readonly sessions: Sessions;
  readonly limiter: RateLimiter;
  /** Hears once a session of offices that its token names and the registry does not know. */
  readonly onNotHeld?: (person: string, offices: Narrowed['notHeld']) => void;
}

/** Finds out who is asking, and lets each ask only so fast. */
export class Identification {
  readonly #parts: IdentificationParts;
  /** Subjects of one day under one directory; both change rarely. */
  #subjects = new WeakMap<Session, Subject>();
  readonly #reported = new WeakSet<Session>();
  #day: { readonly hour: string; readonly date: LocalDate } | undefined;
  #under: { readonly directory: unknown; readonly today: LocalDate } | undefined;

  constructor(parts: IdentificationParts) {
    this.#parts = parts;
  }

  /** The subject of a request; refused when nobody, unknown, or too fast. Synchronous for tokens proven lately. */
  subjectOf(request: FastifyRequest): Subject | Promise<Subject> {
    const token = bearerToken(request.headers.authorization);
    if (isRefusal(token)) throw new RefusedRequest(token);
    const session = this.#parts.sessions.known(token);
    return session === undefined ? this.#verify(token, request.ip) : this.#subject(session);
  }

  /** Checking a signature is work: an address that sends new tokens is limited like a person. */
  async #verify(token: string, address: string): Promise<Subject> {
    this.#limit(address);
    const session = await this.#parts.sessions.verify(token);
    if (isRefusal(session)) throw new RefusedRequest(session);
    return this.#subject(session);
  }

  #subject(session: Session): Subject {
    this.#limit(session.person);
    const { runtime } = this.#parts;
    const directory = runtime.parts.organisation.current();
    const today = this.#today();
    if (this.#under?.directory !== directory || this.#under.today !== today) {
      this.#under = { directory, today };
      this.#subjects = new WeakMap();
    }
    const known = this.#subjects.get(session);
    if (known !== undefined) return known;
    const registered = directory.subject(session.person, today);
    if (registered === undefined) throw new RefusedRequest(refuseByHost('session.unknown-person'));
    const subject = this.#inOfficesOf(session, registered);
    this.#subjects.set(session, subject);
    return subject;
  }

  /** The registry alone says who holds what; the token may leave some of it out. */
  #inOfficesOf(session: Session, registered: Subject): Subject {
    if (session.onlyAs === undefined) return registered;
    const { subject, notHeld } = narrow(registered, session.onlyAs);
    if (notHeld.roles.length + notHeld.units.length > 0 && !this.#reported.has(session)) {
      this.#reported.add(session);
      this.#parts.onNotHeld?.(session.person, notHeld);
    }
    if (subject.roles.length === 0) throw new RefusedRequest(refuseByHost('session.no-office'));
    return subject;
  }

  /** Shanghai is whole hours ahead, so the date cannot change within one. */
  #today(): LocalDate {
    const now = this.#parts.runtime.parts.clock.now();
    const hour = now.slice(0, 'YYYY-MM-DDTHH'.length);
    if (this.#day?.hour !== hour) this.#day = { hour, date: shanghaiDate(now) };
    return this.#day.date;
  }

  #limit(caller: string): void {
    const wait = this.#parts.limiter.take(caller);
    if (wait > 0) throw new RefusedRequest(refuseByHost('rate.limited'), wait);
  }
}
