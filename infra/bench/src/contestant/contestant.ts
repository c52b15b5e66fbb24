import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { FromContestant, Slice, SliceOrder, ToContestant } from './slice.ts';

/** A contestant that says nothing for so long is given up. */
const SILENCE_MS = 600_000;

/** Something measured in a process of its own, so that neither its memory nor its rubbish touches its rival. */
export class Contestant {
  readonly #child: ChildProcess;
  readonly #name: string;

  private constructor(name: string, child: ChildProcess) {
    this.#name = name;
    this.#child = child;
  }

  /** Starts `src/<file>` and opens it; answers it with what it told of itself. */
  static async open<F>(
    bench: Bench,
    file: string,
    parameters: unknown,
  ): Promise<{ contestant: Contestant; facts: F }> {
    const profile =
      bench.profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${bench.profileInto}`];
    const child = fork(join(import.meta.dirname, '..', file), [], {
      // What a rival prints while it fails is of no interest; what breaks one of ours is.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // kafkajs alone waits for negative times, which Node remarks on.
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=TimeoutNegativeWarning',
        ...profile,
      ],
    });
    bench.children.add(child);
    child.once('exit', () => bench.children.delete(child));
    const contestant = new Contestant(file, child);
    const { facts } = await contestant.#ask({ say: 'open', parameters }, 'opened');
    return { contestant, facts: facts as F };
  }

  /** Takes one turn. */
  async slice(order: SliceOrder): Promise<Slice> {
    return (await this.#ask({ say: 'slice', order }, 'sliced')).slice;
  }

  /** Ends the process in good order. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    await this.#ask({ say: 'close' }, 'closed');
    await exited;
  }

  /** Ends the process at once: for a contestant that no longer answers. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async #ask<S extends FromContestant['say']>(
    message: ToContestant,
    wanted: S,
  ): Promise<Extract<FromContestant, { say: S }>> {
    const over = new AbortController();
    const silence = AbortSignal.timeout(SILENCE_MS);
    const signal = AbortSignal.any([over.signal, silence]);
    const answered = once(this.#child, 'message', { signal });
    const ended = once(this.#child, 'exit', { signal }).then(() => {
      throw new Error(`${this.#name} ended while it was asked to ${message.say}`);
    });
    this.#child.send(message);
    try {
      const [answer] = (await Promise.race([answered, ended])) as [FromContestant];
      if (answer.say !== wanted) throw new Error(`${this.#name} answered ${answer.say}, not ${wanted}`);
      return answer as Extract<FromContestant, { say: S }>;
    } finally {
      over.abort();
      await Promise.allSettled([answered, ended]);
    }
  }
}
