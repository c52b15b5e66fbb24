import { chmod, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerMissing } from '../running-server.ts';
import { fetchKafka, startKafka } from './index.ts';
import { KAFKA_VERSION } from './version.ts';

const quiet = () => undefined;

let room: string;

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'jiandu-fetch-'));
  vi.stubEnv('LOCAL_SERVERS', join(room, 'servers'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(room, { recursive: true, force: true });
});

/** A machine with these commands alone: shell scripts, or `true` for one that does nothing and succeeds. */
async function machineWith(commands: Readonly<Record<string, string>>): Promise<void> {
  for (const command of ['sh', 'mkdir', 'touch', 'sleep'])
    await symlink(`/bin/${command}`, join(room, command));
  for (const [name, script] of Object.entries(commands)) {
    await writeFile(join(room, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(room, name), 0o755);
  }
  vi.stubEnv('PATH', room);
}

const DOWNLOADS = `[ "$1" = -version ] || { mkdir lib; sleep 0.2; touch lib/kafka_2.13-${KAFKA_VERSION}.jar; }`;

describe('Kafka', () => {
  it('is missing where there is no Java, and what to install is said', async () => {
    await machineWith({});
    await expect(fetchKafka(quiet)).rejects.toThrow(ServerMissing);
    await expect(fetchKafka(quiet)).rejects.toThrow(/needs Java 17 .*openjdk/);
  });

  it('is missing where there is no Maven to fetch it with', async () => {
    await machineWith({ java: 'true' });
    await expect(fetchKafka(quiet)).rejects.toThrow(ServerMissing);
    await expect(fetchKafka(quiet)).rejects.toThrow(/needs Maven/);
  });

  it('is missing where it was not fetched and may not be now', async () => {
    await machineWith({ java: 'true', mvn: DOWNLOADS });
    const starting = startKafka({ directory: join(room, 'data'), say: quiet, download: false });
    await expect(starting).rejects.toThrow(ServerMissing);
    await expect(starting).rejects.toThrow('`npm run servers` fetches it');
  });

  it('whose download breaks is missing, with the reason, and nothing of it is left', async () => {
    await machineWith({
      java: 'true',
      mvn: '[ "$1" = -version ] || { mkdir lib; echo "[ERROR] the network is away"; exit 1; }',
    });
    const fetching = fetchKafka(quiet);
    await expect(fetching).rejects.toThrow(ServerMissing);
    await expect(fetching).rejects.toThrow(/could not be downloaded.*the network is away.*npm run servers/);
    expect(await readdir(join(room, 'servers'))).toEqual([]);
  });

  it('fetched by two at once is there once, whole; fetched again, nothing is fetched', async () => {
    await machineWith({ java: 'true', mvn: DOWNLOADS });
    const lines: string[] = [];
    const [one, other] = await Promise.all([fetchKafka((line) => lines.push(line)), fetchKafka(quiet)]);
    expect(one).toBe(other);
    expect(await readdir(join(room, 'servers'))).toEqual([`kafka-${KAFKA_VERSION}`]);
    expect(await readdir(one)).toEqual([`kafka_2.13-${KAFKA_VERSION}.jar`]);
    expect(lines[0]).toMatch(/正在下载.*downloading/);
    await machineWith({ 'no-more': 'true' }).catch(() => undefined);
    await rm(join(room, 'mvn'));
    expect(await fetchKafka(quiet)).toBe(one);
  });
});
