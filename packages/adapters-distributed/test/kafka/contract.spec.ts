import { ServerMissing } from '@jiandu/local-servers';
import { afterAll, describe, expect, it } from 'vitest';
import { eventFeedOnKafka } from '../stands/kafka.ts';

const stand = await eventFeedOnKafka.start().catch((error: unknown) => {
  if (error instanceof ServerMissing) return error.message;
  throw error;
});

if (typeof stand === 'string') {
  it('the feed keeps its promises on Kafka', (context) => context.skip(stand));
} else {
  describe(`the feed on ${stand.on}`, () => {
    afterAll(() => stand.close());

    it('has every case of its contract', () => {
      expect(stand.cases.length).toBe(eventFeedOnKafka.size);
      expect(stand.cases.length).toBeGreaterThan(0);
    });

    it.each(stand.cases)('$name', ({ run }) => run());
  });
}
