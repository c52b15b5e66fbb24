import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandKey, dropPersonal, sealingKeys, sealPersonal, unseal } from '../src/index.ts';
import { memoryKeys, openHouse } from './house.ts';
import { noteTaken } from './services.ts';

const CANARY = 'CANARY-王小明-18797001234';

describe('personal fields', () => {
  it('are sealed before anything is stored, and open again with the key', async () => {
    const house = await openHouse();
    const taken = await house.give('reception.takeNote', { text: '来访', visitor: { name: CANARY } });
    if (!taken.done) throw new Error('refused');
    const events = await house.store.readStream(`reception.note-${taken.id}`);
    expect(JSON.stringify(events)).not.toContain('CANARY');
    expect(await unseal(events[0]?.data, house.keys)).toEqual({ text: '来访', visitor: { name: CANARY } });
  });

  it('are gone when the key is destroyed, and everything else still works', async () => {
    const house = await openHouse();
    const input = { text: '来访', visitor: { name: CANARY } };
    const taken = await house.give('reception.takeNote', input, { key: 'k' });
    if (!taken.done) throw new Error('refused');
    const [event] = await house.store.readStream(`reception.note-${taken.id}`);
    await house.keys.destroy(sealingKeys(event?.data));
    expect(await unseal(event?.data, house.keys)).toEqual({ text: '来访', visitor: { name: null } });
    expect((await house.give('reception.amendNote', { text: '二' }, { id: taken.id })).done).toBe(true);
    const again = await house.give('reception.takeNote', input, { key: 'k' });
    expect(again).toMatchObject({ done: false, refusal: { code: 'idempotency.other-body' } });
  });

  it('leave no hash by which they could be guessed back', async () => {
    const { createHash } = await import('node:crypto');
    const house = await openHouse();
    const input = { text: '来访', visitor: { name: CANARY } };
    const taken = await house.give('reception.takeNote', input);
    if (!taken.done) throw new Error('refused');
    const stored = JSON.stringify(await house.store.readStream(`reception.note-${taken.id}`));
    for (const guess of [
      CANARY,
      JSON.stringify(input),
      JSON.stringify({ text: '来访', visitor: { name: CANARY } }),
    ]) {
      expect(stored).not.toContain(createHash('sha256').update(guess).digest('hex'));
    }
  });

  it('seal and open to the same value, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, name) => {
        const keys = memoryKeys();
        const data = { text, visitor: { name } };
        const sealed = await sealPersonal(noteTaken, data, new CommandKey(keys));
        expect(await unseal(sealed, keys)).toEqual(data);
        expect(dropPersonal(noteTaken, sealed)).toEqual({ text, visitor: {} });
      }),
    );
  });
});
