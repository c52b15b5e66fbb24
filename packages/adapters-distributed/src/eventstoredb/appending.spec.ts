import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams, {
  type BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { expect, it } from 'vitest';
import { eventOf } from '../../test/eventstoredb/sample-events.ts';
import { Appending } from './appending.ts';
import type { BatchAppendCall, Calls, ReadCall } from './connection.ts';
import { proposed } from './wire-event.ts';

type Answer = (request: BatchAppendReq) => BatchAppendResp | 'silence' | 'cut';

/** A server that answers appends as told and has these events in every stream. */
function serverThat(answers: Answer[], stored: readonly { id: string; revision: number }[] = []) {
  const asked: BatchAppendReq[] = [];
  const calls: Calls = {
    answerMs: 50,
    batchAppend: async () => {
      const call = new EventEmitter() as unknown as BatchAppendCall;
      return Object.assign(call, {
        write: (request: BatchAppendReq) => {
          asked.push(request);
          const answer = answers[Math.min(asked.length, answers.length) - 1]?.(request);
          if (answer === 'cut') queueMicrotask(() => call.emit('error', unavailable()));
          else if (answer !== 'silence') queueMicrotask(() => call.emit('data', answer));
          return true;
        },
        cancel: () => undefined,
      });
    },
    read: async () =>
      Object.assign(Readable.from(stored.map(read)), { cancel: () => undefined }) as unknown as ReadCall,
  };
  return { appending: new Appending(calls, 400), asked };
}

function unavailable() {
  return Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: 'gone', metadata: undefined });
}

function read({ id, revision }: { id: string; revision: number }) {
  const message = proposed({ ...eventOf(), id });
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(message.getId());
  recorded.setStreamRevision(String(revision));
  recorded.setCommitPosition(String(1000 + revision));
  recorded.setData(message.getData());
  recorded.setCustomMetadata(message.getCustomMetadata());
  recorded.getMetadataMap().set('type', 'T').set('content-type', 'application/json');
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  const answer = new streams.ReadResp();
  answer.setEvent(event);
  return answer;
}

function answerTo(request: BatchAppendReq): BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  return answer;
}

function wrongRevision(current: number): Answer {
  return (request) => {
    const wrong = new shared.WrongExpectedVersion();
    wrong.setCurrentStreamRevision(String(current));
    return refused(request, wrong.serializeBinary(), 'WrongExpectedVersion');
  };
}

function refused(request: BatchAppendReq, details: Uint8Array, name: string): BatchAppendResp {
  const any = [field(1, Buffer.from(`type.googleapis.com/event_store.client.${name}`)), field(2, details)];
  const answer = answerTo(request);
  answer.setError(status.Status.deserializeBinary(field(3, Buffer.concat(any))));
  return answer;
}

/** A field of bytes as protobuf writes it; all of these are shorter than 128. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
}

const done =
  (revision: number, position?: string): Answer =>
  (request) => {
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(revision));
    if (position === undefined) success.setNoPosition(new shared.Empty());
    else {
      const place = new shared.AllStreamPosition();
      place.setCommitPosition(position);
      place.setPreparePosition(position);
      success.setPosition(place);
    }
    const answer = answerTo(request);
    answer.setSuccess(success);
    return answer;
  };
const cut: Answer = () => 'cut';
const silence: Answer = () => 'silence';

it('finds its own earlier try behind a wrong revision that the server answers to the second one', async () => {
  const event = eventOf();
  const { appending, asked } = serverThat([cut, wrongRevision(0)], [{ id: event.id, revision: 0 }]);
  expect(await appending.append('a.b-1', [event], 'none')).toEqual({ ok: true, revision: 0, position: 1000 });
  expect(asked).toHaveLength(2);
});

it('answers the wrong revision when the events that stand there are those of somebody else', async () => {
  const { appending } = serverThat([cut, wrongRevision(4)], [{ id: crypto.randomUUID(), revision: 3 }]);
  expect(await appending.append('a.b-1', [eventOf()], 2)).toEqual({ ok: false, wrongRevision: 4 });
});

it('finds its own earlier try of an append that expected anything, on a server that has forgotten it', async () => {
  const event = eventOf();
  const { appending, asked } = serverThat([done(8, '2000')], [{ id: event.id, revision: 7 }]);
  expect(await appending.append('a.b-1', [event], 'any')).toEqual({ ok: true, revision: 7, position: 1007 });
  expect(asked).toEqual([]);
});

it.each([undefined, '18446744073709551615'])(
  'reads the place of an append when the answer says %s',
  async (said) => {
    const event = eventOf();
    const { appending } = serverThat([done(5, said)], [{ id: event.id, revision: 5 }]);
    expect(await appending.append('a.b-1', [event], 4)).toEqual({ ok: true, revision: 5, position: 1005 });
  },
);

it('makes an append again that nobody answers, and gives it up after its time', async () => {
  const { appending, asked } = serverThat([silence]);
  await expect(appending.append('a.b-1', [eventOf()], 'none')).rejects.toMatchObject({ retryable: true });
  expect(asked.length).toBeGreaterThan(1);
});

it.each([
  ['AccessDenied', 'refuses this user'],
  ['BadRequest', 'cannot take this append'],
])('does not repeat what the server refuses for good: %s', async (name, reason) => {
  const { appending, asked } = serverThat([(request) => refused(request, new Uint8Array(), name)]);
  await expect(appending.append('a.b-1', [eventOf()], 'none')).rejects.toThrow(reason);
  expect(asked).toHaveLength(1);
});

it.each(['Timeout', 'Unknown'])('repeats what the server has not decided: %s', async (name) => {
  const undecided: Answer = (request) => refused(request, new Uint8Array(), name);
  const { appending } = serverThat([undecided, undecided, done(0, '77')]);
  expect(await appending.append('a.b-1', [eventOf()], 'none')).toEqual({
    ok: true,
    revision: 0,
    position: 77,
  });
});

it('takes an answer that comes after everybody has given up for nobody’s', async () => {
  const { appending } = serverThat([
    (request) => {
      const stray = done(9, '9')(request);
      if (stray instanceof streams.BatchAppendResp) stray.setCorrelationId(new shared.UUID());
      return stray;
    },
    done(0, '77'),
  ]);
  expect(await appending.append('a.b-1', [eventOf()], 'none')).toMatchObject({ position: 77 });
});

it('sends a large append in several messages, the last of which completes it', async () => {
  const events = Array.from({ length: 3 }, () => eventOf({ text: 'x'.repeat(600_000) }));
  const { appending, asked } = serverThat([
    (request) => (request.getIsFinal() ? done(2, '77')(request) : 'silence'),
  ]);
  expect(await appending.append('a.b-1', events, 'none')).toMatchObject({ ok: true, revision: 2 });
  expect(asked.map((each) => [each.hasOptions(), each.getIsFinal()])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});
