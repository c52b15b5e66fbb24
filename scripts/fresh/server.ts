import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newcomerEnvironment } from './newcomer.ts';

const patience = 90_000;

/** A server started by `npm start`, with everything it started in its own process group. */
export class Server {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #log: string;

  private constructor(address: string, child: ChildProcess, log: string) {
    this.address = address;
    this.#child = child;
    this.#log = log;
  }

  /** Starts the house cloned at `house` on a free port with its data in `data`; resolves when it says it is ready. */
  static async start(house: string, data: string): Promise<Server> {
    const port = await freePort();
    const log = join(data, '..', `server-${port}.log`);
    const output = openSync(log, 'w');
    const child = spawn('npm', ['start', '--', '--port', String(port), '--data', data], {
      cwd: house,
      env: newcomerEnvironment(process.env),
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    const server = new Server(`http://127.0.0.1:${port}`, child, log);
    try {
      await server.#untilReady();
    } catch (error) {
      await server.kill();
      throw error;
    }
    return server;
  }

  /** Ends the whole group at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks the group to stop, and fails when it has not within ten seconds. */
  async stop(): Promise<void> {
    const timeout = AbortSignal.timeout(10_000);
    await Promise.race([
      this.#end('SIGTERM'),
      once(timeout, 'abort').then(() => {
        throw new Error('the server did not stop within 10 s of SIGTERM');
      }),
    ]);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.pid === undefined || this.#gone()) return;
    const exited = once(this.#child, 'exit');
    process.kill(-this.#child.pid, signal);
    await exited;
  }

  async #untilReady(): Promise<void> {
    const deadline = performance.now() + patience;
    let answer = 'nothing yet';
    while (performance.now() < deadline) {
      if (this.#gone()) throw new Error(`npm start ended before it was ready:\n${this.#told()}`);
      try {
        const ready = await fetch(`${this.address}/health/ready`);
        answer = `${ready.status} ${await ready.text()}`;
        if (ready.ok) return;
      } catch {
        // Not listening yet.
      }
      await pause(50);
    }
    throw new Error(`not ready after ${patience / 1000} s, /health/ready said: ${answer}\n${this.#told()}`);
  }

  #gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #told(): string {
    return readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-40).join('\n');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}
