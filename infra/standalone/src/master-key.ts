import { existsSync, readFileSync } from 'node:fs';
import { CannotStart } from './why-not-started.ts';

/** The key that wraps the keys of personal data, from a file with 64 hexadecimal digits. Throws `CannotStart`. */
export function readMasterKey(file: string): Uint8Array {
  if (!existsSync(file)) throw new CannotStart(`JIANDU_MASTER_KEY_FILE: there is no file ${file}`);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-fA-F]{64}$/.test(text))
    throw new CannotStart(`${file} must hold a key of 32 bytes as 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}
