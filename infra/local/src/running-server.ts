import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isFree } from './free-port.ts';
import { ProcessGroup } from './process-group.ts';

export { freePort } from './free-port.ts';

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

/** Where downloaded servers are kept: `.servers` in the repository unless `LOCAL_SERVERS` says otherwise. */
export function downloads(): string {
  return resolve(process.env['LOCAL_SERVERS'] ?? join(import.meta.dirname, '../../../.servers'));
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
/** A question that hangs is asked again. */
const ANSWER_MS = 10_000;
const GRACE_MS = 10_000;

/** Starts a process in a group of its own and resolves when it is ready; its output goes to the log file. */
export async function startProcess(wanted: ProcessToStart): Promise<RunningServer> {
  mkdirSync(dirname(wanted.logFile), { recursive: true });
  let group = await startOnce(wanted);
  return {
    name: wanted.name,
    port: wanted.port,
    logFile: wanted.logFile,
    get pid() {
      return group.pid;
    },
    stop: () => end(group, 'SIGTERM'),
    kill: () => end(group, 'SIGKILL'),
    restart: async () => {
      await end(group, 'SIGTERM');
      group = await startOnce(wanted);
    },
  };
}

async function startOnce(wanted: ProcessToStart): Promise<ProcessGroup> {
  // Whatever listens there would be taken for the server.
  if (!(await isFree(wanted.port))) throw new Error(`${wanted.name}: port ${wanted.port} is taken`);
  const log = openSync(wanted.logFile, 'a');
  const group = new ProcessGroup(wanted.command, wanted.args, log, {
    cwd: wanted.cwd,
    env:
      wanted.env === undefined
        ? process.env
        : { PATH: process.env['PATH'], HOME: process.env['HOME'], ...wanted.env },
  });
  closeSync(log);
  try {
    await getReady(wanted, group);
  } catch (error) {
    await end(group, 'SIGKILL');
    throw error;
  }
  return group;
}

async function getReady(wanted: ProcessToStart, group: ProcessGroup): Promise<void> {
  const { name, ready, logFile, patienceMs = PATIENCE_MS } = wanted;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const serves = await answersInTime(ready);
    if (group.hasEnded) throw new Error(`${name} ended while it was starting\n${tailOf(logFile)}`);
    if (serves) return;
    if (performance.now() > deadline) throw new Error(`${name} was not ready in time\n${tailOf(logFile)}`);
    await pause(LOOK_EVERY_MS);
  }
}

async function answersInTime(ready: () => Promise<boolean>): Promise<boolean> {
  const answered = new AbortController();
  const late = pause(ANSWER_MS, false, { signal: answered.signal }).catch(() => false);
  try {
    return await Promise.race([ready().catch(() => false), late]);
  } finally {
    answered.abort();
  }
}

/** Ends the group; resolves when nothing of it is left. */
async function end(group: ProcessGroup, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  group.signal(signal);
  const late = setTimeout(() => group.signal('SIGKILL'), GRACE_MS);
  try {
    await group.gone;
  } finally {
    clearTimeout(late);
  }
}

/** The end of a log, if it is still there. */
function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : '';
}
