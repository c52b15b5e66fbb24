import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, type ProcessToStart, type RunningServer, startProcess } from './running-server.ts';

/** A server that answers HTTP with its own pid and that of a child which does not heed SIGTERM. */
const SERVER = `
const { spawn } = require('node:child_process');
const child = spawn('sh', ['-c', "trap '' TERM; while :; do sleep 1; done"], { stdio: 'ignore' });
const { port, stubborn } = JSON.parse(process.argv[1]);
if (stubborn) process.on('SIGTERM', () => console.log('told to stop, and staying'));
require('node:http')
  .createServer((_, answer) => answer.end(JSON.stringify({ pid: process.pid, child: child.pid })))
  .listen(port, '127.0.0.1', () => console.log('serving'));
`;

let directory: string;
const started: RunningServer[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'running-server-'));
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.kill();
  rmSync(directory, { recursive: true, force: true });
});

async function wanted(more: Partial<ProcessToStart> = {}, stubborn = false): Promise<ProcessToStart> {
  const port = await freePort();
  return {
    name: 'a server',
    command: process.execPath,
    args: ['-e', SERVER, JSON.stringify({ port, stubborn })],
    port,
    logFile: join(directory, 'logs', 'server.log'),
    ready: async () => (await fetch(`http://127.0.0.1:${port}`)).ok,
    ...more,
  };
}

async function start(toStart: ProcessToStart): Promise<RunningServer> {
  const server = await startProcess(toStart);
  started.push(server);
  return server;
}

async function processesOf({ port }: { port: number }): Promise<{ pid: number; child: number }> {
  return (await fetch(`http://127.0.0.1:${port}`)).json() as Promise<{ pid: number; child: number }>;
}

/** Whether a process runs; one that is dead and not fetched yet does not. */
function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Everything in the group of a process, except the dead. */
async function groupOf(pid: number): Promise<string> {
  const ps = spawn('ps', ['-eo', 'pgid=,stat=,pid=,args='], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  ps.stdout.on('data', (text: Buffer) => {
    said += text;
  });
  await once(ps, 'close');
  return said
    .split('\n')
    .filter((line) => line.trim().startsWith(`${pid} `) && !/^\s*\d+\s+Z/.test(line))
    .join('\n');
}

describe('a server that runs beside this process', () => {
  test('is ready when the start resolves, and its pid is that of the process that does the work', async () => {
    const server = await start(await wanted());
    expect((await processesOf(server)).pid).toBe(server.pid);
    expect(readFileSync(server.logFile, 'utf8')).toContain('serving');
  });

  test('takes its children along when it is stopped, even those that do not heed the signal', async () => {
    const server = await start(await wanted());
    const { pid, child } = await processesOf(server);
    await server.stop();
    expect([runs(pid), runs(child)]).toEqual([false, false]);
    expect(await groupOf(pid)).toBe('');
  });

  test('is gone with its children, and its port free, when the kill resolves', async () => {
    const server = await start(await wanted({}, true));
    const { pid, child } = await processesOf(server);
    await server.kill();
    expect([runs(pid), runs(child)]).toEqual([false, false]);
    expect(await groupOf(pid)).toBe('');
    const port = createServer().listen(server.port, '127.0.0.1');
    await once(port, 'listening');
    port.close();
    expect(readFileSync(server.logFile, 'utf8')).not.toContain('told to stop');
  });

  test('comes back at the same port after a kill, after a stop and while it runs', async () => {
    const server = await start(await wanted());
    const pids = [server.pid];
    for (const end of [() => server.kill(), () => server.stop(), async () => undefined]) {
      await end();
      await server.restart();
      const { pid } = await processesOf(server);
      expect(pid).toBe(server.pid);
      pids.push(pid);
    }
    expect(new Set(pids).size).toBe(4);
    expect(pids.map(runs)).toEqual([false, false, false, true]);
  });

  test('leaves no child behind when it dies by itself', async () => {
    const server = await start(await wanted());
    const { pid, child } = await processesOf(server);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => [runs(pid), runs(child)], { timeout: 10_000 }).toEqual([false, false]);
    await server.stop();
    expect(await groupOf(pid)).toBe('');
  });

  test('keeps its extensions apart from the pid, which changes with every start', async () => {
    const server = Object.assign(await start(await wanted()), { url: 'somewhere' });
    const before = server.pid;
    await server.restart();
    expect(server.pid).not.toBe(before);
    expect(server.url).toBe('somewhere');
  });

  test('does not outlive whoever started it, not even one who was killed with -9', async () => {
    const toStart = await wanted();
    const starter = join(directory, 'starter.ts');
    writeFileSync(
      starter,
      `import { startProcess } from ${JSON.stringify(new URL('./running-server.ts', import.meta.url).href)};
const server = await startProcess({
  ...${JSON.stringify(toStart)},
  ready: async () => (await fetch('http://127.0.0.1:${toStart.port}')).ok,
});
console.log('started', server.pid);`,
    );
    const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    const { pid, child } = await processesOf(toStart);
    expect([runs(pid), runs(child)]).toEqual([true, true]);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await expect.poll(() => [runs(pid), runs(child)], { timeout: 10_000 }).toEqual([false, false]);
    await expect.poll(() => groupOf(pid), { timeout: 10_000 }).toBe('');
  });
});

describe('a server that cannot start', () => {
  test('is refused with its last words when it ends before it is ready', async () => {
    const toStart = await wanted({ args: ['-e', 'console.error("no configuration"); process.exit(3)'] });
    await expect(startProcess(toStart)).rejects.toThrow(
      /^a server ended while it was starting\n[\s\S]*no configuration/,
    );
  });

  test('is refused when its command does not exist', async () => {
    const toStart = await wanted({ command: 'no-such-command' });
    await expect(startProcess(toStart)).rejects.toThrow(
      /^a server ended while it was starting\n[\s\S]*no-such-command/,
    );
  });

  test('is ended when it does not get ready in time', async () => {
    const asked: number[] = [];
    const toStart = await wanted({ patienceMs: 500, ready: async () => asked.push(1) < 0 });
    await expect(startProcess(toStart)).rejects.toThrow(/^a server was not ready in time\n/);
    expect(asked.length).toBeGreaterThan(1);
    await expect(processesOf(toStart)).rejects.toThrow('fetch failed');
  });

  test('is refused when somebody else has its port, whom it would be taken for', async () => {
    const first = await wanted();
    await start(first);
    await expect(startProcess({ ...first, name: 'another' })).rejects.toThrow(
      `another: port ${first.port} is taken`,
    );
  });
});

test('a free port is promised once, and never one from which the system opens connections', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(new Set(ports).size).toBe(50);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
