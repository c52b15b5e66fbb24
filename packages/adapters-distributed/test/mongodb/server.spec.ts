import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { onLocalMongo } from './place.ts';

await onLocalMongo('the MongoDB-protocol server', ({ server }) => {
  it('comes back on the same port with everything it acknowledged, after a stop and after a kill', async () => {
    const { port, pid } = server;
    await insert(server.url, 'before the stop');
    await server.restart();
    expect(server.pid).not.toBe(pid);
    await insert(server.url, 'before the kill');
    await server.kill();
    await server.restart();
    expect(server.port).toBe(port);
    await insert(server.url, 'after the kill');
    expect(await all(server.url)).toEqual(['after the kill', 'before the kill', 'before the stop']);
    await server.stop();
    await expect(insert(server.url, 'stopped')).rejects.toThrow('ECONNREFUSED');
  }, 60_000);
});

async function on<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function insert(url: string, _id: string): Promise<void> {
  return on(url, async (client) => {
    const notes = client.db('spec').collection<{ _id: string }>('notes');
    await notes.insertOne({ _id }, { writeConcern: { w: 'majority', journal: true } });
  });
}

function all(url: string): Promise<readonly string[]> {
  return on(url, async (client) => {
    const docs = await client
      .db('spec')
      .collection<{ _id: string }>('notes')
      .find()
      .sort({ _id: 1 })
      .toArray();
    return docs.map(({ _id }) => _id);
  });
}
