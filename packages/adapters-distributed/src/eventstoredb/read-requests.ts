import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, Revision, StreamId } from '@jiandu/eventing';

export type Direction = 'forwards' | 'backwards';

/** Which events of the log: all streams but the server's own, whose names begin with `$`, or those of some categories. */
export type Wanted = 'ours' | { readonly categories: readonly string[] };

interface StreamToRead {
  readonly stream: StreamId;
  /** Inclusive; the first one forwards, the last one backwards unless told. */
  readonly from?: Revision;
  readonly direction: Direction;
  readonly limit: number;
}

/** Events of one stream. */
export function streamRequest({ stream, from, direction, limit }: StreamToRead): ReadReq {
  const options = new streams.ReadReq.Options.StreamOptions();
  options.setStreamIdentifier(streamIdentifier(stream));
  if (from !== undefined) options.setRevision(String(from));
  else if (direction === 'forwards') options.setStart(new shared.Empty());
  else options.setEnd(new shared.Empty());
  return request(direction, (all) => {
    all.setStream(options);
    all.setCount(String(limit));
    all.setNoFilter(new shared.Empty());
  });
}

/** Events of the log from a position on, that one included; from the beginning for 0. */
export function logRequest(from: Position, wanted: Wanted, limit: number): ReadReq {
  return request('forwards', (all) => {
    all.setAll(placed(from));
    all.setCount(String(limit));
    all.setFilter(filterFor(wanted));
  });
}

/** The newest events of the log first: of all streams, the server's own included, or of those wanted. */
export function newestRequest(wanted: Wanted | 'everything', limit: number): ReadReq {
  return request('backwards', (all) => {
    all.setAll(placed('end'));
    all.setCount(String(limit));
    if (wanted === 'everything') all.setNoFilter(new shared.Empty());
    else all.setFilter(filterFor(wanted));
  });
}

/**
 * All events of ours after a position, then those that come. The position must be 0 or that of an event: before 24 the server
 * begins after the first event that stands there or behind.
 */
export function subscriptionRequest(after: Position): ReadReq {
  return request('forwards', (all) => {
    all.setAll(placed(after));
    all.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
    all.setFilter(filterFor('ours'));
  });
}

export function streamIdentifier(stream: StreamId) {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

function request(direction: Direction, complete: (options: ReadReq.Options) => void): ReadReq {
  const { ReadDirection, UUIDOption } = streams.ReadReq.Options;
  const options = new streams.ReadReq.Options();
  const ids = new UUIDOption();
  ids.setString(new shared.Empty());
  options.setUuidOption(ids);
  options.setReadDirection(direction === 'forwards' ? ReadDirection.FORWARDS : ReadDirection.BACKWARDS);
  complete(options);
  const whole = new streams.ReadReq();
  whole.setOptions(options);
  return whole;
}

function placed(at: Position | 'end'): ReadReq.Options.AllOptions {
  const options = new streams.ReadReq.Options.AllOptions();
  if (at === 'end') options.setEnd(new shared.Empty());
  else if (at === 0) options.setStart(new shared.Empty());
  else {
    const position = new streams.ReadReq.Options.Position();
    // An event that was appended in one step with its commit, as all of ours, has one place for both.
    position.setCommitPosition(String(at));
    position.setPreparePosition(String(at));
    options.setPosition(position);
  }
  return options;
}

const NOT_THE_SERVERS_OWN = '^[^$]';
/** Events looked at for one step of a filtered read, and between two checkpoints. */
const SEARCH_WINDOW = 1_024;

function filterFor(wanted: Wanted): ReadReq.Options.FilterOptions {
  const { FilterOptions } = streams.ReadReq.Options;
  const names = new FilterOptions.Expression();
  if (wanted === 'ours') names.setRegex(NOT_THE_SERVERS_OWN);
  else names.setPrefixList(wanted.categories.flatMap((category) => `${category}-`));
  const filter = new FilterOptions();
  filter.setStreamIdentifier(names);
  filter.setMax(SEARCH_WINDOW);
  filter.setCheckpointintervalmultiplier(1);
  return filter;
}
