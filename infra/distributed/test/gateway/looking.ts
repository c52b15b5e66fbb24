import { request } from 'node:http';

/** A request as it is sent to both houses. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer without what differs from one house, or one moment, to the next. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of the connection or the moment. */
const MOMENTARY = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const MASKED = new Set(['x-request-id', 'jiandu-position']);

/** Sends a request as it is, over a socket of its own. */
export function look(house: string, { method, path, headers = {}, body }: Asked): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const sent = request(`${house}${path}`, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: told(answer.headers), body: masked(text) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function told(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !MOMENTARY.has(name));
  return Object.fromEntries(
    kept
      .map(([name, value]) => [name, MASKED.has(name) ? '…' : String(value)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Ids made at random, places in the record and tokens differ between two houses. */
function masked(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '…')
    .replace(/"(position|upTo|lag)":\d+/g, '"$1":0')
    .replace(/"token":"[^"]+","expiresAt":"[^"]+"/, '"token":"…"')
    .replace(/到第\d+位，需要第\d+位/, '…')
    .replace(/at \d+, wanted \d+/, '…')
    .replace(/^id: \d+$/gm, 'id: …');
}
