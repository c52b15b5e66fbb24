import { createHash } from 'node:crypto';
import { canonicalJson } from '../ids.ts';
import type { Doc } from '../ports/read-models.ts';

/** SHA-256 over documents in id order; equal collections hash equal, whatever order their fields were written in. */
export class DocumentsHash {
  hex = '';
  documents = 0;

  async restart(documents: AsyncIterable<Doc>): Promise<void> {
    const hash = createHash('sha256');
    this.documents = 0;
    for await (const doc of documents) {
      hash.update(`${canonicalJson(doc)}\n`);
      this.documents += 1;
    }
    this.hex = hash.digest('hex');
  }
}
