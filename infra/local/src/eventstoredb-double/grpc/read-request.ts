import { type EventFilter, eventFilter, everything } from '../read/event-filter.ts';
import type { Streams } from './protocol.ts';

/** The revision at which a caller begins; 0 unless it says so. */
export function revisionOf(options: Streams.ReadReq.Options.StreamOptions): number | 'end' {
  if (options.hasEnd()) return 'end';
  return options.hasRevision() ? Number(options.getRevision()) : 0;
}

/** The position at which a caller begins; 0 unless it says so. Commit and prepare position are the same here. */
export function positionOf(options: Streams.ReadReq.Options.AllOptions): number | 'end' {
  if (options.hasEnd()) return 'end';
  return Number(options.getPosition()?.getCommitPosition() ?? 0);
}

export function filterOf(options: Streams.ReadReq.Options.FilterOptions | undefined): EventFilter {
  if (options === undefined) return everything;
  const byStream = options.getStreamIdentifier();
  const expression = byStream ?? options.getEventType();
  return eventFilter({
    on: byStream === undefined ? 'event-type' : 'stream-name',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
  });
}
