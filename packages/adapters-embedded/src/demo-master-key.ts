import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * The master key of a demonstration: a file with narrow rights in the data directory, made at first use. Production
 * mounts a secret instead.
 * @throws Error when the file holds something else than 64 hexadecimal digits
 */
export function demoMasterKey(directory: string): Uint8Array {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'demo-master.key');
  makeOnce(file);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new Error(`${file} does not hold a master key of ${KEY_BYTES} bytes`);
  return Uint8Array.from(Buffer.from(text, 'hex'));
}

function makeOnce(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw error;
  }
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
