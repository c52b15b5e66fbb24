import type { Service } from '../declare/service.ts';
import type { View } from '../declare/view.ts';
import { canonicalJson } from '../ids.ts';
import type { Position } from '../ports/event.ts';
import { categoryOf } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Collection, Doc, ReadModels } from '../ports/read-models.ts';
import { DocumentsHash } from './documents-hash.ts';
import type { ServiceIndex } from './service-index.ts';
import { foldBatch } from './view-builder.ts';

export interface VerifyParts {
  readonly service: Service;
  readonly view: View;
  readonly index: ServiceIndex;
  readonly store: EventStore;
  /** Where the live collection is. */
  readonly live: ReadModels;
  /** Empty read models to rebuild in. */
  readonly beside: ReadModels;
}

export interface Verdict {
  readonly view: string;
  readonly equal: boolean;
  readonly documents: number;
  readonly position: Position;
  readonly liveHash: string;
  readonly rebuiltHash: string;
  /** Id of the first document that differs, when one does. */
  readonly firstDifference?: string;
}

const BATCH = 2_000;

/** Builds a view from the log, up to where the live one stands, beside it, and compares every document. */
export async function verifyView(parts: VerifyParts): Promise<Verdict> {
  const { service, view, live, beside } = parts;
  const name = `${service.name}.${view.name}`;
  const collection = await live.active(name);
  if (collection === undefined)
    throw new Error(`the view ${name} has no collection yet; start the services once`);
  const liveHash = new DocumentsHash();
  let position: Position;
  do {
    position = Number((await live.checkpoint(collection)) ?? 0);
    await liveHash.restart(live.scan(collection));
  } while (position !== Number((await live.checkpoint(collection)) ?? 0));
  const spec = { name: collection, fields: view.fields, lists: view.lists ?? [] };
  await buildUpTo(parts, await beside.open<Doc>(spec), collection, position);
  const rebuilt = new DocumentsHash();
  await rebuilt.restart(beside.scan(collection));
  const equal = liveHash.hex === rebuilt.hex;
  return {
    view: name,
    equal,
    documents: liveHash.documents,
    position,
    liveHash: liveHash.hex,
    rebuiltHash: rebuilt.hex,
    ...(equal ? {} : { firstDifference: await firstDifference(live, beside, collection) }),
  };
}

/** Folds the log into a collection, from the beginning up to a position. */
export async function buildUpTo(
  parts: Pick<VerifyParts, 'service' | 'view' | 'index' | 'store' | 'beside'>,
  documents: Collection<Doc>,
  collection: string,
  position: Position,
): Promise<void> {
  const { service, view, index, store, beside } = parts;
  const from = new Set(view.from);
  let at: Position = 0;
  while (at < position) {
    const { events, upTo } = await store.readAll(at, BATCH);
    const mine = events.filter(
      (event) => event.position <= position && from.has(categoryOf(event.stream).split('.')[0] ?? ''),
    );
    const envelopes = mine.map((event) => index.envelopeFor(service.name, event));
    await beside.commit(
      collection,
      await foldBatch(view, documents, envelopes),
      String(Math.min(upTo, position)),
    );
    if (upTo === at) return;
    at = upTo;
  }
}

async function firstDifference(live: ReadModels, beside: ReadModels, collection: string): Promise<string> {
  const rebuilt = beside.scan(collection)[Symbol.asyncIterator]();
  for await (const doc of live.scan(collection)) {
    const next = await rebuilt.next();
    const other = next.done ? undefined : next.value;
    if (other === undefined || canonicalJson(other) !== canonicalJson(doc)) {
      return other === undefined || doc.id < other.id ? doc.id : other.id;
    }
  }
  const left = await rebuilt.next();
  return left.done ? '' : left.value.id;
}
