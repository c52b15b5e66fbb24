import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HouseProcess, OwnProcess } from '../acceptance-process.ts';

let directory = '';
let data = '';
let keyFile = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiandu-settings-'));
  data = join(directory, 'data');
  keyFile = join(directory, 'master.key');
  await writeFile(keyFile, 'ab'.repeat(32), { mode: 0o600 });
  await writeFile(join(directory, 'short.key'), 'abc');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const production = () => ({
  JIANDU_MODE: 'production',
  JIANDU_MASTER_KEY_FILE: keyFile,
  JIANDU_OIDC_ISSUER: 'https://id.invalid',
  JIANDU_OIDC_AUDIENCE: 'jiandu',
});

describe('a start that cannot be is refused before anything is written', () => {
  const without = (name: string) => () => ({ ...production(), [name]: '' });
  const cases: readonly (readonly [string, () => Record<string, string>, string])[] = [
    [
      'production without a master key',
      without('JIANDU_MASTER_KEY_FILE'),
      'JIANDU_MASTER_KEY_FILE: is required in production',
    ],
    [
      'production without an issuer',
      without('JIANDU_OIDC_ISSUER'),
      'JIANDU_OIDC_ISSUER: is required in production',
    ],
    [
      'production with a movable clock',
      () => ({ ...production(), JIANDU_DEMO_CLOCK: '2025-01-01T00:00:00Z' }),
      'JIANDU_DEMO_CLOCK: is refused in production',
    ],
    ['a setting that nobody knows', () => ({ JIANDU_UNKNOWN: '1' }), 'JIANDU_UNKNOWN: no such setting'],
    ['a mode that nobody knows', () => ({ JIANDU_MODE: 'prod' }), 'JIANDU_MODE: '],
  ];
  test.each(cases)(
    '%s',
    async (_title, environment, line) => {
      const house = new OwnProcess('main.ts', {
        arguments: ['--port', '0', '--data', data],
        environment: environment(),
      });
      expect(await house.exited).toBe(1);
      const lines = house.output.trim().split('\n');
      expect(lines[0]).toBe('Jiandu could not start / 无法启动:');
      expect(lines).toHaveLength(2);
      expect(lines[1]).toContain(line);
      expect(await readdir(directory)).not.toContain('data');
    },
    20_000,
  );

  test.each([
    ['a master key that is not there', 'missing.key', 'missing.key'],
    ['a master key that is none', 'short.key', 'must hold a key of 32 bytes as 64 hexadecimal digits'],
  ])(
    '%s',
    async (_title, name, sentence) => {
      const environment = { ...production(), JIANDU_MASTER_KEY_FILE: join(directory, name) };
      const unused = join(directory, `unused-${name}`);
      const house = new OwnProcess('main.ts', { arguments: ['--port', '0', '--data', unused], environment });
      expect(await house.exited).toBe(1);
      expect(house.output).toContain(sentence);
      expect(house.output).not.toMatch(/^ {4}at /m);
    },
    20_000,
  );
});

test('`--print-config` shows every setting and hides the secret ones', async () => {
  const house = new OwnProcess('main.ts', {
    arguments: ['--print-config', '--data', data],
    environment: production(),
  });
  expect(await house.exited).toBe(0);
  expect(house.output).toContain('JIANDU_MASTER_KEY_FILE=(hidden)');
  expect(house.output).toContain('JIANDU_OIDC_ISSUER=https://id.invalid');
  expect(house.output).not.toContain(keyFile);
  expect(await readdir(directory)).not.toContain('data');
}, 20_000);

describe('in production', () => {
  test('there are neither a sign-in without passwords, nor a movable clock, nor anybody of the demonstration', async () => {
    const house = await new HouseProcess(join(directory, 'production'), {
      environment: production(),
    }).listening();
    try {
      expect(house.output).not.toContain('DEMO');
      expect((await house.send('GET', '/health/live')).status).toBe(200);
      for (const [method, path] of [
        ['POST', '/v1/session'],
        ['GET', '/v1/session/demo-staff'],
        ['GET', '/v1/demo/clock'],
        ['POST', '/v1/demo/clock'],
      ] as const) {
        expect([
          path,
          (await house.send(method, path, {}, method === 'POST' ? {} : undefined)).status,
        ]).toEqual([path, path === '/v1/session' ? 405 : 404]);
      }
      expect((await house.send('GET', '/v1/intake/leads')).status).toBe(401);
    } finally {
      expect(await house.end('SIGTERM')).toBe(0);
    }
  }, 30_000);
});

test('what another house holds is named: its directory, its port; and it goes on unharmed', async () => {
  const shared = join(directory, 'shared');
  const first = await new HouseProcess(shared, { arguments: ['--mode', 'test'] }).listening();
  const { port } = new URL(first.address);
  const sameDirectory = new HouseProcess(shared, { arguments: ['--mode', 'test'] });
  const samePort = new OwnProcess('main.ts', {
    arguments: ['--mode', 'test', '--port', port, '--data', join(directory, 'another')],
  });
  try {
    expect(await Promise.all([sameDirectory.exited, samePort.exited])).toEqual([1, 1]);
    expect(sameDirectory.output).toMatch(
      /Data directory .*shared is in use by process \d+ .*; one process at a time may write to it/,
    );
    expect(samePort.output).toContain(`127.0.0.1:${port} is in use`);
    expect(sameDirectory.output + samePort.output).not.toMatch(/^ {4}at /m);
    expect((await first.send('GET', '/health/ready')).status).toBe(200);
  } finally {
    expect(await first.end('SIGTERM')).toBe(0);
  }
}, 30_000);
