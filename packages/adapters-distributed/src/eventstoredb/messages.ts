import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadCall } from './connection.ts';
import { NoAnswer } from './passing-errors.ts';

/** How long a call may say nothing. */
export interface Patience {
  readonly longestMs: number;
  /** Resolves with `true` when the silence only means that there is nothing to say; then it may go on. */
  readonly justified?: () => Promise<boolean>;
  /** Ends the call from outside, also while it is silent. */
  readonly signal?: AbortSignal;
}

/**
 * What a call answers, in the pieces in which it comes. A reader that does not ask for the next piece holds the server
 * back: little more than what was read is kept in memory. The call ends with the loop over it, however that ends.
 * @throws what ended the call, after everything that came before; `NoAnswer` after too long a silence
 */
export async function* messagesOf(
  calling: Promise<ReadCall>,
  { longestMs, justified, signal }: Patience,
): AsyncGenerator<readonly ReadResp[]> {
  const call = await inTime(calling, longestMs, (late) => late.cancel());
  const cancel = () => call.cancel();
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  let failure: { readonly error: unknown } | undefined;
  let ended = false;
  let wake: () => void = () => undefined;
  call.on('readable', () => wake());
  call.once('end', () => {
    ended = true;
    wake();
  });
  // Stays until the very end: a call that is cancelled reports it as an error.
  call.on('error', (error) => {
    failure = { error };
    wake();
  });
  try {
    for (;;) {
      const piece = everythingThere(call);
      if (piece.length > 0) {
        yield piece;
        continue;
      }
      if (failure !== undefined) throw failure.error;
      if (ended) return;
      const spoken = await wokenWithin(longestMs, (resolve) => {
        wake = resolve;
      });
      if (!spoken && !(await justified?.())) throw new NoAnswer(`no answer within ${longestMs} ms`);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancel();
  }
}

function everythingThere(call: ReadCall): ReadResp[] {
  const piece: ReadResp[] = [];
  for (;;) {
    const message: ReadResp | null = call.read();
    if (message === null) return piece;
    piece.push(message);
  }
}

/** Resolves with `false` when the time is over before the waker was called. */
async function wokenWithin(withinMs: number, hand: (waker: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs);
    hand(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** @throws NoAnswer when it takes longer; what comes afterwards is given to `tooLate` */
export async function inTime<T>(
  coming: Promise<T>,
  withinMs: number,
  tooLate: (late: T) => void = () => undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      reject(new NoAnswer(`no answer within ${withinMs} ms`));
    }, withinMs);
  });
  coming.then(
    (value) => over && tooLate(value),
    () => undefined,
  );
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
