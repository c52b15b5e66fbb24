import type { Service } from '../declare/service.ts';
import type { View } from '../declare/view.ts';
import type { Position, Recorded } from '../ports/event.ts';
import type { Consumption, EventFeed } from '../ports/event-feed.ts';
import { topicOf } from '../ports/event-feed.ts';
import type { Collection, Doc, ReadModels } from '../ports/read-models.ts';
import type { Tracer } from '../ports/tracer.ts';
import { Progress } from './progress.ts';
import type { ServiceIndex } from './service-index.ts';
import { tracedFor } from './traced.ts';
import { foldBatch } from './view-builder.ts';

export interface ViewRunnerParts {
  readonly service: Service;
  readonly view: View;
  readonly index: ServiceIndex;
  readonly feed: EventFeed;
  readonly readModels: ReadModels;
  readonly tracer?: Tracer;
  /** Told of every attempt to fold that failed; it is made again, with back-off, for ever. */
  readonly onFailing?: (view: string, position: Position, error: unknown) => void;
  /** Told when a collection begins to serve; the one before it is dropped when this resolves. */
  readonly onServing?: (view: string, collection: string) => Promise<void>;
}

/** Deliveries without a change after which the checkpoint is kept all the same; so many are looked through again after a crash. */
export const IDLE_DELIVERIES = 64;

/** Name of the collection that a view's declared version lives in. */
export function collectionName(service: string, view: View, build = 0): string {
  return `${service}.${view.name}@${view.version}${build === 0 ? '' : `+${build}`}`;
}

/** Keeps one collection of a view level with the log. */
export class ViewRunner {
  readonly progress: Progress;
  readonly collection: string;
  readonly documents: Collection<Doc>;
  readonly #parts: ViewRunnerParts;
  #consumption: Consumption | undefined;
  #idle = 0;
  /** Whether the checkpoint is where this runner left it; not known after a failure. */
  #settled = true;

  private constructor(parts: ViewRunnerParts, collection: string, documents: Collection<Doc>) {
    this.#parts = parts;
    this.collection = collection;
    this.documents = documents;
    this.progress = new Progress(collection);
  }

  static async start(parts: ViewRunnerParts, collection: string): Promise<ViewRunner> {
    const { view, readModels, feed } = parts;
    const spec = { name: collection, fields: view.fields, lists: view.lists ?? [] };
    const runner = new ViewRunner(parts, collection, await readModels.open<Doc>(spec));
    const checkpoint = await readModels.checkpoint(collection);
    runner.progress.advance(Number(checkpoint ?? 0));
    runner.#consumption = await feed.consume({
      group: collection,
      topics: view.from.map(topicOf),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      deliver: async (batch, upTo) => {
        try {
          await runner.#handle(batch, upTo);
        } catch (error) {
          parts.onFailing?.(collection, runner.progress.at, error);
          throw error;
        }
      },
    });
    return runner;
  }

  async lag(): Promise<number> {
    return (await this.#consumption?.lag()) ?? 0;
  }

  async stop(): Promise<void> {
    await this.#consumption?.stop();
  }

  async #handle(batch: readonly Recorded[], checkpoint: string): Promise<void> {
    const { service, view, tracer } = this.#parts;
    const concerned =
      tracer === undefined ? batch : batch.filter(({ type }) => type in view.folds || '*' in view.folds);
    const work = { name: `view ${service.name}.${view.name}`, kind: 'consumer' } as const;
    await tracedFor(tracer, work, concerned, () => this.#fold(batch, checkpoint));
    this.progress.advance(Number(checkpoint));
  }

  /**
   * After a failure the checkpoint is read first: what was committed although the answer was lost, or by another process, is not
   * folded again.
   */
  async #fold(batch: readonly Recorded[], checkpoint: string): Promise<void> {
    const { readModels } = this.#parts;
    const kept = this.#settled ? 0 : Number((await readModels.checkpoint(this.collection)) ?? 0);
    this.#settled = false;
    const fresh = kept === 0 ? batch : batch.filter(({ position }) => position > kept);
    if (Number(checkpoint) > kept) await this.#foldFresh(fresh, checkpoint);
    this.#settled = true;
  }

  async #foldFresh(batch: readonly Recorded[], checkpoint: string): Promise<void> {
    const { service, view, index, readModels } = this.#parts;
    const envelopes = batch.map((event) => index.envelopeFor(service.name, event));
    const changes = await foldBatch(view, this.documents, envelopes);
    this.#idle += 1;
    if (changes.length > 0 || this.#idle >= IDLE_DELIVERIES) {
      await readModels.commit(this.collection, changes, checkpoint);
      this.#idle = 0;
    }
  }
}
