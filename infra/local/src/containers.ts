import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ServerMissing } from './running-server.ts';

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, '../../containers');
/** An image may have to be pulled first. */
const PATIENCE_MS = 600_000;
const ASK_MS = 10_000;

/** A real engine in a container. */
export interface ContainedEngine {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real engine in a container, by testcontainers, which is installed on first use. Rejects with `ServerMissing` where
 * there is no Docker, or the container does not start.
 */
export async function startContained(engine: 'kurrentdb' | 'mongodb'): Promise<ContainedEngine> {
  await requireDocker();
  await install();
  const child = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), engine], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit');
  const late = AbortSignal.timeout(PATIENCE_MS);
  try {
    const [url] = await Promise.race([
      once(lines, 'line', { signal: late }),
      ended.then(() => Promise.reject(new Error(complaints.join('').trim().split('\n').at(-1)))),
    ]);
    return {
      url: String(url),
      stop: async () => {
        child.stdin.end();
        await ended;
      },
    };
  } catch (error) {
    child.kill('SIGTERM');
    throw new ServerMissing(
      `${engine} did not start in a container: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

async function requireDocker(): Promise<void> {
  try {
    await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: ASK_MS });
  } catch {
    throw new ServerMissing('there is no Docker engine on this machine');
  }
}

async function install(): Promise<void> {
  const lock = join(PROJECT, 'package-lock.json');
  const installed = join(PROJECT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // Without what the npm that started us has set for its own project.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  try {
    await run('npm', ['ci', '--prefix', PROJECT], { cwd: PROJECT, env, timeout: PATIENCE_MS });
  } catch {
    throw new ServerMissing(
      'testcontainers could not be installed: npm ci --prefix infra/containers says why',
    );
  }
}
