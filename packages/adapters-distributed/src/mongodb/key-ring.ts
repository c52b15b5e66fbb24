import { randomBytes } from 'node:crypto';
import { type KeyRing, type SubjectKey, unwrapKey, wrapKey } from '@jiandu/eventing';
import { Binary, type Collection, type MongoClient } from 'mongodb';
import { connectMongo, type MongoOptions } from './connection.ts';
import { KeyLookups, type WrappedKey } from './key-lookups.ts';
import { MongoUnavailable, reaching } from './unavailable.ts';

export interface MongoKeyRingOptions extends MongoOptions {
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
}

/** Keys kept ready: so many commands with personal data are accepted while MongoDB is away, and at least a lot fewer. */
const READY = 640;
/** Keys made durable at a time. */
const LOT = 128;
const KEY_BYTES = 32;
const TRY_AGAIN_MS = 1_000;
const PROBE = 'probe';

/**
 * Opens the key ring of an installation; any number of processes may. Keys are made durable in advance, so that a command does
 * not wait for the server, nor needs it for the next 512 or more keys. What a process has made in advance and not handed out when
 * it ends lies there unused, about 80 kB, and is never handed out by another one.
 *
 * Nothing that is found is kept here: after `destroy`, by whichever process, no other one finds the key any more. On the server's
 * disks its wrapped bytes go with the oplog's window and with old backups, which must not be kept longer than erasing may take.
 * @throws MongoUnavailable when the server cannot be reached in time
 * @throws Error for another master key than the one the keys were wrapped under
 */
export async function openMongoKeyRing(options: MongoKeyRingOptions): Promise<KeyRing> {
  if (options.masterKey.length !== KEY_BYTES) throw new RangeError(`A master key has ${KEY_BYTES} bytes`);
  const masterKey = Uint8Array.from(options.masterKey);
  const client = await connectMongo(options);
  const keys = client.db(options.database).collection<WrappedKey>('keys');
  try {
    await prove(keys, masterKey);
    const ring = new KeyRingInMongo(client, keys, masterKey);
    await ring.start();
    return ring;
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** A known text under the master key: a wrong key is noticed at the start, not at the first letter opened. */
async function prove(keys: Collection<WrappedKey>, masterKey: Uint8Array): Promise<void> {
  const wrapped = new Binary(wrapKey(masterKey, PROBE, new Uint8Array(KEY_BYTES)));
  const probe = await reaching(() =>
    keys.findOneAndUpdate(
      { _id: PROBE },
      { $setOnInsert: { wrapped } },
      { upsert: true, returnDocument: 'after' },
    ),
  );
  try {
    unwrapKey(masterKey, PROBE, (probe?.wrapped ?? wrapped).value());
  } catch (cause) {
    throw new Error('The keys in MongoDB belong to another master key', { cause });
  }
}

class KeyRingInMongo implements KeyRing {
  readonly #client: MongoClient;
  readonly #keys: Collection<WrappedKey>;
  readonly #masterKey: Uint8Array;
  readonly #lookups: KeyLookups;
  #ready: SubjectKey[] = [];
  #making: Promise<void> | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(client: MongoClient, keys: Collection<WrappedKey>, masterKey: Uint8Array) {
    this.#client = client;
    this.#keys = keys;
    this.#masterKey = masterKey;
    this.#lookups = new KeyLookups(keys);
  }

  async allocate(): Promise<SubjectKey> {
    for (;;) {
      const key = this.#ready.pop();
      if (key !== undefined) {
        if (this.#ready.length <= READY - LOT) this.#makeMore();
        return key;
      }
      await this.#makeReady();
    }
  }

  async find(id: string): Promise<SubjectKey | undefined> {
    const wrapped = id === PROBE ? undefined : await this.#lookups.find(id);
    return wrapped && { id, bytes: unwrapKey(this.#masterKey, id, wrapped.value()) };
  }

  async destroy(ids: readonly string[]): Promise<void> {
    const gone = ids.filter((id) => id !== PROBE);
    const destroyed = new Set(gone);
    this.#ready = this.#ready.filter(({ id }) => !destroyed.has(id));
    if (gone.length > 0) await reaching(() => this.#keys.deleteMany({ _id: { $in: gone } }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#making?.catch(() => undefined);
    await this.#client.close();
  }

  /** Resolves when a first lot is ready; the others follow by themselves. */
  async start(): Promise<void> {
    await this.#makeReady();
    this.#makeMore();
  }

  /** Makes a lot of keys durable; whoever needs one waits for the same lot. @throws MongoUnavailable */
  #makeReady(): Promise<void> {
    this.#making ??= this.#makeLot().finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  /** Until as many are ready as should be; what fails is tried again later, and reported to those who find none ready. */
  #makeMore(): void {
    if (this.#closed || this.#making !== undefined || this.#again !== undefined) return;
    this.#makeReady().then(
      () => {
        if (this.#ready.length <= READY - LOT) this.#makeMore();
      },
      () => {
        this.#again = setTimeout(() => {
          this.#again = undefined;
          this.#makeMore();
        }, TRY_AGAIN_MS).unref();
      },
    );
  }

  /** Keys whose outcome is not known are not used: they may be there or not. */
  async #makeLot(): Promise<void> {
    if (this.#closed) throw new MongoUnavailable('the key ring is closed');
    const lot = Array.from({ length: LOT }, () => ({
      id: randomBytes(16).toString('base64url'),
      bytes: Uint8Array.from(randomBytes(KEY_BYTES)),
    }));
    const wrapped = lot.map(({ id, bytes }) => ({
      _id: id,
      wrapped: new Binary(wrapKey(this.#masterKey, id, bytes)),
    }));
    await reaching(() => this.#keys.insertMany(wrapped));
    this.#ready.unshift(...lot);
  }
}
