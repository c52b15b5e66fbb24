import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';

/**
 * The environment of somebody who has just cloned the house: nothing of ours on the PATH, no settings that npm
 * hands to the scripts it runs, but the user's own npm configuration.
 */
export function newcomerEnvironment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(ours).filter(
    ([name]) => !/^(npm_|NODE_|JIANDU_|VITEST|INIT_CWD$|TURBO_|FORCE_COLOR$)/.test(name),
  );
  const path = (ours['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules|node-gyp-bin/.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/** Runs a command to its end as the newcomer; throws with the end of its output when it fails. */
export function runAsNewcomer(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: newcomerEnvironment(process.env),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) {
    const told = `${stdout}\n${stderr}`.trimEnd().split('\n').slice(-40).join('\n');
    throw new Error(`${[command, ...args].join(' ')} ended with ${status}:\n${told}`);
  }
  return stdout;
}
