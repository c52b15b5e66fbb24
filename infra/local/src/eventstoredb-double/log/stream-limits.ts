import { NO_REVISION, type StoredEvent } from './stored-event.ts';

/** What the metadata of a stream hide of it. `$maxAge` is not imitated. */
export interface StreamLimits {
  /** First revision that is still shown; `Infinity` for a soft-deleted stream. */
  readonly truncateBefore: number;
  /** Number of newest events that are shown. */
  readonly maxCount: number;
}

export const NO_LIMITS: StreamLimits = { truncateBefore: 0, maxCount: Number.POSITIVE_INFINITY };

/** Metadata of a soft-deleted stream, in the words of the real server. */
export const SOFT_DELETED = Buffer.from('{"$tb":9223372036854775807}');

/** What a `$metadata` event says; nothing when it says nothing of the kind. */
export function limitsIn(event: StoredEvent): StreamLimits {
  const said = parsed(event.data);
  const truncateBefore = numberOr(said['$tb'], 0);
  return {
    truncateBefore: truncateBefore >= Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : truncateBefore,
    maxCount: numberOr(said['$maxCount'], Number.POSITIVE_INFINITY),
  };
}

/** First revision of a stream that readers see. */
export function firstShown({ truncateBefore, maxCount }: StreamLimits, last: number): number {
  return last === NO_REVISION ? 0 : Math.max(truncateBefore, last - maxCount + 1, 0);
}

function parsed(data: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}
