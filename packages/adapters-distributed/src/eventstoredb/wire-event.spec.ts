import streams from '@eventstore/db-client/generated/streams_pb.js';
import { expect, it } from 'vitest';
import { eventOf } from '../../test/eventstoredb/sample-events.ts';
import { positionOf, proposed, WireEvent } from './wire-event.ts';

/** An event as the server gives it back. */
function recorded(event = eventOf(), change: (it: InstanceType<typeof Recorded>) => void = () => undefined) {
  const message = proposed(event);
  const record = new Recorded();
  record.setId(message.getId());
  record.setStreamRevision('3');
  record.setCommitPosition('1234');
  record.setData(message.getData());
  record.setCustomMetadata(message.getCustomMetadata());
  for (const [name, value] of message.getMetadataMap().toArray()) record.getMetadataMap().set(name, value);
  change(record);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(record);
  return new WireEvent(read);
}
const { RecordedEvent: Recorded } = streams.ReadResp.ReadEvent;

it('carries type, id and content in the server’s own fields, the rest beside them', () => {
  const event = eventOf({ text: '监督\u0000\u202E' });
  const message = proposed(event);
  expect(message.getId()?.getString()).toBe(event.id);
  expect(message.getMetadataMap().get('type')).toBe('SampleRecorded');
  expect(JSON.parse(Buffer.from(message.getData()).toString())).toEqual(event.data);
  expect(recorded(event).event).toEqual({ ...event, stream: '', revision: 3, position: 1234 });
});

it.each([
  ['no metadata', (it: InstanceType<typeof Recorded>) => it.setCustomMetadata('')],
  [
    'metadata of another kind',
    (it: InstanceType<typeof Recorded>) => it.setCustomMetadata(Buffer.from('{"a":1}')),
  ],
  ['metadata that is no JSON', (it: InstanceType<typeof Recorded>) => it.setCustomMetadata(Buffer.from('{'))],
  ['content that is no object', (it: InstanceType<typeof Recorded>) => it.setData(Buffer.from('[]'))],
  [
    'content of another type',
    (it: InstanceType<typeof Recorded>) =>
      it.getMetadataMap().set('content-type', 'application/octet-stream'),
  ],
])('is nobody’s event with %s, but has its place', (_, change) => {
  const foreign = recorded(eventOf(), change);
  expect(foreign.event).toBeUndefined();
  expect(foreign.position).toBe(1234);
});

it('refuses a position that is none or larger than a number can say exactly', () => {
  expect(positionOf('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  for (const said of ['18446744073709551615', '9007199254740992'])
    expect(() => positionOf(said)).toThrow('22.6 or newer');
});
