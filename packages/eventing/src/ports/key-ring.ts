/** A data key for personal fields. */
export interface SubjectKey {
  readonly id: string;
  /** 32 bytes for AES-256-GCM. */
  readonly bytes: Uint8Array;
}

/**
 * Keys of personal data, kept apart from the data. An adapter MUST have made a key durable before `allocate` hands it out,
 * MUST never hand the same key out twice (also across a crash, and to two processes), and after `destroy` resolves the key is
 * found nowhere any more, in no process. A ring that cannot be reached rejects with an error that is `retryable`.
 */
export interface KeyRing {
  /** A fresh key. Keys are made in advance, so that a command hardly ever waits for one, also while the ring is away for a while. */
  allocate(): Promise<SubjectKey>;
  /** What is found is not kept: asked again after `destroy`, whoever called that, the answer is `undefined`. */
  find(id: string): Promise<SubjectKey | undefined>;
  destroy(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
