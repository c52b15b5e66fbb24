import { connect, type Socket } from 'node:net';
import type { Slice, SliceOrder } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { quantile } from '../statistics.ts';

/** What is to be sent where. */
export interface LoadParameters {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A lean client on raw keep-alive sockets: what it takes from the machine, it takes from both sides alike. */
onStage<LoadParameters>(async ({ port, path, headers, body }) => {
  let sequence = 0;
  const request = (): string => {
    sequence += 1;
    const text = JSON.stringify({ ...body, ...variety(sequence) });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${lines.join('')}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };

  const slice = async ({ milliseconds, callers, pace }: SliceOrder): Promise<Slice> => {
    const started = performance.now();
    const end = started + milliseconds;
    const times: number[] = [];
    const failures: string[] = [];
    // With a pace, requests are due one after the other, whoever is free takes the next.
    let due = 0;
    const wait = async () => {
      if (pace === undefined) return;
      const at = started + (due * 1000) / pace;
      due += 1;
      const left = at - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    };
    const call = async () => {
      const line = await Line.open(port);
      while (performance.now() < end) {
        await wait();
        const sent = performance.now();
        const status = await line.exchange(request());
        times.push(performance.now() - sent);
        if (!status.startsWith('HTTP/1.1 20')) failures.push(status);
      }
      line.close();
    };
    await Promise.all(Array.from({ length: callers }, call));
    const [failure] = failures;
    return {
      done: times.length - failures.length,
      failed: failures.length,
      stuck: 0,
      milliseconds: performance.now() - started,
      rss: process.memoryUsage().rss,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      ...(failure === undefined ? {} : { failure }),
    };
  };
  return { performer: { once: async () => undefined, slice, close: async () => undefined } };
});

const SIGNS = [
  ...'城东西北河源山口乐都格尔木玉树果洛海湖川谷原平安民和互助循化大通湟中共和贵德同德泽库甘治杂多称曲',
];

/** Leads as they come: on many bodies, in other words each. Cheap, and the same for both sides. */
function variety(sequence: number) {
  let left = (sequence * 2_654_435_761) % 4_294_967_296;
  const sign = () => {
    left = (left * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return SIGNS[left % SIGNS.length];
  };
  const words = (count: number) => Array.from({ length: count }, sign).join('');
  return {
    title: `${words(12)}不立案线索${sequence}`,
    facts: `办案中发现，${words(60)}，未在规定期限内作出是否立案的决定。`,
    supervisedBody: { name: `${words(2)}公安局${words(2)}分局`, kind: 'public_security' },
  };
}

/** One keep-alive connection; one request at a time. */
class Line {
  readonly #socket: Socket;
  #received = '';
  #answer: (status: string) => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', (error) => this.#answer(String(error)));
    socket.on('close', () => this.#answer('closed'));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Line(socket)));
      socket.once('error', reject);
    });
  }

  exchange(request: string): Promise<string> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#socket.write(request, 'utf8');
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(this.#received);
    if (this.#received.length < head + 4 + Number(length?.[1] ?? 0)) return;
    const status = this.#received.slice(0, this.#received.indexOf('\r\n'));
    this.#received = '';
    this.#answer(status);
  }
}
