import assert from 'node:assert/strict';
import type { Change, Doc, ReadModels } from '@jiandu/eventing';

/** A document that says in which commit it was written. */
export interface Numbered extends Doc {
  readonly n: number;
}

export const spec = (name: string) => ({ name, fields: ['n'], lists: [] });

/** Commit `n`: ten documents say so, and an eleventh comes and goes. */
export function changesOf(n: number): readonly Change[] {
  const put = (id: string): Change => ({ put: { id, n } as Numbered });
  return [
    ...Array.from({ length: 10 }, (_, at) => put(`d${at}`)),
    n % 2 === 0 ? put('even') : { remove: 'even' },
  ];
}

/** The documents are those of the checkpoint, all of them; answers which commit that is. */
export async function judged(models: ReadModels, name: string): Promise<number> {
  const n = Number((await models.checkpoint(name)) ?? 0);
  const found: string[] = [];
  for await (const doc of models.scan(name)) found.push(`${doc.id} ${(doc as Numbered).n}`);
  const wanted =
    n === 0
      ? []
      : changesOf(n)
          .flatMap((change) => ('put' in change ? [`${change.put.id} ${n}`] : []))
          .sort();
  assert.deepEqual(found, wanted);
  return n;
}
