import { isRefusal, type Refusal } from '@jiandu/eventing';
import type { Session, Sessions, VerifyToken } from './sessions.ts';

const secondsNow = () => Math.floor(Date.now() / 1000);

/**
 * Remembers verified tokens by their text until they expire, the least recently used forgotten first, so that a signature is
 * checked once a session and not once a request. Refused tokens are not remembered.
 */
export function rememberSessions(verify: VerifyToken, capacity = 10_000, now = secondsNow): Sessions {
  const verified = new Map<string, Session>();

  const remember = (token: string, session: Session) => {
    verified.set(token, session);
    if (verified.size <= capacity) return;
    const [oldest] = verified.keys();
    if (oldest !== undefined) verified.delete(oldest);
  };

  return {
    known(token) {
      const session = verified.get(token);
      if (session === undefined) return undefined;
      verified.delete(token);
      if (session.expiresAt <= now()) return undefined;
      verified.set(token, session);
      return session.person;
    },
    async verify(token): Promise<Session | Refusal> {
      const session = await verify(token);
      if (!isRefusal(session)) remember(token, session);
      return session;
    },
  };
}
