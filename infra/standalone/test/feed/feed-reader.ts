import { type IncomingMessage, request } from 'node:http';

/** One server-sent event as it came over the wire. */
export interface Sent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const PATIENCE_MS = 10_000;

function parsed(block: string): Sent | undefined {
  const fields = block.split('\n').map((line) => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2)] as const;
  });
  const field = (name: string) => fields.find(([each]) => each === name)?.[1];
  const data = field('data');
  if (data === undefined) return undefined;
  return { id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) };
}

/** Reads the feed over a socket of its own. */
export class FeedReader {
  readonly events: Sent[] = [];
  readonly response: IncomingMessage;
  #text = '';
  #rest = '';
  #ended = false;
  #woken: (() => void) | undefined;

  private constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.#text += chunk;
      const blocks = (this.#rest + chunk).split('\n\n');
      this.#rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const sent = parsed(block);
        if (sent !== undefined) this.events.push(sent);
      }
      this.#woken?.();
    });
    const end = () => {
      this.#ended = true;
      this.#woken?.();
    };
    response.on('end', end);
    response.on('error', end);
    response.on('close', end);
  }

  /** Connects; `lastEventId` goes on after that event. */
  static open(address: string, token: string, query = '', lastEventId?: string): Promise<FeedReader> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      };
      request(`${address}/v1/reporting/feed${query}`, { headers, agent: false }, (response) =>
        resolve(new FeedReader(response)),
      )
        .on('error', reject)
        .end();
    });
  }

  /** Everything that came, as it came. */
  get text(): string {
    return this.#text;
  }

  get ids(): readonly string[] {
    return this.events.map(({ id }) => id);
  }

  /** Resolves once what came satisfies the condition, or the stream has ended. */
  async until(satisfied: (reader: this) => boolean): Promise<void> {
    const giveUp = Date.now() + PATIENCE_MS;
    while (!satisfied(this) && !this.#ended) {
      if (Date.now() > giveUp)
        throw new Error(`the feed did not come so far; ${this.events.length} events came`);
      await new Promise<void>((resolve) => {
        this.#woken = resolve;
        setTimeout(resolve, 100);
      });
    }
  }

  /** Resolves at the end of the stream. */
  end(): Promise<void> {
    return this.until(() => false);
  }

  /** Leaves without a word. */
  leave(): void {
    this.response.destroy();
  }
}
