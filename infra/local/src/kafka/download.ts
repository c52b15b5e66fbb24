import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloads, type Say, ServerMissing } from '../running-server.ts';
import { KAFKA_VERSION } from './version.ts';

const run = promisify(execFile);

const PATIENCE_MS = 300_000;

/** Kafka's own jars and those they need; the log goes to standard error, and so to the broker's log file. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${KAFKA_VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

/** Folder of the jars, there or not. */
export function kafkaFolder(): string {
  return join(downloads(), `kafka-${KAFKA_VERSION}`);
}

/** Whether Kafka has been fetched; a folder by this name is always whole. */
export function isKafkaHere(): boolean {
  return existsSync(kafkaFolder());
}

/**
 * Fetches Kafka from Maven Central unless it is there, and answers the folder of its jars. Rejects with `ServerMissing` where
 * Java or Maven is missing or the download fails; nothing of it is left behind then.
 */
export async function fetchKafka(say: Say): Promise<string> {
  await insistOnJava();
  if (isKafkaHere()) return kafkaFolder();
  await insistOn('mvn', 'Maven (Debian: apt-get install maven)');
  say(
    `正在下载 Apache Kafka ${KAFKA_VERSION}（约 44 MB） … / downloading Apache Kafka ${KAFKA_VERSION} (about 44 MB) …`,
  );
  await mkdir(downloads(), { recursive: true });
  const unfinished = await mkdtemp(join(downloads(), '.kafka-'));
  try {
    await writeFile(join(unfinished, 'pom.xml'), POM);
    await download(unfinished);
    await putInPlace(unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  say(`已下载 Apache Kafka ${KAFKA_VERSION} / Apache Kafka ${KAFKA_VERSION} is there: ${kafkaFolder()}`);
  return kafkaFolder();
}

/** Rejects with `ServerMissing` where no Java can be started. */
export function insistOnJava(): Promise<void> {
  return insistOn('java', 'Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless)');
}

async function insistOn(command: string, what: string): Promise<void> {
  try {
    await run(command, ['-version']);
  } catch {
    throw new ServerMissing(
      `Apache Kafka ${KAFKA_VERSION} needs ${what}; there is no \`${command}\` on this machine`,
    );
  }
}

/** `-C`: a jar whose checksum differs is a failure, not a warning. */
async function download(folder: string): Promise<void> {
  try {
    await run('mvn', ['-q', '-B', '-C', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], {
      cwd: folder,
      timeout: PATIENCE_MS,
    });
  } catch (error) {
    throw new ServerMissing(
      `Apache Kafka ${KAFKA_VERSION} could not be downloaded from Maven Central: ${firstError(error)}. ` +
        'Try again with the network there: npm run servers',
    );
  }
  if (!existsSync(join(folder, 'lib', `kafka_2.13-${KAFKA_VERSION}.jar`)))
    throw new ServerMissing(`Maven fetched no Apache Kafka ${KAFKA_VERSION}`);
}

/** In one step, so that the folder is whole whenever it is there; another process may have been quicker with the same. */
async function putInPlace(unfinished: string): Promise<void> {
  try {
    await rename(join(unfinished, 'lib'), kafkaFolder());
  } catch (error) {
    if (!isKafkaHere()) throw error;
  }
}

/** Maven says why on standard output, in a line that begins with `[ERROR]`. */
function firstError(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const line = output.split('\n').find((each) => each.startsWith('[ERROR]'));
  return line?.slice('[ERROR]'.length).trim() ?? String(error);
}
