import { afterAll, describe, expect, it } from 'vitest';
import { eventStoreOnDouble } from '../stands/eventstoredb.ts';

const stand = await eventStoreOnDouble.start();

describe(`EventStore on ${stand.on}`, () => {
  afterAll(() => stand.close());

  it('has every case of its contract', () => {
    expect(stand.cases.length).toBe(eventStoreOnDouble.size);
  });

  it.each(stand.cases)('$name', ({ run }) => run());
});
