import type { Service } from '../declare/service.ts';
import type { Position } from '../ports/event.ts';
import type { Collection, Doc } from '../ports/read-models.ts';
import { LiveView } from './live-view.ts';
import { SharedFeed } from './shared-feed.ts';
import type { ViewRunnerParts } from './view-runner.ts';

/** A view that answers queries, wherever it is folded. */
export interface ServedView {
  /** Full name, `<service>.<view>`. */
  readonly name: string;
  /** The documents that answer now. */
  readonly collection: Collection<Doc>;
  readonly collectionName: string;
  /** How far it is folded. */
  readonly position: Position;
  /** Whether a new version or a rebuild is growing beside it. */
  readonly building: boolean;
  /** Resolves with `true` once it is folded up to a position, with `false` when the time is over first. */
  reach(position: Position, withinMs: number): Promise<boolean>;
  /** Events it has still to fold. */
  lag(): Promise<number>;
  /** Builds it anew beside the one in use; resolves when it has taken its place. */
  rebuild(head: Position): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps all views of an installation level: in this thread, or in another one. */
export interface ViewHost {
  readonly views: readonly ServedView[];
  stop(): Promise<void>;
}

export interface LocalViewsParts extends Omit<ViewRunnerParts, 'service' | 'view'> {
  readonly services: readonly Service[];
  /** Position that a new version must reach before it takes over. */
  readonly head: Position;
  /** Told when all views have folded a batch. */
  readonly afterBatch?: () => void;
}

/** Folds all views in this thread. */
export async function startLocalViews(
  parts: LocalViewsParts,
): Promise<ViewHost & { readonly views: readonly LiveView[] }> {
  const { services, head, feed, afterBatch, ...others } = parts;
  const shared = new SharedFeed(feed, 'views', afterBatch);
  const views = services.flatMap((service) =>
    service.views.map((view) => new LiveView({ ...others, feed: shared, service, view })),
  );
  for (const view of views) await view.start(head);
  await shared.start();
  return {
    views,
    stop: async () => {
      await Promise.all(views.map((view) => view.stop()));
    },
  };
}
