import type { Collection, Document } from 'mongodb';
import { allOf, filterOf, type Wanted } from './find-filter.ts';
import type { Stored } from './stored-document.ts';
import { reaching } from './unavailable.ts';

/** A search would look at every document. Never in production, where slow is better than not at all. */
export class UnindexedFind extends Error {
  constructor(collection: string, shape: string) {
    super(`A search of ${collection} uses no index: ${shape}`);
    this.name = 'UnindexedFind';
  }
}

const SHAPES = 1_000;

/**
 * Asks the server how it would search, once for each shape of a search, and refuses one that it would answer by looking at all
 * documents. An order that happens to be an index's is no excuse: what is asked for must be found by an index.
 */
export class IndexInsistence {
  readonly #name: string;
  readonly #docs: Collection<Stored>;
  readonly #served = new Set<string>();

  constructor(name: string, docs: Collection<Stored>) {
    this.#name = name;
    this.#docs = docs;
  }

  /** @throws UnindexedFind */
  async insist(wanted: Wanted): Promise<void> {
    const filter = filterOf(wanted);
    // Without conditions everything is wanted, and is read in the order of an index.
    if (filter === undefined || Object.keys(filter).length === 0) return;
    const shape = shapeOf(filter);
    if (this.#served.has(shape)) return;
    if (!(await this.#serves(filter)) && !(await this.#servesInParts(wanted)))
      throw new UnindexedFind(this.#name, shape);
    if (this.#served.size >= SHAPES) this.#served.clear();
    this.#served.add(shape);
  }

  /** For servers that explain a conjunction of alternatives as one look at everything although each part has its index. */
  async #servesInParts({ conditions, alternatives }: Wanted): Promise<boolean> {
    if (await this.#servesOneOf(conditions)) return true;
    if (alternatives === undefined) return false;
    for (const alternative of alternatives) if (!(await this.#servesOneOf(alternative))) return false;
    return true;
  }

  async #servesOneOf(conditions: readonly Document[]): Promise<boolean> {
    for (const condition of conditions) if (await this.#serves(allOf([condition]))) return true;
    return false;
  }

  async #serves(filter: Document): Promise<boolean> {
    // The index of ids is always there; not every server speaks of it.
    if (Object.keys(filter).includes('_id')) return true;
    const plan = await reaching(() => this.#docs.find(filter).explain('queryPlanner'));
    return !looksAtEverything(plan['queryPlanner']?.winningPlan ?? plan);
  }
}

function looksAtEverything(plan: unknown): boolean {
  if (typeof plan !== 'object' || plan === null) return false;
  if ('stage' in plan && plan.stage === 'COLLSCAN') return true;
  return Object.values(plan).some(looksAtEverything);
}

/** The search without its values. */
function shapeOf(filter: Document): string {
  return JSON.stringify(filter, (_, value) => {
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null))
      return '[…]';
    return typeof value === 'object' && value !== null ? value : '…';
  });
}
