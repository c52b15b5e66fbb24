import { randomUUID } from 'node:crypto';
import { convertToCommandError } from '@eventstore/db-client';
import { parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, {
  type BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision, StreamId } from '@jiandu/eventing';
import { type AppendAnswer, appendAnswer } from './append-answer.ts';
import type { BatchAppendCall } from './connection.ts';
import { NoAnswer } from './passing-errors.ts';
import { streamIdentifier } from './read-requests.ts';

/** Bytes of events in one message at most; the server takes 4 MiB. */
const LARGEST_MESSAGE = 1024 * 1024;

export interface AppendToSend {
  readonly stream: StreamId;
  readonly events: readonly BatchAppendReq.ProposedMessage[];
  readonly expected: ExpectedRevision;
}

interface Pending {
  readonly stream: StreamId;
  readonly resolve: (answer: AppendAnswer) => void;
  readonly reject: (reason: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One call that carries many appends at once; each is answered when it is decided, in whatever order. It keeps to itself who
 * waits on it: when it ends, those and nobody else learn that there will be no answer.
 */
export class AppendCall {
  readonly #call: BatchAppendCall;
  readonly #pending = new Map<string, Pending>();
  #over = false;

  constructor(call: BatchAppendCall) {
    this.#call = call;
    call.on('data', (response: BatchAppendResp) => this.#answered(response));
    call.on('error', (error: Error) => this.#end(convertToCommandError(error)));
    call.on('end', () => this.#end(new NoAnswer('the server ended the call')));
  }

  /** Nothing can be sent on it any more. */
  get isOver(): boolean {
    return this.#over;
  }

  /**
   * @throws NoAnswer when it is not answered within the time; the call is then given up for what comes later
   * @throws whatever ended the call before the answer came
   */
  send({ stream, events, expected }: AppendToSend, withinMs: number): Promise<AppendAnswer> {
    if (this.#over) return Promise.reject(new NoAnswer('the call has ended'));
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#over = true;
        this.#take(id)?.reject(new NoAnswer(`no answer to an append within ${withinMs} ms`));
        this.#leaveWhenEmpty();
      }, withinMs);
      this.#pending.set(id, { stream, resolve, reject, timer });
      for (const request of requestsFor(id, { stream, events, expected })) this.#call.write(request);
    });
  }

  /** Ends the call; who still waits learns that there will be no answer. */
  cancel(): void {
    this.#end(new NoAnswer('the event store was closed'));
    this.#call.cancel();
  }

  #answered(response: BatchAppendResp): void {
    const pending = this.#take(parseUUID(response.getCorrelationId()) ?? '');
    // Whoever waited has given up: it asks again and is told then.
    if (pending === undefined) return;
    try {
      pending.resolve(appendAnswer(response, pending.stream));
    } catch (error) {
      pending.reject(error);
    }
    this.#leaveWhenEmpty();
  }

  #leaveWhenEmpty(): void {
    if (this.#over && this.#pending.size === 0) this.#call.cancel();
  }

  #take(id: string): Pending | undefined {
    const pending = this.#pending.get(id);
    clearTimeout(pending?.timer);
    this.#pending.delete(id);
    return pending;
  }

  #end(reason: unknown): void {
    this.#over = true;
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(reason);
  }
}

/** An append as messages: what it expects goes with the first, and the last one says that it is complete. */
function requestsFor(id: string, { stream, events, expected }: AppendToSend): BatchAppendReq[] {
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  if (expected === 'none') options.setNoStream(new shared.Empty());
  else if (expected === 'any') options.setAny(new shared.Empty());
  else options.setStreamPosition(String(expected));
  const pieces = pieced(events);
  return pieces.map((piece, number) => {
    const uuid = new shared.UUID();
    uuid.setString(id);
    const request = new streams.BatchAppendReq();
    request.setCorrelationId(uuid);
    if (number === 0) request.setOptions(options);
    request.setProposedMessagesList([...piece]);
    request.setIsFinal(number === pieces.length - 1);
    return request;
  });
}

function pieced(events: readonly BatchAppendReq.ProposedMessage[]): BatchAppendReq.ProposedMessage[][] {
  const pieces: BatchAppendReq.ProposedMessage[][] = [[]];
  let size = 0;
  for (const event of events) {
    const bytes = event.getData().length + event.getCustomMetadata().length;
    if (size > 0 && size + bytes > LARGEST_MESSAGE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(event);
    size += bytes;
  }
  return pieces;
}
