import { describe, expect, test } from 'vitest';
import { type Handling, handlingAfter } from './handling.ts';

const li = { person: 'P-630103-li', name: '李某' };
const cai = { person: 'P-630103-cai', name: '才某' };
const wei = { person: 'P-630103-wei', name: '韦某' };
const handled: Handling = { handler: li, assistants: [cai], suspended: [] };
const suspended: Handling = { ...handled, suspended: [li.person] };

describe('who handles a matter', () => {
  test('another group takes over at once (DOMAIN §10 (4))', () => {
    const group = { handler: wei, assistants: [] };
    expect(handlingAfter(handled, group)).toEqual({ ...group, suspended: [] });
  });

  test('who leaves while a challenge is undecided comes back suspended', () => {
    const without = handlingAfter(suspended, { handler: wei, assistants: [] });
    expect(without && handlingAfter(without, { handler: li, assistants: [] })).toEqual({
      handler: li,
      assistants: [],
      suspended: [li.person],
    });
  });

  test('somebody is suspended, and goes on', () => {
    expect(handlingAfter(handled, { suspend: li.person })).toEqual(suspended);
    expect(handlingAfter(suspended, { resume: li.person })).toEqual(handled);
    expect(handlingAfter(suspended, { suspend: cai.person })?.suspended).toEqual([li.person, cai.person]);
  });

  test('said twice nothing changes', () => {
    expect(handlingAfter(suspended, { suspend: li.person })).toBeUndefined();
    expect(handlingAfter(handled, { resume: li.person })).toBeUndefined();
  });
});
