import { createRequire } from 'node:module';

/** What is touched of the library's inside; it has had no release since 2023, and its version is pinned. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const queue: { readonly prototype: RequestQueue } = createRequire(import.meta.url)(
  'kafkajs/src/network/requestQueue',
);

const schedule = queue.prototype.scheduleCheckPendingRequests;

/**
 * After every answer the library sets a timer for requests that wait, also when none does, and then to a moment in 1970: Node
 * warns of it on standard error, and fires it at once.
 */
queue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
};
