import type {
  Collection,
  Doc,
  Position,
  ReadModels,
  ServedView,
  Service,
  View,
  ViewHost,
} from '@jiandu/eventing';
import { Progress } from '@jiandu/eventing';
import type { ErrorTrace } from '../http/error-trace.ts';
import type { Channel, FromProjector, ToProjector, ViewReport } from './messages.ts';

export interface RemoteViewsParts {
  readonly services: readonly Service[];
  readonly channel: Channel<ToProjector, FromProjector>;
  /** Read models to answer from; the projecting thread writes them, and has made them when this is first asked. */
  readonly readModels: () => ReadModels;
  readonly head: () => Promise<Position>;
  readonly onFailing: (view: string, position: Position, trace: ErrorTrace) => void;
  /** Ends the thread after it was told to stop. */
  readonly ended: () => Promise<unknown>;
}

/** Views that another thread folds and this one answers from. Resolves when the thread has opened all of them. */
export async function startRemoteViews(parts: RemoteViewsParts): Promise<ViewHost> {
  const views = new Map(
    parts.services.flatMap((service) =>
      service.views.map((view) => [
        `${service.name}.${view.name}`,
        new RemoteView(`${service.name}.${view.name}`, view, parts),
      ]),
    ),
  );
  const started = new Promise<void>((resolve, reject) => {
    parts.channel.on('message', (message) => {
      void hear(message).then(resolve, reject);
    });
  });
  const hear = async (message: FromProjector) => {
    if (message.say === 'views')
      await Promise.all(message.views.map((report) => views.get(report.name)?.learn(report)));
    else if (message.say === 'serving') {
      await views.get(message.view)?.serve(message.collection);
      parts.channel.postMessage({ say: 'released', view: message.view });
    } else if (message.say === 'failing') parts.onFailing(message.view, message.position, message.trace);
    else views.get(message.view)?.rebuilt();
  };
  await started;
  return {
    views: [...views.values()],
    stop: async () => {
      parts.channel.postMessage({ say: 'stop' });
      await parts.ended();
    },
  };
}

class RemoteView implements ServedView {
  readonly name: string;
  readonly #view: View;
  readonly #parts: RemoteViewsParts;
  readonly #progress: Progress;
  #documents: Collection<Doc> | undefined;
  #waiting: (() => void)[] = [];
  collectionName = '';
  building = false;

  constructor(name: string, view: View, parts: RemoteViewsParts) {
    this.name = name;
    this.#view = view;
    this.#parts = parts;
    this.#progress = new Progress(name);
  }

  get collection(): Collection<Doc> {
    if (this.#documents === undefined) throw new Error(`the view ${this.name} was not started`);
    return this.#documents;
  }

  get position(): Position {
    return this.#progress.at;
  }

  reach(position: Position, withinMs: number): Promise<boolean> {
    return this.#progress.reach(position, withinMs);
  }

  async lag(): Promise<number> {
    return (await this.#parts.head()) - this.position;
  }

  rebuild(head: Position): Promise<void> {
    this.#parts.channel.postMessage({ say: 'rebuild', view: this.name, head });
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  rebuilt(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting = [];
  }

  async learn(report: ViewReport): Promise<void> {
    this.building = report.building;
    if (report.collection !== this.collectionName) await this.serve(report.collection);
    this.#progress.advance(report.position);
  }

  async serve(collection: string): Promise<void> {
    const { fields, lists = [] } = this.#view;
    this.#documents = await this.#parts.readModels().open<Doc>({ name: collection, fields, lists });
    this.collectionName = collection;
  }

  /** The thread is stopped as a whole. */
  async stop(): Promise<void> {}
}
