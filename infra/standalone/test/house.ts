import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '@jiandu/eventing';
import { collectionPath, commandPath, readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { bootstrap } from '../src/bootstrap.ts';
import { type House, openHouse } from '../src/house.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One answer of the public API. */
export interface Told {
  readonly status: number;
  /** Stable code of a refusal; empty when there was none. */
  readonly code: string;
  readonly body: Json;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request as it is sent. */
interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | object;
}

const PATIENCE_MS = 20_000;
const PAGE = 5_000;

/** A whole house on an empty data directory, asked through its public API only; its log may be looked at. */
export class TestHouse {
  readonly house: House;
  readonly data: string;
  readonly #tokens = new Map<string, string>();

  constructor(house: House, data: string) {
    this.house = house;
    this.data = data;
  }

  /** Sends a request as it is. */
  async send({ headers: sent = {}, ...request }: Sent): Promise<Told> {
    const answer = await this.house.app.inject({ ...request, headers: { ...sent } });
    const { statusCode, headers, body: text } = answer;
    const isJson = String(headers['content-type'] ?? '').includes('json');
    const body = (isJson && text !== '' ? JSON.parse(text) : {}) as Json;
    return { status: statusCode, code: String(body['code'] ?? ''), body, text, headers };
  }

  /** A token of somebody of the staff. */
  async token(person: string): Promise<string> {
    const known = this.#tokens.get(person);
    if (known !== undefined) return known;
    const { body, text } = await this.send({ method: 'POST', url: '/v1/session', payload: { person } });
    if (typeof body['token'] !== 'string') throw new Error(`${person} could not sign in: ${text}`);
    this.#tokens.set(person, body['token']);
    return body['token'];
  }

  async #signedIn(person: string): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token(person)}` };
  }

  /** Address of a command, `POST`. */
  address(command: string, id = ''): string {
    const addressed = this.house.runtime.index.commands.get(command);
    if (addressed === undefined) throw new Error(`the house knows no ${command}`);
    return commandPath(addressed).replace(':id', encodeURIComponent(id));
  }

  /** Address of the things that a command is given to. */
  collection(command: string): string {
    const addressed = this.house.runtime.index.commands.get(command);
    if (addressed === undefined) throw new Error(`the house knows no ${command}`);
    return collectionPath(addressed);
  }

  /** Gives a command as somebody; what follows from it may still be under way. */
  async give(
    person: string,
    command: string,
    id: string | undefined,
    input: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Told> {
    const url = this.address(command, id);
    return this.send({
      method: 'POST',
      url,
      headers: { ...(await this.#signedIn(person)), ...headers },
      payload: input as object,
    });
  }

  /** Gives a command that must be accepted, and waits for all that follows from it. */
  async done(person: string, command: string, id: string | undefined, input: unknown): Promise<Told> {
    const told = await this.give(person, command, id, input);
    if (told.status >= 300) throw new Error(`${command} by ${person}: ${told.status} ${told.text}`);
    await this.settle();
    return told;
  }

  /** Asks a query as somebody. */
  async ask(person: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    return this.send({ method: 'GET', url, headers: { ...(await this.#signedIn(person)), ...headers } });
  }

  /** Waits until everything in the log has been acted on and is visible. */
  async settle(): Promise<void> {
    const { runtime, store } = this.house;
    if (!(await runtime.settled(await store.head(), PATIENCE_MS)))
      throw new Error('the house did not settle');
  }

  /** Puts the clock forward to the morning of a day; what falls due until then is done. */
  async toDay(date: string): Promise<void> {
    const payload = { now: `${date}T01:30:00.000Z` };
    const { status, text } = await this.send({ method: 'POST', url: '/v1/demo/clock', payload });
    if (status >= 300) throw new Error(`the clock could not be put to ${date}: ${text}`);
  }

  head(): Promise<number> {
    return this.house.store.head();
  }

  /** The log after a position, as it is stored. */
  async log(after = 0): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    for (let at = after; ; ) {
      const { events, upTo } = await this.house.store.readAll(at, PAGE);
      found.push(...events);
      if (upTo <= at) return found;
      at = upTo;
    }
  }

  async close(): Promise<void> {
    await this.house.close();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** Opens a house with the staff of the demonstration, standing at the morning of a day. */
export async function openTestHouse(day = '2025-03-03'): Promise<TestHouse> {
  const data = await mkdtemp(join(tmpdir(), 'jiandu-house-'));
  const { settings } = readSettings({ JIANDU_LOG_LEVEL: 'silent', JIANDU_RATE_LIMIT: '0' }, [
    '--mode',
    'test',
    '--port',
    '0',
    '--data',
    data,
  ]);
  const house = await openHouse(settings, `${day}T01:30:00.000Z`);
  await bootstrap(house.runtime, demoStaff);
  return new TestHouse(house, data);
}
