import type { ReadModels } from '@jiandu/eventing';
import { expect, it } from 'vitest';
import { type MongoReadModels, openMongoReadModels } from '../../src/mongodb/index.ts';
import { freshDatabase } from '../stands/mongodb.ts';
import { changesOf, judged, type Numbered, spec } from './numbered.ts';
import { onLocalMongo } from './place.ts';
import { layWire } from './wire.ts';

const NAME = 'faults.numbers@1';
const PATIENCE_MS = 60_000;

await onLocalMongo('read models in MongoDB', ({ server, raw, fail }) => {
  async function opened(database: string, url = server.url): Promise<MongoReadModels> {
    const models = await openMongoReadModels({ url, database, insistOnIndexes: true });
    await models.open(spec(NAME));
    return models;
  }

  it('of two writers who saw the same checkpoint let one write; the other reads it again and goes on', async () => {
    const database = freshDatabase();
    const [one, other] = [await opened(database), await opened(database)];
    await one.commit(NAME, changesOf(1), '1');
    await expect(other.commit(NAME, changesOf(7), '7')).rejects.toMatchObject({
      name: 'CheckpointMoved',
      retryable: true,
    });
    await expect(other.commit(NAME, changesOf(7), '7')).rejects.toMatchObject({ name: 'CheckpointMoved' });
    expect(await judged(other, NAME)).toBe(1);
    await other.commit(NAME, changesOf(2), '2');
    await expect(one.commit(NAME, changesOf(3), '3')).rejects.toMatchObject({ name: 'CheckpointMoved' });
    expect(await judged(one, NAME)).toBe(2);
    await Promise.all([one.close(), other.close()]);
  });

  it(
    'lose no increment of two writers who count at once',
    async () => {
      const database = freshDatabase();
      const models = [await opened(database), await opened(database)];
      let refused = 0;
      const count = async (mine: ReadModels) => {
        const numbers = await mine.open<Numbered>(spec(NAME));
        for (let done = 0; done < 10; ) {
          const before = Number((await mine.checkpoint(NAME)) ?? 0);
          const n = ((await numbers.get('counter'))?.n ?? 0) + 1;
          try {
            await mine.commit(NAME, [{ put: { id: 'counter', n } as Numbered }], String(before + 1));
            done += 1;
          } catch (error) {
            expect(error).toMatchObject({ retryable: true });
            refused += 1;
          }
        }
      };
      await Promise.all(models.map(count));
      const [first] = models;
      const numbers = await first?.open<Numbered>(spec(NAME));
      expect(await numbers?.get('counter')).toEqual({ id: 'counter', n: 20 });
      expect(await first?.checkpoint(NAME)).toBe('20');
      expect(refused).toBeGreaterThan(0);
      await Promise.all(models.map((each) => each.close()));
    },
    PATIENCE_MS,
  );

  it('try a conflict again, and report one that stays as retryable', async () => {
    const models = await opened(freshDatabase());
    await models.commit(NAME, changesOf(1), '1');
    const conflict = {
      failCommands: ['update'],
      errorCode: 112,
      errorLabels: ['TransientTransactionError'],
    };
    await fail({ times: 3 }, conflict);
    await models.commit(NAME, changesOf(2), '2');
    expect(await judged(models, NAME)).toBe(2);
    await fail({ times: 100 }, conflict);
    await expect(models.commit(NAME, changesOf(3), '3')).rejects.toMatchObject({
      name: 'MongoUnavailable',
      code: 'store.unavailable',
      retryable: true,
    });
    await fail('off');
    expect(await judged(models, NAME)).toBe(2);
    await models.commit(NAME, changesOf(3), '3');
    expect(await judged(models, NAME)).toBe(3);
    await models.close();
  });

  it('know after a lost answer, from the checkpoint, whether the commit is there', async () => {
    const wire = await layWire(server.port);
    const models = await opened(freshDatabase(), wire.url);
    await models.commit(NAME, changesOf(1), '1');
    // The driver asks again once by itself: the second time with success.
    wire.loseAnswers('commitTransaction', 1);
    await models.commit(NAME, changesOf(2), '2');
    expect(wire.lost).toBe(1);
    wire.loseAnswers('commitTransaction', 2);
    await expect(models.commit(NAME, changesOf(3), '3')).rejects.toMatchObject({ name: 'MongoUnavailable' });
    expect(wire.lost).toBe(3);
    await expect(models.commit(NAME, changesOf(4), '4')).rejects.toMatchObject({ name: 'CheckpointMoved' });
    expect(await judged(models, NAME)).toBe(3);
    await models.commit(NAME, changesOf(4), '4');
    expect(await judged(models, NAME)).toBe(4);
    await models.close();
    await wire.close();
  });

  it('free what a commit that never arrived left open', async () => {
    const models = await opened(freshDatabase());
    await models.commit(NAME, changesOf(1), '1');
    await fail({ times: 2 }, { failCommands: ['commitTransaction'], closeConnection: true });
    await expect(models.commit(NAME, changesOf(2), '2')).rejects.toMatchObject({ name: 'MongoUnavailable' });
    expect(await judged(models, NAME)).toBe(1);
    await models.commit(NAME, changesOf(2), '2');
    expect(await judged(models, NAME)).toBe(2);
    await models.close();
  });

  it(
    'answer with a retryable error while the server is away, and go on when it is back',
    async () => {
      const wire = await layWire(server.port);
      const models = await opened(freshDatabase(), wire.url);
      const numbers = await models.open<Numbered>(spec(NAME));
      await models.commit(NAME, changesOf(1), '1');
      wire.cut();
      const away = { name: 'MongoUnavailable', code: 'store.unavailable', retryable: true };
      await expect(numbers.get('d0')).rejects.toMatchObject(away);
      await expect(numbers.find({ filter: { n: 1 }, limit: 1 })).rejects.toMatchObject(away);
      await expect(numbers.count()).rejects.toMatchObject(away);
      await expect(models.commit(NAME, changesOf(2), '2')).rejects.toMatchObject(away);
      await expect(models.checkpoint(NAME)).rejects.toMatchObject(away);
      await expect(models.ping()).rejects.toMatchObject(away);
      expect(wire.broken).toBeGreaterThan(0);
      wire.mend();
      await expect.poll(() => models.ping().catch(() => undefined), { timeout: 20_000 }).toBeDefined();
      expect(await judged(models, NAME)).toBe(1);
      await models.commit(NAME, changesOf(2), '2');
      expect(await judged(models, NAME)).toBe(2);
      await models.close();
      await wire.close();
    },
    PATIENCE_MS,
  );

  it('are not waited for longer than patience', async () => {
    const wire = await layWire(server.port);
    wire.cut();
    const opening = openMongoReadModels({ url: wire.url, database: freshDatabase(), patienceMs: 100 });
    await expect(opening).rejects.toMatchObject({ name: 'MongoUnavailable', retryable: true });
    await wire.close();
  });

  it('refuse a search that uses no index, where they insist on it', async () => {
    const database = freshDatabase();
    const models = await opened(database);
    await models.commit(NAME, changesOf(1), '1');
    const head = await raw
      .db(database)
      .collection<{ _id: string; docs: string }>('collections')
      .findOne({ _id: NAME });
    await raw
      .db(database)
      .collection(head?.docs ?? '')
      .dropIndexes();
    const numbers = await models.open<Numbered>(spec('faults.other@1'));
    expect(await numbers.count({ n: 1 })).toBe(0);
    const unindexed = { name: 'UnindexedFind', message: expect.stringContaining(NAME) };
    const without = await reopenedWithout(models, database, head?.docs ?? '');
    await expect(without.find({ filter: { n: 1 }, limit: 1 })).rejects.toMatchObject(unindexed);
    await expect(without.find({ filter: { n: 1 }, sort: { field: 'id' }, limit: 1 })).rejects.toMatchObject(
      unindexed,
    );
    await expect(without.find({ anyOf: [{ n: 1 }, { id: 'd1' }], limit: 1 })).rejects.toMatchObject(
      unindexed,
    );
    await expect(without.count({ n: { gt: 0 } })).rejects.toMatchObject(unindexed);
    expect((await without.find({ filter: { id: 'd1' }, limit: 1 })).items).toHaveLength(1);
    expect((await without.find({ limit: 20 })).items).toHaveLength(10);
    await models.close();
  });

  it('do not take a collection that another process dropped for an empty one', async () => {
    const database = freshDatabase();
    const [one, other] = [await opened(database), await opened(database)];
    const numbers = await one.open<Numbered>(spec(NAME));
    await one.commit(NAME, changesOf(1), '1');
    await other.drop(NAME);
    const dropped = { name: 'CollectionDropped', retryable: true };
    await expect(numbers.get('d0')).rejects.toMatchObject(dropped);
    await expect(numbers.find({ limit: 1 })).rejects.toMatchObject(dropped);
    await expect(numbers.count()).rejects.toMatchObject(dropped);
    await expect(numbers.groupBy('n')).rejects.toMatchObject(dropped);
    await expect(one.commit(NAME, changesOf(2), '2')).rejects.toMatchObject({ name: 'CheckpointMoved' });
    await other.open(spec(NAME));
    expect(await other.checkpoint(NAME)).toBeUndefined();
    await expect(numbers.get('d0')).rejects.toMatchObject(dropped);
    await Promise.all([one.close(), other.close()]);
  });

  /** As it would be if the index had been lost behind the adapter's back: opening would make it again. */
  async function reopenedWithout(models: ReadModels, database: string, docs: string) {
    const numbers = await models.open<Numbered>(spec(NAME));
    await raw.db(database).collection(docs).dropIndexes();
    return numbers;
  }
});
