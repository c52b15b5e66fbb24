import { expect, it } from 'vitest';
import { openMongoKeyRing } from '../../src/mongodb/index.ts';
import { freshDatabase } from '../stands/mongodb.ts';
import { onLocalMongo } from './place.ts';
import { layWire } from './wire.ts';

const masterKey = new Uint8Array(32).fill(7);
const PATIENCE_MS = 60_000;
/** Fewer than are ready when MongoDB goes away. */
const OUTAGE = 512;

await onLocalMongo('a key ring in MongoDB', ({ server, raw }) => {
  it('forgets a key in every process when one destroys it', async () => {
    const options = { url: server.url, database: freshDatabase(), masterKey };
    const [one, other] = [await openMongoKeyRing(options), await openMongoKeyRing(options)];
    const key = await one.allocate();
    expect(await other.find(key.id)).toEqual(key);
    await one.destroy([key.id]);
    expect(await other.find(key.id)).toBeUndefined();
    expect(await one.find(key.id)).toBeUndefined();
    expect(
      await raw.db(options.database).collection<{ _id: string }>('keys').findOne({ _id: key.id }),
    ).toBeNull();
    await Promise.all([one.close(), other.close()]);
  });

  it('gives MongoDB no key in the clear, and no two processes the same', async () => {
    const options = { url: server.url, database: freshDatabase(), masterKey };
    const rings = [await openMongoKeyRing(options), await openMongoKeyRing(options)];
    const keys = await Promise.all(
      rings.flatMap((ring) => Array.from({ length: 50 }, () => ring.allocate())),
    );
    expect(new Set(keys.map(({ id }) => id)).size).toBe(100);
    const stored = await raw
      .db(options.database)
      .collection<{ _id: string; wrapped: { buffer: Buffer } }>('keys')
      .find()
      .toArray();
    const wrapped = Buffer.concat(stored.map((each) => Buffer.from(each.wrapped.buffer)));
    expect(stored.length).toBeGreaterThanOrEqual(100);
    for (const { bytes } of keys) expect(wrapped.includes(Buffer.from(bytes))).toBe(false);
    await Promise.all(rings.map((ring) => ring.close()));
  });

  it('refuses another master key at the opening, and one of the wrong size', async () => {
    const options = { url: server.url, database: freshDatabase(), masterKey };
    await (await openMongoKeyRing(options)).close();
    const other = openMongoKeyRing({ ...options, masterKey: new Uint8Array(32).fill(8) });
    await expect(other).rejects.toThrow('belong to another master key');
    await expect(openMongoKeyRing({ ...options, masterKey: new Uint8Array(16) })).rejects.toThrow(RangeError);
    const again = await openMongoKeyRing(options);
    await again.destroy(['probe']);
    expect(await again.find('probe')).toBeUndefined();
    await again.close();
    await (await openMongoKeyRing(options)).close();
  });

  it(
    'hands out hundreds of keys while MongoDB is away, then a retryable error, and goes on when it is back',
    async () => {
      const wire = await layWire(server.port);
      const database = freshDatabase();
      const ring = await openMongoKeyRing({ url: wire.url, database, masterKey });
      const stored = () => raw.db(database).collection('keys').countDocuments();
      await expect.poll(stored, { timeout: 30_000 }).toBeGreaterThan(OUTAGE + 64);
      wire.cut();
      const away = { name: 'MongoUnavailable', code: 'store.unavailable', retryable: true };
      const keys = await Promise.all(Array.from({ length: OUTAGE }, () => ring.allocate()));
      expect(new Set(keys.map(({ id }) => id)).size).toBe(OUTAGE);
      const [first] = keys;
      await expect(ring.find(first?.id ?? '')).rejects.toMatchObject(away);
      await expect(ring.destroy([first?.id ?? ''])).rejects.toMatchObject(away);
      let more = 0;
      const exhausted = async () => {
        for (;;) {
          await ring.allocate();
          more += 1;
        }
      };
      await expect(exhausted()).rejects.toMatchObject(away);
      expect(more).toBeLessThan(OUTAGE);
      expect(wire.broken).toBeGreaterThan(0);
      wire.mend();
      await expect.poll(() => ring.allocate().catch(() => undefined), { timeout: 20_000 }).toBeDefined();
      expect(await Promise.all(keys.map(({ id }) => ring.find(id)))).toEqual(keys);
      await ring.close();
      await wire.close();
    },
    PATIENCE_MS,
  );
});
