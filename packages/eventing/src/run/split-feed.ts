import type { Position, Recorded } from '../ports/event.ts';
import type { Checkpoint, Consumer, Consumption, EventFeed } from '../ports/event-feed.ts';
import { topicOf } from '../ports/event-feed.ts';

interface Standing {
  own?: Checkpoint;
  others?: Checkpoint;
}

/** How long the events of others wait for the service's own ones that lie before them, until they are delivered anew. */
const PATIENCE_MS = 5_000;

export interface SplitFeedParts {
  readonly service: string;
  readonly record: EventFeed;
  readonly broker: EventFeed;
  /** Whether the broker answers. While it does not, nobody waits for what it may hold: nothing comes from there anyway. */
  readonly brokerAnswers: () => boolean;
}

/**
 * The feed as one service reads it where services run apart: its own events from the record, where they have their personal
 * fields, those of the others from the broker. A consumer sees one sequence, and its checkpoint holds both places.
 *
 * What a service does because of others' events is in its own record before others can act on it in turn; so an event of the
 * others is delivered only when the own events recorded before it have been, and no consequence overtakes its cause.
 */
export function splitFeed(parts: SplitFeedParts): EventFeed {
  const { record, broker } = parts;
  return {
    publish: (topic, events) => broker.publish(topic, events),
    consume: (consumer) => consumeBoth(consumer, parts),
    close: async () => {
      await Promise.all([record.close(), broker.close()]);
    },
  };
}

async function consumeBoth(
  consumer: Consumer,
  { service, record, broker, brokerAnswers }: SplitFeedParts,
): Promise<Consumption> {
  const own = topicOf(service);
  const standing: Standing = consumer.checkpoint === undefined ? {} : JSON.parse(consumer.checkpoint);
  const others = consumer.topics.filter((topic) => topic !== own);
  let turn: Promise<unknown> = Promise.resolve();

  /** One batch at a time, whichever side it comes from; a rejected one leaves the standing as it was. */
  const inTurn = (
    side: keyof Standing,
    batch: readonly Recorded[],
    checkpoint: Checkpoint,
  ): Promise<void> => {
    const mine = turn.then(async () => {
      await consumer.deliver(batch, JSON.stringify({ ...standing, [side]: checkpoint }));
      standing[side] = checkpoint;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  const ofOwn = consumer.topics.includes(own)
    ? await record.consume({
        group: consumer.group,
        topics: [own],
        ...(standing.own === undefined ? {} : { checkpoint: standing.own }),
        deliver: (batch, checkpoint) => inTurn('own', batch, checkpoint),
      })
    : undefined;
  const ofOthers =
    others.length === 0
      ? undefined
      : await broker.consume({
          group: consumer.group,
          topics: others,
          ...(standing.others === undefined ? {} : { checkpoint: standing.others }),
          deliver: async (batch, checkpoint) => {
            const newest = Math.max(0, ...batch.map(({ position }) => position));
            if (ofOwn !== undefined && !(await ofOwn.reach(newest, PATIENCE_MS))) throw new OwnEventsBehind();
            await inTurn('others', batch, checkpoint);
          },
        });
  return both(ofOwn, ofOthers, brokerAnswers);
}

/** The events of others are delivered anew when the own ones have come further. */
class OwnEventsBehind extends Error {
  readonly retryable = true;
}

function both(
  ofOwn: Consumption | undefined,
  ofOthers: Consumption | undefined,
  brokerAnswers: () => boolean,
): Consumption {
  return {
    lag: async () => ((await ofOwn?.lag()) ?? 0) + ((await ofOthers?.lag()) ?? 0),
    reach: async (position: Position, withinMs) => {
      const reached = await Promise.all([
        ofOwn?.reach(position, withinMs) ?? true,
        brokerAnswers() ? (ofOthers?.reach(position, withinMs) ?? true) : true,
      ]);
      return reached.every(Boolean);
    },
    stop: async () => {
      await Promise.all([ofOwn?.stop(), ofOthers?.stop()]);
    },
  };
}
