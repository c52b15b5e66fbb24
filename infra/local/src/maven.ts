import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ServerMissing } from './running-server.ts';

const run = promisify(execFile);

/** Rejects with `ServerMissing` where no Java can be started. */
export function insistOnJava(server: string): Promise<void> {
  return insistOn(server, 'java', 'Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless)');
}

/** Rejects with `ServerMissing` where there is no Maven to fetch a server with. */
export function insistOnMaven(server: string): Promise<void> {
  return insistOn(server, 'mvn', 'Maven (Debian: apt-get install maven)');
}

async function insistOn(server: string, command: string, what: string): Promise<void> {
  try {
    await run(command, ['-version']);
  } catch {
    throw new ServerMissing(`${server} needs ${what}; there is no \`${command}\` on this machine`);
  }
}

export interface MavenGoal {
  /** What is fetched, e.g. `Apache Kafka 4.3.1`. */
  readonly server: string;
  readonly goal: readonly string[];
  readonly cwd: string;
  /** Milliseconds it may take. */
  readonly patienceMs: number;
  /** Command that tries it again. */
  readonly again: string;
}

/** Runs a goal that downloads; a checksum that differs is a failure, not a warning. Rejects with `ServerMissing` and Maven's reason. */
export async function download({ server, goal, cwd, patienceMs, again }: MavenGoal): Promise<void> {
  try {
    await run('mvn', ['-q', '-B', '-C', ...goal], { cwd, timeout: patienceMs });
  } catch (error) {
    throw new ServerMissing(
      `${server} could not be downloaded from Maven Central: ${firstError(error)}. ` +
        `Try again with the network there: ${again}`,
    );
  }
}

/** Maven says why on standard output, in a line that begins with `[ERROR]`. */
function firstError(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const line = output.split('\n').find((each) => each.startsWith('[ERROR]'));
  return line?.slice('[ERROR]'.length).trim() ?? String(error);
}
