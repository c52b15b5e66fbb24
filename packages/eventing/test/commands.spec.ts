import { describe, expect, it } from 'vitest';
import { type Outcome, shanghaiDate } from '../src/index.ts';
import { openHouse, visitor } from './house.ts';

function accepted(outcome: Outcome) {
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome;
}

function refused(outcome: Outcome) {
  if (outcome.done) throw new Error('was done, a refusal was expected');
  return outcome.refusal;
}

describe('a command', () => {
  it('appends its events to one stream and says where', async () => {
    const house = await openHouse();
    const taken = accepted(await house.give('reception.takeNote', { text: '来访' }));
    expect(taken).toMatchObject({ revision: 0, events: ['NoteTaken'], repeated: false });
    const [event] = await house.store.readStream(`reception.note-${taken.id}`);
    expect(event).toMatchObject({ type: 'NoteTaken', revision: 0, position: taken.position });
    expect(event?.metadata).toMatchObject({
      actor: { person: 'P-1', role: 'clerk', unit: '630103' },
      occurredOn: '2025-03-03',
      command: 'reception.takeNote',
      correlationId: 'r-1',
    });
  });

  it('given again with the same key and body answers as the first time and appends nothing', async () => {
    const house = await openHouse();
    const first = accepted(await house.give('reception.takeNote', { text: '来访' }, { key: 'k' }));
    const again = accepted(await house.give('reception.takeNote', { text: '来访' }, { key: 'k' }));
    expect(again).toEqual({ ...first, repeated: true });
    await house.give('reception.amendNote', { text: '二' }, { id: first.id });
    expect(accepted(await house.give('reception.takeNote', { text: '来访' }, { key: 'k' }))).toEqual(again);
    expect(await house.store.readStream(`reception.note-${first.id}`)).toHaveLength(2);
  });

  it('given again with the same key and another body is refused', async () => {
    const house = await openHouse();
    const { id } = accepted(await house.give('reception.takeNote', { text: '来访' }, { key: 'k' }));
    expect(refused(await house.give('reception.takeNote', { text: '别的' }, { key: 'k' })).code).toBe(
      'idempotency.other-body',
    );
    accepted(await house.give('reception.amendNote', { text: '二' }, { id, key: 'm' }));
    expect(refused(await house.give('reception.amendNote', { text: '三' }, { id, key: 'm' })).code).toBe(
      'idempotency.other-body',
    );
  });

  it('is recognised again after a restart, from the log alone', async () => {
    const house = await openHouse();
    const first = accepted(
      await house.give('reception.takeNote', { text: '来访', visitor: { name: '马占某' } }, { key: 'k' }),
    );
    const later = await openHouse({ store: house.store, keys: house.keys });
    const again = accepted(
      await later.give('reception.takeNote', { text: '来访', visitor: { name: '马占某' } }, { key: 'k' }),
    );
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('given before midnight and repeated in the new year finds what it made in the old one', async () => {
    let now = '2025-12-31T15:59:59.000Z';
    const house = await openHouse({ now: () => now });
    const first = accepted(await house.give('reception.takeNote', { text: '除夕' }, { key: 'k' }));
    now = '2025-12-31T16:00:01.000Z';
    const again = accepted(await house.give('reception.takeNote', { text: '除夕' }, { key: 'k' }));
    expect(again).toEqual({ ...first, repeated: true });
    const other = accepted(await house.give('reception.takeNote', { text: '元旦' }, { key: 'm' }));
    expect([first.id, other.id]).toEqual(['N2025-k', 'N2026-m']);
  });

  it('names every wrong field and repeats no value', async () => {
    const house = await openHouse();
    const refusal = refused(await house.give('reception.takeNote', { text: 5, more: 'SECRET-1' }));
    expect(refusal.code).toBe('input.invalid');
    expect(refusal.issues?.map((issue) => issue.field)).toContain('text');
    expect(JSON.stringify(refusal)).not.toContain('SECRET-1');
  });

  it('is refused for an unknown thing, an unknown command, somebody without the right', async () => {
    const house = await openHouse();
    expect(refused(await house.give('reception.amendNote', { text: 'x' }, { id: 'nobody' })).code).toBe(
      'thing.unknown',
    );
    expect(refused(await house.give('reception.sing', {})).code).toBe('command.unknown');
    const stranger = { ...visitor, roles: [] };
    expect(refused(await house.give('reception.takeNote', { text: 'x' }, { by: stranger })).code).toBe(
      'access.denied',
    );
  });

  it('on an older revision than the thing has now is refused', async () => {
    const house = await openHouse();
    const { id } = accepted(await house.give('reception.takeNote', { text: '一' }));
    accepted(await house.give('reception.amendNote', { text: '二' }, { id, ifRevision: 0 }));
    const refusal = refused(await house.give('reception.amendNote', { text: '三' }, { id, ifRevision: 0 }));
    expect(refusal).toMatchObject({ code: 'revision.stale', params: { given: 0, current: 1 } });
  });

  it('may record a fact late, never ahead of its day', async () => {
    const house = await openHouse();
    const { id } = accepted(await house.give('reception.takeNote', { text: '一', on: '2025-02-28' }));
    const [event] = await house.store.readStream(`reception.note-${id}`);
    expect(event?.metadata.occurredOn).toBe('2025-02-28');
    const ahead = refused(await house.give('reception.takeNote', { text: '一', on: '2025-03-04' }));
    expect(ahead.code).toBe('date.in-future');
  });

  it('survives a lost race: two processes amend the same note, both are done, one after the other', async () => {
    const house = await openHouse();
    const other = await openHouse({ store: house.store, keys: house.keys });
    const { id } = accepted(await house.give('reception.takeNote', { text: '0' }));
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? house : other).give(
          'reception.amendNote',
          { text: `${n}-${n % 2}` },
          { id, key: `race-${n}` },
        ),
      ),
    );
    expect(outcomes.filter((each) => each.done)).toHaveLength(40);
    const events = await house.store.readStream(`reception.note-${id}`);
    expect(events.map((event) => event.revision)).toEqual(Array.from({ length: 41 }, (_, n) => n));
  });
});

describe('the Shanghai date', () => {
  it('of 23:59 in Shanghai is that day, whatever UTC says', () => {
    expect(shanghaiDate('2025-03-03T15:59:59.000Z')).toBe('2025-03-03');
    expect(shanghaiDate('2025-03-03T16:00:00.000Z')).toBe('2025-03-04');
  });
});
