import type { Envelope, View } from '../declare/view.ts';
import type { Change, Collection, Doc } from '../ports/read-models.ts';

/** Folds a batch of events onto the documents they touch; answers what changed, in the order it was first touched. */
export async function foldBatch(
  view: View,
  collection: Collection<Doc>,
  batch: readonly Envelope[],
): Promise<readonly Change[]> {
  const touched = batch.flatMap((event) => {
    const fold = view.folds[event.type] ?? view.folds['*'];
    return fold === undefined ? [] : [{ event, fold, ids: fold.ids(event) }];
  });
  if (touched.length === 0) return [];
  const ids = [...new Set(touched.flatMap((each) => each.ids))];
  const docs = new Map<string, Doc | undefined>(await collection.getMany(ids));
  const changed = new Set<string>();
  for (const { event, fold, ids: own } of touched) {
    for (const id of own) {
      const before = docs.get(id);
      const after = fold.apply(before, event, id);
      if (after === before) continue;
      docs.set(id, after);
      changed.add(id);
    }
  }
  return [...changed].map((id) => {
    const doc = docs.get(id);
    return doc === undefined ? { remove: id } : { put: doc };
  });
}
