import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { categoryOf, type StreamId } from '@jiandu/eventing';

/** Categories have small numbers in the log, so that a filtered read skips an event without looking at its text. */
export class CategoryNumbers {
  readonly #select: StatementSync;
  readonly #insert: StatementSync;
  readonly #numbers = new Map<string, number>();

  constructor(db: DatabaseSync) {
    this.#select = db.prepare('SELECT number FROM categories WHERE name = ?');
    this.#insert = db.prepare('INSERT INTO categories (name) VALUES (?) RETURNING number');
  }

  /** The number of a stream's category, given one now if it is the first of its kind; inside a transaction. */
  numberOf(stream: StreamId): number {
    const category = categoryOf(stream);
    const known = this.#find(category);
    if (known !== undefined) return known;
    const made = Number(this.#insert.get(category)?.['number']);
    this.#numbers.set(category, made);
    return made;
  }

  /** The numbers of those categories that have events. */
  known(categories: readonly string[]): readonly number[] {
    return categories.map((name) => this.#find(name)).filter((number) => number !== undefined);
  }

  /** After a transaction that did not happen. */
  forget(): void {
    this.#numbers.clear();
  }

  #find(category: string): number | undefined {
    const known = this.#numbers.get(category);
    if (known !== undefined) return known;
    const row = this.#select.get(category);
    if (row === undefined) return undefined;
    const number = Number(row['number']);
    this.#numbers.set(category, number);
    return number;
  }
}
