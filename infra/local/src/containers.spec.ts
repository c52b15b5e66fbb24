import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startContained } from './containers.ts';
import { ServerMissing } from './running-server.ts';

let room: string;

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'jiandu-docker-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(room, { recursive: true, force: true });
});

it('without a docker command there is no engine, and nothing is installed', async () => {
  vi.stubEnv('PATH', room);
  await expect(startContained('kurrentdb')).rejects.toThrow(ServerMissing);
});

it('a docker command without an engine behind it is no engine', async () => {
  await writeFile(
    join(room, 'docker'),
    '#!/bin/sh\necho "Cannot connect to the Docker daemon" >&2\nexit 1\n',
  );
  await chmod(join(room, 'docker'), 0o755);
  vi.stubEnv('PATH', `${room}:${process.env['PATH']}`);
  await expect(startContained('mongodb')).rejects.toThrow('there is no Docker engine on this machine');
});
