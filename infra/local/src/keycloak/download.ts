import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloads, type Say, ServerMissing } from '../running-server.ts';

const run = promisify(execFile);

/** The release that is fetched and run; the image of the same release stands in docker-compose.yml. */
export const KEYCLOAK_VERSION = '26.4.0';

const NAME = `Keycloak ${KEYCLOAK_VERSION}`;
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
const PATIENCE_MS = 600_000;

/** Folder of the server, there or not. Nothing is written into it once it is there. */
export function keycloakFolder(): string {
  return join(downloads(), `keycloak-${KEYCLOAK_VERSION}`);
}

/** Whether Keycloak has been fetched; a folder by this name is always whole. */
export function isKeycloakHere(): boolean {
  return existsSync(keycloakFolder());
}

/**
 * Fetches Keycloak from Maven Central unless it is there, builds it for its embedded database, and answers its folder. Rejects
 * with `ServerMissing` where Java or Maven is missing or the download fails; nothing of it is left behind then.
 */
export async function fetchKeycloak(say: Say): Promise<string> {
  await insistOnJava();
  if (isKeycloakHere()) return keycloakFolder();
  await insistOn('mvn', 'Maven (Debian: apt-get install maven)');
  say(`正在下载 ${NAME}（约 160 MB） … / downloading ${NAME} (about 160 MB) …`);
  await mkdir(downloads(), { recursive: true });
  const unfinished = await mkdtemp(join(downloads(), '.keycloak-'));
  try {
    await unpack(unfinished);
    say(`正在准备 ${NAME}（约半分钟） … / preparing ${NAME} (about half a minute) …`);
    const server = join(unfinished, `keycloak-${KEYCLOAK_VERSION}`);
    await build(server);
    await putInPlace(server);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  say(`已下载 ${NAME} / ${NAME} is there: ${keycloakFolder()}`);
  return keycloakFolder();
}

/** Rejects with `ServerMissing` where no Java can be started. */
export function insistOnJava(): Promise<void> {
  return insistOn('java', 'Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless)');
}

async function insistOn(command: string, what: string): Promise<void> {
  try {
    await run(command, ['-version']);
  } catch {
    throw new ServerMissing(`${NAME} needs ${what}; there is no \`${command}\` on this machine`);
  }
}

/** `-C`: an archive whose checksum differs is a failure, not a warning. */
async function unpack(into: string): Promise<void> {
  try {
    await run(
      'mvn',
      ['-q', '-B', '-C', 'dependency:unpack', `-Dartifact=${ARTIFACT}`, '-DoutputDirectory=.'],
      {
        cwd: into,
        timeout: PATIENCE_MS,
      },
    );
  } catch (error) {
    throw new ServerMissing(
      `${NAME} could not be downloaded from Maven Central: ${firstError(error)}. ` +
        'Try again with the network there: npm run servers -- --keycloak',
    );
  }
}

/** Done once here instead of at every first start: what it makes does not depend on where data lie. */
async function build(server: string): Promise<void> {
  await run('sh', ['bin/kc.sh', 'build', '--db=dev-file'], {
    cwd: server,
    timeout: PATIENCE_MS,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
}

/** In one step, so that the folder is whole whenever it is there; another process may have been quicker with the same. */
async function putInPlace(server: string): Promise<void> {
  try {
    await rename(server, keycloakFolder());
  } catch (error) {
    if (!isKeycloakHere()) throw error;
  }
}

/** Maven says why on standard output, in a line that begins with `[ERROR]`. */
function firstError(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const line = output.split('\n').find((each) => each.startsWith('[ERROR]'));
  return line?.slice('[ERROR]'.length).trim() ?? String(error);
}
