import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/**
 * Installs what only the measurements need, on first use and after a change of the lock file. Where it cannot be had, the
 * figures that need it say so.
 */
export function installRivals(): void {
  const lock = join(project, 'package-lock.json');
  const installed = join(project, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write(
    'installing what only the measurements need (once; compiling a driver may take a minute)\n',
  );
  const { status } = spawnSync('npm', ['ci', '--prefix', project], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: ownEnvironment(),
  });
  if (status !== 0) process.stderr.write('it could not be installed; measuring without it\n');
}

/** Without what the npm that started us has set for its own project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
}
