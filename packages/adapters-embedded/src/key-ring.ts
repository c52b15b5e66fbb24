import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRing, SubjectKey } from '@jiandu/eventing';
import { type Lock, takeLock } from './directory-lock.ts';
import { KeyFile } from './key-file.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface KeyRingOptions {
  /** A directory of its own, away from the data; made with rights for its owner alone. */
  readonly directory: string;
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
}

/** Keys made durable with one fsync. */
const POOL = 256;
const LOW_WATER = 64;
const KEY_BYTES = 32;
const CACHED_KEYS = 10_000;

/**
 * Opens the key ring. Keys are made durable in advance, so that `allocate` need not wait for the disk. Keys made in
 * advance by an earlier run are never handed out by a later one: whether they were used is not known after a crash.
 * @throws DirectoryInUse when another ring works in the directory
 * @throws Error for another master key than the one the keys were wrapped under
 */
export function openKeyRing({ directory, masterKey }: KeyRingOptions): KeyRing {
  if (masterKey.length !== KEY_BYTES) throw new RangeError(`A master key has ${KEY_BYTES} bytes`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(directory, 'keys.db'));
  try {
    return new EmbeddedKeyRing(new KeyFile(directory, Uint8Array.from(masterKey)), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

class EmbeddedKeyRing implements KeyRing {
  readonly #file: KeyFile;
  readonly #lock: Lock;
  readonly #opened = new Map<string, Uint8Array>();
  #pool: SubjectKey[] = [];
  #refilling = false;
  #closed = false;

  constructor(file: KeyFile, lock: Lock) {
    this.#file = file;
    this.#lock = lock;
  }

  async allocate(): Promise<SubjectKey> {
    if (this.#pool.length === 0) this.#refillNow();
    else if (this.#pool.length <= LOW_WATER) this.#refillSoon();
    const key = this.#pool.pop();
    if (key === undefined) throw new Error('No key could be made');
    this.#remember(key);
    return { id: key.id, bytes: key.bytes.slice() };
  }

  async find(id: string): Promise<SubjectKey | undefined> {
    const opened = this.#opened.get(id);
    if (opened) return { id, bytes: opened.slice() };
    const bytes = this.#file.find(id);
    if (bytes === undefined) return undefined;
    this.#remember({ id, bytes });
    return { id, bytes: bytes.slice() };
  }

  async destroy(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#opened.get(id)?.fill(0);
      this.#opened.delete(id);
    }
    const destroyed = new Set(ids);
    this.#pool = this.#pool.filter(({ id }) => !destroyed.has(id));
    this.#file.remove(ids);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // These were certainly never handed out.
    this.#file.remove(this.#pool.map(({ id }) => id));
    this.#pool = [];
    for (const bytes of this.#opened.values()) bytes.fill(0);
    this.#opened.clear();
    this.#file.close();
    this.#lock.release();
  }

  /** @throws StoreUnavailable when no key can be made durable now */
  #refillNow(): void {
    try {
      this.#refill();
    } catch (error) {
      throw new StoreUnavailable(error);
    }
  }

  #refillSoon(): void {
    if (this.#refilling) return;
    this.#refilling = true;
    setImmediate(() => {
      this.#refilling = false;
      // What fails here is asked for again, and reported, when the pool is empty.
      if (!this.#closed) this.#tryRefill();
    });
  }

  #tryRefill(): void {
    try {
      this.#refill();
    } catch {
      this.#refilling = false;
    }
  }

  #refill(): void {
    const keys = Array.from({ length: POOL }, () => ({
      id: randomBytes(16).toString('base64url'),
      bytes: Uint8Array.from(randomBytes(KEY_BYTES)),
    }));
    this.#file.add(keys);
    this.#pool.unshift(...keys);
  }

  #remember({ id, bytes }: SubjectKey): void {
    if (this.#opened.size >= CACHED_KEYS) {
      for (const old of this.#opened.values()) old.fill(0);
      this.#opened.clear();
    }
    this.#opened.set(id, bytes);
  }
}
