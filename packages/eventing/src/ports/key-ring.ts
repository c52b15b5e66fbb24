/** A data key for personal fields. */
export interface SubjectKey {
  readonly id: string;
  /** 32 bytes for AES-256-GCM. */
  readonly bytes: Uint8Array;
}

/**
 * Keys of personal data, kept apart from the data. An adapter MUST have made a key durable before `allocate` hands it out,
 * MUST never hand the same key out twice (also across a crash), and after `destroy` resolves the key's bytes are nowhere.
 */
export interface KeyRing {
  allocate(): SubjectKey;
  find(id: string): SubjectKey | undefined;
  destroy(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
