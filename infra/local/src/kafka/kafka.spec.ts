import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { ServerMissing } from '../running-server.ts';
import { type KafkaWanted, type RunningKafka, startKafka } from './index.ts';
import { installationIn } from './installation.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiandu-kafka-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function start(context: TestContext, wanted: Pick<KafkaWanted, 'brokers'> = {}): Promise<RunningKafka> {
  try {
    return await startKafka({ directory, say: () => undefined, download: false, ...wanted });
  } catch (error) {
    if (error instanceof ServerMissing) context.skip(error.message);
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a cluster in a data directory', () => {
  it('keeps its id, and its ports but those somebody else has taken meanwhile', async () => {
    const first = await installationIn(directory, 3);
    expect(await installationIn(directory, 3)).toEqual(first);
    const [taken] = first.ports;
    const somebody: Server = createServer();
    await new Promise<void>((resolve) => {
      somebody.listen(taken?.broker, '127.0.0.1', resolve);
    });
    const second = await installationIn(directory, 3);
    somebody.close();
    expect(second.clusterId).toBe(first.clusterId);
    expect(second.ports.slice(1)).toEqual(first.ports.slice(1));
    expect(second.ports[0]?.controller).toBe(taken?.controller);
    expect(second.ports[0]?.broker).not.toBe(taken?.broker);
    const all = second.ports.flatMap(({ broker, controller }) => [broker, controller]);
    expect(new Set(all).size).toBe(6);
  });

  it('is not taken for one of another size', async () => {
    await installationIn(directory, 1);
    await expect(installationIn(directory, 3)).rejects.toThrow(RangeError);
  });
});

// A bound for what hangs: three brokers take long to start where two cores do much else.
describe('Kafka on this machine', { timeout: 180_000 }, () => {
  it('survives a kill, comes back by restart, and is found at the same address by a later start; nothing is left running', async (context) => {
    const kafka = await start(context);
    const [server] = kafka.servers;
    if (server === undefined) throw new Error('no broker');
    expect(kafka.brokers).toEqual([`127.0.0.1:${server.port}`]);
    const killed = server.pid;
    await server.kill();
    expect(isRunning(killed)).toBe(false);
    await server.restart();
    expect(server.pid).not.toBe(killed);
    expect(isRunning(server.pid)).toBe(true);
    const stopped = server.pid;
    await kafka.stop();
    expect(isRunning(stopped)).toBe(false);
    const later = await start(context);
    expect(later.brokers).toEqual(kafka.brokers);
    await later.stop();
  });

  it('starts as three brokers, each of which goes and comes back by itself', async (context) => {
    const kafka = await start(context, { brokers: 3 });
    expect(new Set(kafka.brokers).size).toBe(3);
    const [first, ...others] = kafka.servers;
    await first?.kill();
    expect(others.map(({ pid }) => isRunning(pid))).toEqual([true, true]);
    await first?.restart();
    expect(kafka.servers.map(({ pid }) => isRunning(pid))).toEqual([true, true, true]);
    await kafka.stop();
    expect(kafka.servers.map(({ pid }) => isRunning(pid))).toEqual([false, false, false]);
  });
});
