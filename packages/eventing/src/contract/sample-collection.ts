import type { Collection, CollectionSpec, Doc, ReadModels } from '../ports/read-models.ts';
import { freshService } from './sample-events.ts';

/** A document of the contract's collections. */
export interface Sample extends Doc {
  readonly unit?: string | null;
  readonly score?: number | null;
  readonly open?: boolean | null;
  /** Holds values of several types, to pin how they compare. */
  readonly mixed?: string | number | boolean | null;
  readonly people?: readonly string[] | null;
  readonly labels?: readonly string[];
  readonly card?: { readonly grade?: string };
  readonly text?: string;
}

/** A collection nobody used before. */
export function freshSpec(): CollectionSpec {
  return {
    name: `${freshService()}.samples@1`,
    fields: ['unit', 'score', 'open', 'mixed', 'card.grade'],
    lists: ['people', 'labels'],
  };
}

/** An open collection with documents in it. */
export async function filled(
  models: ReadModels,
  docs: readonly Sample[],
): Promise<{ readonly name: string; readonly collection: Collection<Sample> }> {
  const spec = freshSpec();
  const collection = await models.open<Sample>(spec);
  await put(models, spec.name, docs);
  return { name: spec.name, collection };
}

export async function put(models: ReadModels, name: string, docs: readonly Sample[]): Promise<void> {
  const changes = docs.map((doc) => ({ put: doc }));
  await models.commit(name, changes, String(docs.length));
}
