import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A way to run out of space that can be undone. */
export interface Scarcity {
  readonly way: 'tmpfs' | 'quota';
  /** Data directory that runs out of space. */
  readonly data: string;
  /** No space from now on, for the house of this process id. */
  take(pid: number): void;
  giveBack(pid: number): void;
  dispose(): void;
}

const MEBIBYTE = 1024 * 1024;

/** A small file system in memory, filled to the last byte: writes end with ENOSPC. Needs the right to mount. */
export function smallFileSystem(mebibytes = 192): Scarcity | string {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    rmSync(place, { recursive: true });
    return 'tmpfs: this user may not mount file systems';
  }
  const ballast = join(place, 'ballast');
  return {
    way: 'tmpfs',
    data: join(place, 'data'),
    take: () => {
      fill(ballast);
      const { bavail } = statfsSync(place);
      if (bavail > 0) throw new Error(`${place} is not full: ${bavail} blocks are left`);
    },
    giveBack: () => rmSync(ballast),
    dispose: () => {
      execFileSync('umount', ['-l', place], { stdio: 'ignore' });
      rmSync(place, { recursive: true });
    },
  };
}

function fill(ballast: string): void {
  const file = openSync(ballast, 'w');
  try {
    for (const size of [MEBIBYTE, 4096, 1]) {
      const part = Buffer.alloc(size);
      while (writesAll(file, part));
    }
  } finally {
    closeSync(file);
  }
}

function writesAll(file: number, part: Buffer): boolean {
  try {
    return writeSync(file, part) === part.length;
  } catch {
    return false;
  }
}

/** Bytes; every file of a working house is longer. */
const LONG_EXCEEDED = 64 * 1024;

/** A limit on the size of files (RLIMIT_FSIZE): writes beyond it end with EFBIG. Needs no rights, but `prlimit`. */
export function fileSizeQuota(): Scarcity | string {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
  } catch {
    return 'quota: there is no prlimit on this machine';
  }
  const place = mkdtempSync(join(tmpdir(), 'jiandu-quota-'));
  const data = join(place, 'data');
  mkdirSync(data);
  const limit = (pid: number, bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  return {
    way: 'quota',
    data,
    take: (pid) => limit(pid, LONG_EXCEEDED),
    giveBack: (pid) => {
      // A dead house took its limit with it.
      if (existsSync(`/proc/${pid}`)) limit(pid, 'unlimited');
    },
    dispose: () => rmSync(place, { recursive: true }),
  };
}
