import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Becomes the server after leaving a guard beside it, in the same group. When descriptor 3 closes, that is when whoever
 * started it has ended in whatever way, the guard ends the whole group: nothing is left running.
 */
const GUARD = `(trap '' TERM INT HUP; cat <&3 >/dev/null; kill -9 -$$) &
exec "$@" 3<&-`;

const LOOK_EVERY_MS = 10;
const LEAVING_MS = 10_000;

/** A command as the leader of a group of processes, which does not outlive this process. */
export class ProcessGroup {
  /**
   * Resolves when no process of the group runs any more, so that its ports and files are free: a dead leader does not
   * mean that, because the kernel takes its time with each of them. Rejects when one cannot be ended within ten seconds.
   */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;

  /** Starts it; what it says goes to a descriptor. A command that cannot be started has ended at once. */
  constructor(
    command: string,
    args: readonly string[],
    output: number,
    options: Pick<SpawnOptions, 'cwd' | 'env'>,
  ) {
    const child = spawn('sh', ['-c', GUARD, 'sh', command, ...args], {
      ...options,
      stdio: ['ignore', output, output, 'pipe'],
      detached: true,
    });
    this.#child = child;
    // Begins with the death of the leader, while its guard still keeps the number of the group from being given anew.
    this.gone = once(child, 'exit').then(
      () => this.#sweep(),
      () => undefined,
    );
    this.gone.catch(() => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Whether the leader has ended. */
  get hasEnded(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  /** Signals the leader and everything it started; nobody once it has ended. */
  signal(signal: NodeJS.Signals): void {
    if (!this.hasEnded) signalGroup(this.pid, signal);
  }

  async #sweep(): Promise<void> {
    this.#child.stdio[3]?.destroy();
    const deadline = performance.now() + LEAVING_MS;
    while (runs(this.pid)) {
      if (performance.now() > deadline) throw new Error(`process group ${this.pid} does not end`);
      signalGroup(this.pid, 'SIGKILL');
      await pause(LOOK_EVERY_MS);
    }
  }
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // It ended by itself in between.
  }
}

function runs(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  // The dead whom nobody has fetched yet still answer a signal, in some containers for ever.
  const states = statesIn(group);
  return states === undefined || states.some((state) => state !== 'Z' && state !== 'X');
}

/** States of the processes of a group; `undefined` where the system has no such list. */
function statesIn(group: number): string[] | undefined {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const [state, , itsGroup] = statusOf(pid);
        return Number(itsGroup) === group && state !== undefined ? [state] : [];
      });
  } catch {
    return undefined;
  }
}

/** State, parent, group and more of a process; nothing when it has gone. */
function statusOf(pid: string): string[] {
  try {
    // The name before it is in brackets and may contain anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}
