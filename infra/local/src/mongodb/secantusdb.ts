import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Say, ServerMissing } from '../running-server.ts';
import { makeWhole, wholeFolder } from '../whole-folder.ts';

const run = promisify(execFile);

/**
 * SecantusDB speaks MongoDB's protocol over the WiredTiger engine and comes from PyPI, where no registry has MongoDB itself.
 * It is licensed under the GPL 2.0: a test server, a process of its own, never part of what is shipped. It is written in
 * Python and slow: good for right and wrong, never for a figure.
 */
export const SECANTUSDB = '0.7.0b3';

const FOLDER = `secantusdb-${SECANTUSDB}`;
const PATIENCE_MS = 10 * 60 * 1000;

/** The interpreter that has the server's packages; it works wherever its folder is moved to. */
export function secantusPython(): string {
  return join(wholeFolder(FOLDER), 'bin', 'python');
}

/** Asks for the server, in the interpreter's own terms: the scripts that pip writes hold the path of the folder they were made in. */
export const SECANTUS_COMMAND = ['-m', 'secantus'] as const;

/**
 * Brings the server, unless it is there.
 * @throws ServerMissing when it cannot be had on this machine, with what to do about it
 */
export async function fetchSecantus(say: Say): Promise<void> {
  if (existsSync(secantusPython())) return;
  await requirePython();
  say(`MongoDB 协议测试服务器：正在下载 SecantusDB ${SECANTUSDB}（约 60 MB）`);
  say(`MongoDB-protocol test server: downloading SecantusDB ${SECANTUSDB} (about 60 MB)`);
  await makeWhole(FOLDER, async (empty) => {
    await make(empty);
    return empty;
  });
  say('MongoDB 协议测试服务器：已就绪');
  say('MongoDB-protocol test server: ready');
}

async function requirePython(): Promise<void> {
  try {
    await run('python3', ['-c', 'import venv, ensurepip, sys; assert sys.version_info >= (3, 10)']);
  } catch {
    throw new ServerMissing('SecantusDB needs python3, 3.10 or newer, with venv (Debian: python3-venv)');
  }
}

async function make(folder: string): Promise<void> {
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: PATIENCE_MS });
    const python = join(folder, 'bin', 'python');
    const quiet = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    await run(python, [...quiet, `SecantusDB==${SECANTUSDB}`], { timeout: PATIENCE_MS });
    await run(python, ['-c', 'import secantus.cli']);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    const last = said.split('\n').at(-1) ?? '';
    throw new ServerMissing(`SecantusDB ${SECANTUSDB} could not be had from PyPI: ${last}`, { cause: error });
  }
}
