import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a data directory a home of Keycloak of its own, so that nothing is written where the server was unpacked: what is small
 * is copied, the libraries are pointed at. Answers the home; data of an earlier time stay.
 */
export function keycloakHome(server: string, directory: string): string {
  const home = join(directory, 'home');
  mkdirSync(join(home, 'data', 'import'), { recursive: true, mode: 0o700 });
  for (const part of ['conf', 'providers', 'themes', 'version.txt']) {
    if (!existsSync(join(home, part))) cpSync(join(server, part), join(home, part), { recursive: true });
  }
  rmSync(join(home, 'lib'), { force: true });
  symlinkSync(join(server, 'lib'), join(home, 'lib'));
  return home;
}
