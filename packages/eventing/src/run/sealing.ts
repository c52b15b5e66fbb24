import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { EventDefinition } from '../declare/event-definition.ts';
import type { KeyRing, SubjectKey } from '../ports/key-ring.ts';

/** A personal value as the log and the views hold it: AES-256-GCM under a key that can be destroyed. */
export interface Sealed {
  readonly $sealed: string;
  /** base64url of nonce (12 bytes), tag (16 bytes), ciphertext. */
  readonly box: string;
}

type Json = Readonly<Record<string, unknown>>;

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && '$sealed' in value && 'box' in value;
}

function openValue(sealed: Sealed, key: SubjectKey | undefined): unknown {
  if (key === undefined) return null;
  const box = Buffer.from(sealed.box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, box.subarray(0, 12));
  decipher.setAAD(Buffer.from(key.id)).setAuthTag(box.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8'));
}

/** Replaces what stands at a dotted path (`*` for every element of a list); `undefined` removes the field. */
function replaceAt(value: unknown, path: readonly string[], replace: (found: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (value === undefined || value === null) return value;
  if (head === undefined) return replace(value);
  if (head === '*') return Array.isArray(value) ? value.map((each) => replaceAt(each, rest, replace)) : value;
  if (typeof value !== 'object' || !(head in value)) return value;
  const { [head]: found, ...others } = value as Json;
  const replaced = replaceAt(found, rest, replace);
  return replaced === undefined ? others : { ...others, [head]: replaced };
}

/** Takes one fresh key from the ring when the first personal value of a command is met, and seals with it. */
export class CommandKey {
  readonly #keys: KeyRing;
  #taking: Promise<SubjectKey> | undefined;
  #key: SubjectKey | undefined;
  #sealed = 0;

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** The key, when anything was sealed. */
  get taken(): SubjectKey | undefined {
    return this.#key;
  }

  /** What seals with the command's one key. */
  async sealer(): Promise<(value: unknown) => Sealed> {
    this.#taking ??= this.#keys.allocate();
    const key = await this.#taking;
    this.#key = key;
    const secret = createSecretKey(key.bytes);
    return (value) => this.#seal(key, secret, value);
  }

  #seal(key: SubjectKey, secret: KeyObject, value: unknown): Sealed {
    // The key serves this command alone, so counting is enough for no nonce to come twice under it.
    const nonce = Buffer.alloc(12);
    this.#sealed += 1;
    nonce.writeUInt32BE(this.#sealed, 8);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(key.id));
    const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    const box = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    return { $sealed: key.id, box };
  }
}

/** Encrypts the personal fields of an event's data; what is sealed already stays as it is. */
export async function sealPersonal(definition: EventDefinition, data: Json, key: CommandKey): Promise<Json> {
  if (!holdsOpen(definition, data)) return data;
  const seal = await key.sealer();
  return definition.personal.reduce<Json>(
    (sealed, path) =>
      replaceAt(sealed, path.split('.'), (found) => (isSealed(found) ? found : seal(found))) as Json,
    data,
  );
}

/** Whether a personal field holds something that is not sealed yet: only then a key is taken. */
function holdsOpen(definition: EventDefinition, data: Json): boolean {
  let open = false;
  for (const path of definition.personal) {
    replaceAt(data, path.split('.'), (found) => {
      open ||= !isSealed(found);
      return found;
    });
  }
  return open;
}

/** The data without its personal fields, as other services and analysts get it. */
export function dropPersonal(definition: EventDefinition, data: Json): Json {
  return definition.personal.reduce<Json>(
    (dropped, path) => replaceAt(dropped, path.split('.'), () => undefined) as Json,
    data,
  );
}

/** Opens every sealed value inside; those whose key is destroyed become `null`. */
export async function unseal<T>(value: T, keys: KeyRing): Promise<T> {
  const ids = sealingKeys(value);
  const found = new Map((await Promise.all(ids.map((id) => keys.find(id)))).map((key, at) => [ids[at], key]));
  const open = (inner: unknown): unknown => {
    if (isSealed(inner)) return openValue(inner, found.get(inner.$sealed));
    if (Array.isArray(inner)) return inner.map(open);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, open(each)]));
  };
  return open(value) as T;
}

/** Ids of the keys under which anything inside is sealed. */
export function sealingKeys(value: unknown): readonly string[] {
  if (isSealed(value)) return [value.$sealed];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(sealingKeys))];
}
