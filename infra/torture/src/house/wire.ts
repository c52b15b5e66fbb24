import { Agent, request } from 'node:http';

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  /** The answer came from a command given before (`idempotency-replayed`). */
  readonly replayed: boolean;
  /** It says when to come again (`retry-after`). */
  readonly comeAgain: boolean;
  readonly body: Json;
}

/** The connection broke before the whole answer was there; what became of the request is not known. */
export class Unanswered extends Error {}

/** HTTP to one life of the house, with a bounded number of connections. */
export class Wire {
  readonly #port: number;
  readonly #agent: Agent;

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws Unanswered */
  ask(
    method: 'GET' | 'POST',
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: Json,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const broken = (error: Error) => reject(new Unanswered(error.message));
      const text = body === undefined ? undefined : JSON.stringify(body);
      const options = {
        host: '127.0.0.1',
        port: this.#port,
        agent: this.#agent,
        method,
        path,
        headers: { ...headers, ...(text === undefined ? {} : { 'content-type': 'application/json' }) },
      };
      const sent = request(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', broken);
        response.on('close', () => {
          if (!response.complete) return broken(new Error('cut off'));
          const answered = Buffer.concat(parts).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            replayed: response.headers['idempotency-replayed'] === 'true',
            comeAgain: response.headers['retry-after'] !== undefined,
            body: answered === '' ? {} : (JSON.parse(answered) as Json),
          });
        });
      });
      sent.on('error', broken);
      sent.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
