import type { FromContestant, Slice, SliceOrder, ToContestant } from './slice.ts';

/** Work that can be done again and again. */
export interface Performer {
  /** Does one piece of work. */
  once(caller: number): Promise<void>;
  /** Takes a whole turn by itself, when pieces of work are not begun one by one. */
  slice?(order: SliceOrder): Promise<Slice>;
  close(): Promise<void>;
}

/** How long work that has begun may go on after its turn is over. */
const PATIENCE_MS = 5_000;

/**
 * What the main file of a contestant calls: opens its performer when told, takes its turns, ends with its parent.
 * `open` answers the performer and what the measuring process should know of it.
 */
export function onStage<P>(
  open: (parameters: P) => Promise<{ performer: Performer; facts?: unknown }>,
): void {
  let performer: Performer | undefined;
  const hear = async (message: ToContestant): Promise<void> => {
    if (message.say === 'open') {
      const opened = await open(message.parameters as P);
      performer = opened.performer;
      tell({ say: 'opened', facts: opened.facts });
    } else if (message.say === 'slice' && performer !== undefined) {
      const { order } = message;
      const own = performer.slice;
      tell({ say: 'sliced', slice: await (own === undefined ? takeTurn(performer, order) : own(order)) });
    } else if (message.say === 'close') {
      await performer?.close();
      tell({ say: 'closed' });
      process.disconnect?.();
    }
  };
  process.on('message', (message: ToContestant) => {
    void hear(message).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    });
  });
  process.on('disconnect', () => {
    // A performer that keeps handles open must not outlive the measurement; a profile is written by a regular exit.
    setTimeout(() => process.exit(0), 100).unref();
  });
}

async function takeTurn(performer: Performer, { milliseconds, callers }: SliceOrder): Promise<Slice> {
  const started = performance.now();
  const end = started + milliseconds;
  let done = 0;
  let failed = 0;
  let begun = 0;
  let last = started;
  let failure: string | undefined;
  const call = async (caller: number): Promise<void> => {
    do {
      begun += 1;
      try {
        await performer.once(caller);
        done += 1;
      } catch (error) {
        failed += 1;
        failure ??= error instanceof Error ? error.message : String(error);
      }
      last = performance.now();
    } while (last < end);
  };
  const calls = Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  await withinPatience(calls, milliseconds);
  const { rss } = process.memoryUsage();
  const stuck = begun - done - failed;
  const taken = stuck > 0 ? performance.now() - started : last - started;
  return { done, failed, stuck, milliseconds: taken, rss, ...(failure === undefined ? {} : { failure }) };
}

async function withinPatience(calls: Promise<unknown>, milliseconds: number): Promise<void> {
  // One piece of work a caller may take as long as it takes; a turn by time may not.
  if (milliseconds === 0) {
    await calls;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds + PATIENCE_MS);
  });
  await Promise.race([calls, over]);
  clearTimeout(timer);
}

function tell(message: FromContestant): void {
  process.send?.(message);
}
