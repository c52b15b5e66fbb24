import type { Position, Recorded } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';

/** The log as an endless sequence: what is there after a position, then what comes. Ends its subscription when the reader stops. */
export async function* follow(
  store: EventStore,
  after: Position,
  lift: (event: Recorded) => Recorded,
): AsyncIterable<Recorded> {
  let ready: readonly Recorded[] = [];
  let wakeReader: () => void = () => undefined;
  let releaseStore: () => void = () => undefined;
  const subscription = store.subscribe(after, {}, (batch) => {
    ready = batch;
    wakeReader();
    return new Promise<void>((resolve) => {
      releaseStore = resolve;
    });
  });
  try {
    for (;;) {
      if (ready.length === 0) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
          if (ready.length > 0) resolve();
        });
      }
      const batch = ready;
      ready = [];
      for (const event of batch) yield lift(event);
      releaseStore();
    }
  } finally {
    releaseStore();
    await subscription.stop();
  }
}
