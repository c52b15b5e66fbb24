import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

/** A server that runs beside this process, until it is stopped or killed. */
export interface RunningServer {
  /** What it is, e.g. `Apache Kafka 4.3.1`. */
  readonly name: string;
  readonly port: number;
  readonly logFile: string;
  /** Process that does the work; changes with every start. */
  readonly pid: number;
  /** Ends it in good order, and everything it started. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would; its data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port; resolves when it is ready. */
  restart(): Promise<void>;
}

/** Why a server cannot be had on this machine; whoever wanted it says so and goes on. */
export class ServerMissing extends Error {}

/** A line about a long work, for whoever waits. */
export type Say = (line: string) => void;

/** Where downloaded servers are kept: `.servers` in the repository unless `JIANDU_SERVERS` says otherwise. */
export function downloads(): string {
  return resolve(process.env['JIANDU_SERVERS'] ?? new URL('../../../.servers', import.meta.url).pathname);
}

export interface ProcessToStart {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly port: number;
  readonly logFile: string;
  readonly cwd?: string;
  /** Its environment beside PATH and HOME; that of this process unless told. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it serves; asked every 100 ms. */
  readonly ready: () => Promise<boolean>;
  /** Milliseconds it may take to get ready; 60 000 unless told. */
  readonly patienceMs?: number;
}

const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 60_000;
const GRACE_MS = 10_000;

/**
 * Lives beside the server, in its group, and ends the whole group when descriptor 3 closes, that is when whoever started it has
 * ended in whatever way: nothing is left running.
 */
const GUARD = `trap : TERM INT
"$@" 3<&- &
server=$!
(trap '' TERM INT; cat <&3 >/dev/null; kill -9 -$$) &
while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
exit $code`;

/** Starts a process in a group of its own and resolves when it is ready; its output goes to the log file. */
export async function startProcess(wanted: ProcessToStart): Promise<RunningServer> {
  mkdirSync(dirname(wanted.logFile), { recursive: true });
  let child = await startOnce(wanted);
  return {
    name: wanted.name,
    port: wanted.port,
    logFile: wanted.logFile,
    get pid() {
      return child.pid ?? 0;
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      await end(child, 'SIGTERM');
      child = await startOnce(wanted);
    },
  };
}

async function startOnce(wanted: ProcessToStart): Promise<ChildProcess> {
  const log = openSync(wanted.logFile, 'a');
  const child = spawn('sh', ['-c', GUARD, 'sh', wanted.command, ...wanted.args], {
    cwd: wanted.cwd,
    env:
      wanted.env === undefined
        ? process.env
        : { PATH: process.env['PATH'], HOME: process.env['HOME'], ...wanted.env },
    stdio: ['ignore', log, log, 'pipe'],
    detached: true,
  });
  closeSync(log);
  child.once('exit', () => child.stdio[3]?.destroy());
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const deadline = performance.now() + (wanted.patienceMs ?? PATIENCE_MS);
  try {
    while (!(await Promise.race([wanted.ready().catch(() => false), failed]))) {
      if (hasEnded(child))
        throw new Error(`${wanted.name} ended while it was starting\n${tailOf(wanted.logFile)}`);
      if (performance.now() > deadline)
        throw new Error(`${wanted.name} was not ready in time\n${tailOf(wanted.logFile)}`);
      await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
    }
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Signals the whole group, so that children of the server end with it. */
async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  signalGroup(child, signal);
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(late);
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself in between.
  }
}

function tailOf(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-20).join('\n');
}

/** A port nobody listens on at this moment, on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
