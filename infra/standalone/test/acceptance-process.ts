import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Json } from './house.ts';

const SOURCE = join(import.meta.dirname, '../src');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: Json;
  readonly text: string;
}

export interface Start {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A script of this workspace in a process of its own, with nothing of this process's settings. */
export class OwnProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  #output = '';
  #over = false;

  constructor(script: string, { arguments: given = [], environment = {} }: Start) {
    this.#child = spawn(process.execPath, [join(SOURCE, script), ...given], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
    this.#exited = once(this.#child, 'close').then(([code]) => {
      this.#over = true;
      return code as number | null;
    });
  }

  /** All it said, on both outputs. */
  get output(): string {
    return this.#output;
  }

  /** Its exit code; null when a signal ended it. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Resolves with the first match in what it says; rejects when it ends without. */
  async saying(wanted: RegExp): Promise<string> {
    for (;;) {
      const found = wanted.exec(this.#output)?.[0];
      if (found !== undefined) return found;
      if (this.#over) throw new Error(`it ended without saying ${wanted}:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#exited;
  }
}

/** The house as `npm start` runs it, spoken to over the network. */
export class HouseProcess extends OwnProcess {
  readonly #tokens = new Map<string, string>();
  #address = '';
  #commands: ReadonlyMap<string, string> = new Map();
  #after = 0;

  constructor(data: string, start: Start = {}) {
    super('main.ts', { ...start, arguments: ['--port', '0', '--data', data, ...(start.arguments ?? [])] });
  }

  get address(): string {
    return this.#address;
  }

  /** Resolves when it answers. */
  async listening(): Promise<this> {
    this.#address = await this.saying(ADDRESS);
    const { body } = await this.send('GET', '/openapi.json');
    const paths = body['paths'] as Readonly<
      Record<string, { readonly post?: { readonly operationId: string } }>
    >;
    this.#commands = new Map(
      Object.entries(paths).flatMap(([path, { post }]) =>
        post === undefined ? [] : [[post.operationId, path] as const],
      ),
    );
    return this;
  }

  async send(method: 'GET' | 'POST', path: string, headers: Json = {}, payload?: unknown): Promise<Answer> {
    const response = await fetch(new URL(path, this.#address), {
      method,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(headers as Record<string, string>),
      },
      ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body = (isJson && text !== '' ? JSON.parse(text) : {}) as Json;
    return { status: response.status, code: String(body['code'] ?? ''), body, text };
  }

  /** Gives a command as somebody; it waits for what follows from the one before. */
  async give(person: string, command: string, id: string, input: unknown): Promise<Answer> {
    const path = (this.#commands.get(command) ?? command).replace('{id}', encodeURIComponent(id));
    const answer = await this.send(
      'POST',
      `${path}?after=${this.#after}`,
      await this.#signedIn(person),
      input,
    );
    const { position } = answer.body;
    if (typeof position === 'number') this.#after = Math.max(this.#after, position);
    return answer;
  }

  /** Gives a command that must be accepted. */
  async done(person: string, command: string, id: string, input: unknown): Promise<Answer> {
    const answer = await this.give(person, command, id, input);
    if (answer.status >= 300) throw new Error(`${command} by ${person}: ${answer.status} ${answer.text}`);
    return answer;
  }

  /** Asks as somebody; it waits for what follows from the last command. */
  async ask(person: string, path: string): Promise<Answer> {
    const joint = path.includes('?') ? '&' : '?';
    return this.send('GET', `${path}${joint}after=${this.#after}`, await this.#signedIn(person));
  }

  async #signedIn(person: string): Promise<Json> {
    let token = this.#tokens.get(person);
    if (token === undefined) {
      token = String((await this.send('POST', '/v1/session', {}, { person })).body['token']);
      this.#tokens.set(person, token);
    }
    return { authorization: `Bearer ${token}` };
  }
}
