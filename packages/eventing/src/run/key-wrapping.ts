import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Seals a data key under the master key: nonce, ciphertext, tag. The id is authenticated, so keys cannot be swapped. */
export function wrapKey(masterKey: Uint8Array, id: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, masterKey, nonce);
  cipher.setAAD(Buffer.from(id));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the master key is another one, or the wrapped key was changed */
export function unwrapKey(masterKey: Uint8Array, id: string, wrapped: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(ALGORITHM, masterKey, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  const bytes = Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return Uint8Array.from(bytes);
}
