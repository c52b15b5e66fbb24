import { openReadModels } from '@jiandu/adapters-embedded';
import { type Doc, type Envelope, foldBatch, type View } from '@jiandu/eventing';

/** Folds events into a view in batches of the given sizes (the rest in one) and answers its documents by id. */
export async function folded<T extends Doc>(
  view: View<T>,
  events: readonly Envelope[],
  sizes: readonly number[] = [],
): Promise<ReadonlyMap<string, T>> {
  const readModels = openReadModels({ memory: true });
  const spec = { name: view.name, fields: view.fields, lists: view.lists ?? [] };
  const documents = await readModels.open<Doc>(spec);
  const mine = events.filter(({ stream }) => view.from.includes(stream.split('.')[0] ?? ''));
  let at = 0;
  for (const size of [...sizes, mine.length]) {
    const batch = mine.slice(at, at + size);
    at += batch.length;
    await readModels.commit(view.name, await foldBatch(view as View, documents, batch), String(at));
  }
  const found = new Map<string, T>();
  for await (const doc of readModels.scan(view.name)) found.set(doc.id, doc as T);
  await readModels.close();
  return found;
}
