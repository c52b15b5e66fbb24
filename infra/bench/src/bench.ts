import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every measurement is given. */
export interface Bench {
  /** Everything tiny, to see that it runs; nothing is judged. */
  readonly smoke: boolean;
  /** Where CPU profiles of the contestants go, if anywhere. */
  readonly profileInto: string | undefined;
  readonly children: Set<ChildProcess>;
  /** An empty directory on the measured disk; gone at the end of the run. */
  directory(name: string): string;
  say(text: string): void;
}

/** Runs work with a bench, and leaves neither files nor processes behind, however it ends. */
export async function withBench<T>(
  options: { readonly smoke: boolean; readonly on: string | undefined; readonly profileInto?: string },
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(options.on ?? tmpdir(), 'jiandu-bench-'));
  const children = new Set<ChildProcess>();
  const clear = () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  };
  const broken = () => {
    clear();
    process.exit(130);
  };
  process.once('SIGINT', broken);
  process.once('SIGTERM', broken);
  let made = 0;
  try {
    return await work({
      smoke: options.smoke,
      profileInto: options.profileInto,
      children,
      directory: (name) => {
        made += 1;
        const path = join(root, `${made}-${name}`);
        mkdirSync(path);
        return path;
      },
      say: (text) => process.stderr.write(`${text}\n`),
    });
  } finally {
    process.off('SIGINT', broken);
    process.off('SIGTERM', broken);
    clear();
  }
}
