import { z } from 'zod';
import type { IssuerLine } from './issuer-line.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

/** Who asks the issuer about tokens; a client of its own with a secret. */
export interface IntrospectionClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

const answered = z.object({ active: z.boolean() });

/**
 * Whether a token still counts: its session has not ended, its person is not disabled there (RFC 7662).
 * @throws IssuerUnavailable when the issuer does not say, also when it does not know this client
 */
export async function isActive(
  token: string,
  endpoint: string,
  client: IntrospectionClient,
  line: IssuerLine,
): Promise<boolean> {
  const answer = await line.ask(endpoint, {
    method: 'POST',
    redirect: 'error',
    headers: { accept: 'application/json', authorization: basic(client) },
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
  });
  const told = answered.safeParse(await answer.json().catch(() => undefined));
  if (answer.status === 200 && told.success) return told.data.active;
  throw new IssuerUnavailable(new Error(`introspection was answered with status ${answer.status}`));
}

/** RFC 6749 §2.3.1: both parts are form-encoded first. */
function basic({ clientId, clientSecret }: IntrospectionClient): string {
  const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${Buffer.from(`${encoded(clientId)}:${encoded(clientSecret)}`).toString('base64')}`;
}
