import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pause } from '../pause.ts';
import { Wire } from './wire.ts';

export interface HouseSettings {
  /** Data directory. */
  readonly data: string;
  /** Instant at which the clock stands. */
  readonly clock: string;
  /** Directory of compiled sources, which saves a second at each start. */
  readonly compiled: string;
}

/** How a life ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const main = new URL('./main.ts', import.meta.resolve('@jiandu/standalone'));
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)/;
const READY_EVERY_MS = 15;

/** One life of the standalone house, in a process of its own, exactly as `npm start` runs it. */
export class HouseProcess {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  readonly #port: Promise<number>;
  #said = '';
  #over = false;

  constructor({ data, clock, compiled }: HouseSettings) {
    this.#child = spawn(process.execPath, [main.pathname, '--mode', 'test', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: compiled,
        JIANDU_LOG_LEVEL: 'error',
        JIANDU_RATE_LIMIT: '0',
        JIANDU_AFTER_TIMEOUT: '20000',
        JIANDU_DEMO_CLOCK: clock,
      },
    });
    this.pid = this.#child.pid ?? 0;
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output?.on('data', (text: Buffer) => {
        this.#said = (this.#said + text).slice(-4_000);
      });
    }
    this.#ended = once(this.#child, 'exit').then(([code, signal]) => {
      this.#over = true;
      return { code, signal } as Ended;
    });
    this.#port = this.#listening();
    this.#port.catch(() => undefined);
  }

  /** The last that it said. */
  get lastWords(): string {
    return this.#said;
  }

  get ended(): Promise<Ended> {
    return this.#ended;
  }

  /** Resolves when it takes commands; `undefined` when it ended before. */
  async answering(connections: number): Promise<Wire | undefined> {
    const port = await this.#port.catch(() => undefined);
    return port === undefined ? undefined : new Wire(port, connections);
  }

  /** Resolves with `true` when it says it is ready, with `false` when it ended before. */
  async ready(wire: Wire): Promise<boolean> {
    while (!this.#over) {
      const answer = await wire.ask('GET', '/health/ready', {}).catch(() => undefined);
      if (answer?.status === 200) return true;
      await pause(READY_EVERY_MS);
    }
    return false;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #listening(): Promise<number> {
    return new Promise((resolve, reject) => {
      let said = '';
      this.#child.stdout?.on('data', (text: Buffer) => {
        said += text;
        const port = ADDRESS.exec(said)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
      void this.#ended.then(() => reject(new Error('ended before it listened')));
    });
  }
}

/** Runs once to the end, so that later lives find their sources compiled. */
export async function compileHouse(compiled: string): Promise<void> {
  const child = spawn(process.execPath, [main.pathname, '--print-config'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the house does not start: exit code ${code}`);
}
