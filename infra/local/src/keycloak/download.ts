import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as maven from '../maven.ts';
import type { Say } from '../running-server.ts';
import { makeWhole, wholeFolder } from '../whole-folder.ts';

const run = promisify(execFile);

/** The release that is fetched and run; the image of the same release stands in docker-compose.yml. */
export const KEYCLOAK_VERSION = '26.4.0';

const NAME = `Keycloak ${KEYCLOAK_VERSION}`;
const FOLDER = `keycloak-${KEYCLOAK_VERSION}`;
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
const PATIENCE_MS = 600_000;

/** Folder of the server, there or not. Nothing is written into it once it is there. */
export function keycloakFolder(): string {
  return wholeFolder(FOLDER);
}

/** Whether Keycloak has been fetched. */
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
  await maven.insistOnMaven(NAME);
  say(`正在下载 ${NAME}（约 160 MB） … / downloading ${NAME} (about 160 MB) …`);
  await makeWhole(FOLDER, async (empty) => {
    await maven.download({
      server: NAME,
      goal: ['dependency:unpack', `-Dartifact=${ARTIFACT}`, '-DoutputDirectory=.'],
      cwd: empty,
      patienceMs: PATIENCE_MS,
      again: 'npm run servers -- --keycloak',
    });
    say(`正在准备 ${NAME}（约半分钟） … / preparing ${NAME} (about half a minute) …`);
    const server = join(empty, FOLDER);
    await build(server);
    return server;
  });
  say(`已下载 ${NAME} / ${NAME} is there: ${keycloakFolder()}`);
  return keycloakFolder();
}

/** Rejects with `ServerMissing` where no Java can be started. */
export function insistOnJava(): Promise<void> {
  return maven.insistOnJava(NAME);
}

/** Done once here instead of at every first start: what it makes does not depend on where data lie. */
async function build(server: string): Promise<void> {
  await run('sh', ['bin/kc.sh', 'build', '--db=dev-file'], {
    cwd: server,
    timeout: PATIENCE_MS,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
}
