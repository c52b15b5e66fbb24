import type { Checkpoint } from '@jiandu/eventing';
import type { DocumentTable, Prepared } from './document-table.ts';

/** Changes of one collection that are committed but not yet in the file: the newest of each document, and how far. */
export class UnwrittenDocuments {
  readonly #table: DocumentTable;
  readonly #changes = new Map<string, Prepared>();
  #characters = 0;
  checkpoint: Checkpoint;

  constructor(table: DocumentTable, checkpoint: Checkpoint) {
    this.#table = table;
    this.checkpoint = checkpoint;
  }

  /** Roughly the memory it takes. */
  get characters(): number {
    return this.#characters;
  }

  add(change: Prepared): void {
    this.#characters += (change.text?.length ?? 0) - (this.#changes.get(change.id)?.text?.length ?? 0);
    this.#changes.set(change.id, change);
  }

  get(id: string): Prepared | undefined {
    return this.#changes.get(id);
  }

  /** Inside a transaction. */
  write(): void {
    for (const change of this.#changes.values()) this.#table.write(change);
  }
}
