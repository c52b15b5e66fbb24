import { createHash, randomBytes } from 'node:crypto';

const CLIENT = 'jiandu-console';
const CALLBACK = 'http://127.0.0.1:7080/callback';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** What a token endpoint says: tokens, or why not. */
export interface TokenAnswer extends Partial<Tokens> {
  readonly error?: string;
}

/** Proof Key for Code Exchange (RFC 7636): what is kept, and what is shown. */
export function proofKey(): { readonly verifier: string; readonly challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Somebody in front of the pages of an issuer, with a jar of cookies; each signs in once. */
export class Browser {
  readonly #issuer: string;
  readonly #cookies = new Map<string, string>();

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  /** Opens the sign-in page as the console would; `changed` replaces or, by an empty text, removes parameters. */
  async open(challenge: string, changed: Readonly<Record<string, string>> = {}): Promise<Response> {
    const asked = {
      client_id: CLIENT,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid',
      state: 'the state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changed,
    };
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
    return this.#send(`${this.#issuer}/protocol/openid-connect/auth?${query}`);
  }

  /** Fills the form of a sign-in page in; answers where the issuer leads to then, or undefined when it shows a page again. */
  async submit(page: Response, username: string, password: string): Promise<URL | undefined> {
    const action = /<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/.exec(await page.text())?.[1];
    if (action === undefined) throw new Error(`no sign-in form, status ${page.status}`);
    const answer = await this.#send(action.replaceAll('&amp;', '&'), {
      method: 'POST',
      body: new URLSearchParams({ username, password, credentialId: '' }),
    });
    const location = answer.headers.get('location');
    return location === null ? undefined : new URL(location);
  }

  /** Exchanges a code, as the console would. */
  exchange(code: string, verifier: string): Promise<TokenAnswer> {
    const grant = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier };
    return this.ask('token', grant);
  }

  /** Posts a form to an endpoint of the issuer as the console. */
  async ask(endpoint: string, form: Readonly<Record<string, string>>): Promise<TokenAnswer> {
    const answer = await fetch(`${this.#issuer}/protocol/openid-connect/${endpoint}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CLIENT, ...form }),
    });
    return answer.status === 204 ? {} : (answer.json() as Promise<TokenAnswer>);
  }

  async #send(url: string, request: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...request, headers: { cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** The whole way from the sign-in page to tokens. Throws when it is refused. */
export async function signIn(issuer: string, username: string, password: string): Promise<Tokens> {
  const browser = new Browser(issuer);
  const { verifier, challenge } = proofKey();
  const led = await browser.submit(await browser.open(challenge), username, password);
  const code = led?.searchParams.get('code');
  if (code === null || code === undefined) throw new Error(`${username} was not let in: ${led?.search}`);
  const { access_token, refresh_token, error } = await browser.exchange(code, verifier);
  if (access_token === undefined || refresh_token === undefined) throw new Error(`no tokens: ${error}`);
  return { access_token, refresh_token };
}
