import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { followReadModels } from '@jiandu/adapters-embedded';
import type { EventStore, ReadModels, ViewHost } from '@jiandu/eventing';
import { type FromProjector, type openLog, startRemoteViews, type ToProjector } from '@jiandu/host';
import type { DataDirectory } from './data-directory.ts';
import type { ProjectorData } from './projector.ts';
import { services } from './services.ts';

type Log = Pick<ReturnType<typeof openLog>, 'error'>;

/** The thread that folds the views, seen from this one. */
export class Projection {
  readonly #worker: Worker;
  readonly #directory: DataDirectory;
  readonly #log: Log;
  #readModels: ReadModels | undefined;
  #told = false;

  /** `onDeath` hears of an end that nobody asked for. */
  constructor(directory: DataDirectory, log: Log, onDeath: (error: Error) => void) {
    this.#log = log;
    this.#directory = directory;
    const workerData: ProjectorData = { log: directory.log, views: directory.views };
    this.#worker = new Worker(new URL('./projector.ts', import.meta.url), { workerData });
    this.#worker.on('error', onDeath);
  }

  /** Says that the log has grown; once for all appends of one turn. */
  appended(): void {
    if (this.#told) return;
    this.#told = true;
    setImmediate(() => {
      this.#told = false;
      this.#worker.postMessage({ say: 'appended' } satisfies ToProjector);
    });
  }

  /** Resolves when all views are open, though not yet level. */
  async start(store: EventStore): Promise<ViewHost> {
    const worker = this.#worker;
    const exited = once(worker, 'exit');
    const { views, stop } = await startRemoteViews({
      services,
      readModels: () => {
        this.#readModels ??= followReadModels({ file: this.#directory.views });
        return this.#readModels;
      },
      channel: {
        postMessage: (message: ToProjector) => worker.postMessage(message),
        on: (event, listener: (message: FromProjector) => void) => worker.on(event, listener),
      },
      onFailing: (view, position, trace) =>
        this.#log.error({ view, position, trace }, 'view: folding failed, tried again'),
      head: () => store.head(),
      ended: () => exited,
    });
    return {
      views,
      stop: async () => {
        await stop();
        await this.#readModels?.close();
      },
    };
  }
}
