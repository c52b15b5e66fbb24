import type { ViewHost } from '@jiandu/eventing';
import { errorTrace } from '../http/error-trace.ts';
import type { Channel, FromProjector, ToProjector } from './messages.ts';

interface ProjectorParts {
  readonly channel: Channel<FromProjector, ToProjector>;
  /** Starts folding with the given hooks. */
  readonly start: (hooks: {
    afterBatch: () => void;
    onServing: (view: string, collection: string) => Promise<void>;
    onFailing: (view: string, position: number, error: unknown) => void;
  }) => Promise<ViewHost>;
  /** Looks at the log now: the writer said that it has grown. */
  readonly look: () => void;
  /** Makes what was folded visible to the other thread; called before every report. */
  readonly flush: () => void;
  /** Closes what `start` opened. */
  readonly close: () => Promise<void>;
}

/** Under load, what was folded in so many milliseconds is written together: the same pages are touched again and again. */
const WRITE_EVERY_MS = 25;

const RETRY_MS = 1_000;

/** The projecting thread: folds all views and reports how far they are. Resolves when it was told to stop. */
export async function project(parts: ProjectorParts): Promise<void> {
  const { channel } = parts;
  const released = new Map<string, () => void>();
  let host: ViewHost | undefined;

  let written = 0;
  let waiting: NodeJS.Timeout | undefined;

  const report = () => {
    clearTimeout(waiting);
    waiting = undefined;
    parts.flush();
    written = performance.now();
    const views = (host?.views ?? []).map(({ name, collectionName, position, building }) => ({
      name,
      collection: collectionName,
      position,
      building,
    }));
    channel.postMessage({ say: 'views', views });
  };

  /** At once when it has been quiet; a disk without space is tried again with the next batch. */
  const reportSoon = () => {
    if (waiting !== undefined) return;
    const left = written + WRITE_EVERY_MS - performance.now();
    if (left <= 0) report();
    else waiting = setTimeout(tryReport, left);
  };
  const tryReport = () => {
    try {
      report();
    } catch {
      waiting = setTimeout(tryReport, RETRY_MS);
    }
  };

  const rebuild = async (name: string, head: number) => {
    await host?.views.find((view) => view.name === name)?.rebuild(head);
    channel.postMessage({ say: 'rebuilt', view: name });
  };

  const stopped = new Promise<void>((resolve) => {
    channel.on('message', (message) => {
      if (message.say === 'appended') parts.look();
      else if (message.say === 'released') released.get(message.view)?.();
      else if (message.say === 'rebuild') void rebuild(message.view, message.head);
      else resolve();
    });
  });

  host = await parts.start({
    afterBatch: reportSoon,
    onFailing: (view, position, error) =>
      channel.postMessage({ say: 'failing', view, position, trace: errorTrace(error) }),
    onServing: (view, collection) =>
      new Promise<void>((resolve) => {
        released.set(view, resolve);
        channel.postMessage({ say: 'serving', view, collection });
      }),
  });
  report();
  await stopped;
  clearTimeout(waiting);
  await host.stop();
  await parts.close();
}
