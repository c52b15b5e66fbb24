import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';

/** Under what circumstances figures were taken; without them a figure means nothing. */
export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  /** What an answer promises while it is measured. */
  readonly durability: string;
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  [0xef53]: 'ext4',
  [0x9123683e]: 'btrfs',
  [0x58465342]: 'xfs',
  [0x01021994]: 'tmpfs',
  [0x794c7630]: 'overlayfs',
};

/** @param on directory that was measured on; that of temporary files unless told */
export function circumstances(on = tmpdir()): Omit<Circumstances, 'durability'> {
  const { type } = statfsSync(on);
  const fileSystem = FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`;
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  const cores = `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`;
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: `${cores}, ${gibibytes} GiB, ${fileSystem}, ${process.platform}, Node ${process.versions.node}`,
  };
}

function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const clean = git('status', '--porcelain', '--untracked-files=no') === '';
    return `${git('rev-parse', '--short=12', 'HEAD')}${clean ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}
