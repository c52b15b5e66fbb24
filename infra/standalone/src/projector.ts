import { parentPort, workerData } from 'node:worker_threads';
import * as access from '@jiandu/access';
import { followEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { ServiceIndex, startLocalViews } from '@jiandu/eventing';
import { type FromProjector, project, type ToProjector } from '@jiandu/host';
import { services } from './services.ts';

/** What the thread is started with. */
export interface ProjectorData {
  readonly log: string;
  readonly views: string;
}

/** How long a growth of the log may go unnoticed when the writer's word is lost. */
const POLL_MS = 250;

/** The thread that folds all views, so that neither folding nor writing them holds up a command. */
const { log, views } = workerData as ProjectorData;
if (parentPort === null) throw new Error('the projector runs in a thread of the house');
const port = parentPort;
const store = followEventStore({ file: log, pollEvery: POLL_MS });
const readModels = openReadModels({ file: views });
const feed = openFeed(store);

await project({
  channel: {
    postMessage: (message: FromProjector) => port.postMessage(message),
    on: (event, listener: (message: ToProjector) => void) => port.on(event, listener),
  },
  start: async (hooks) => {
    const index = new ServiceIndex(services, access.accessRefusals);
    return startLocalViews({ services, index, feed, readModels, head: await store.head(), ...hooks });
  },
  look: () => store.appendedElsewhere(),
  flush: () => readModels.flush(),
  close: async () => {
    await feed.close();
    await readModels.close();
    await store.close();
  },
});
port.close();
