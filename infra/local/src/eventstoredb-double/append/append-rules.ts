import { metastreamOf, NO_REVISION, type StoredEvent, TOMBSTONE } from '../log/stored-event.ts';
import type { Draft } from './draft.ts';

/** What the appender believes of the stream. A number is the revision of its newest event. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

/** What the rules say to an append. */
export type Verdict =
  | { readonly verdict: 'write' }
  /** These very events are there already; this is the last of them. */
  | { readonly verdict: 'repeated'; readonly last: StoredEvent }
  | { readonly verdict: 'wrong-version'; readonly current: number }
  | { readonly verdict: 'deleted'; readonly current: number };

/**
 * Judges an append as the real server does: the expectation is compared with the stream, and events that already stand
 * exactly where this expectation would put them make it a repetition.
 */
export function judge(draft: Draft, stream: string, expected: Expected, ids: readonly string[]): Verdict {
  const current = draft.lastRevision(stream);
  if (current === TOMBSTONE) return { verdict: 'deleted', current };
  if (expected === 'any' || expected === 'stream_exists') {
    if (expected === 'stream_exists') {
      if (isSoftDeleted(draft, stream)) return { verdict: 'deleted', current };
      const known = current >= 0 || draft.lastRevision(metastreamOf(stream)) >= 0;
      if (!known) return { verdict: 'wrong-version', current };
    }
    return judgeByIds(draft, stream, ids, current);
  }
  const believed = expected === 'no_stream' ? NO_REVISION : expected;
  if (believed > current) return { verdict: 'wrong-version', current };
  if (believed === current) return { verdict: 'write' };
  const stored = ids.map((_, n) => draft.event(stream, believed + 1 + n));
  const last = stored.at(-1);
  if (last !== undefined && stored.every((event, n) => event?.id === ids[n]))
    return { verdict: 'repeated', last };
  if (expected === 'no_stream' && isSoftDeleted(draft, stream) && stored[0]?.id !== ids[0])
    return { verdict: 'write' };
  return { verdict: 'wrong-version', current };
}

/** Without an expected revision only the ids tell: all new is an append, all known a repetition, a mixture is neither. */
function judgeByIds(draft: Draft, stream: string, ids: readonly string[], current: number): Verdict {
  const known = ids.map((id) => draft.revisionOf(stream, id));
  if (known[0] === undefined) return { verdict: 'write' };
  const last = known.at(-1);
  const event = last === undefined ? undefined : draft.event(stream, last);
  if (known.includes(undefined) || event === undefined) return { verdict: 'wrong-version', current };
  return { verdict: 'repeated', last: event };
}

/** Deleted, but not for ever: the next append brings the stream back. */
export function isSoftDeleted(draft: Draft, stream: string): boolean {
  return draft.limits(stream).truncateBefore === Number.POSITIVE_INFINITY;
}
