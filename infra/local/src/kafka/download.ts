import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as maven from '../maven.ts';
import { type Say, ServerMissing } from '../running-server.ts';
import { makeWhole, wholeFolder } from '../whole-folder.ts';
import { KAFKA_VERSION } from './version.ts';

const NAME = `Apache Kafka ${KAFKA_VERSION}`;
const FOLDER = `kafka-${KAFKA_VERSION}`;
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
  return wholeFolder(FOLDER);
}

/** Whether Kafka has been fetched. */
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
  await maven.insistOnMaven(NAME);
  say(`正在下载 ${NAME}（约 44 MB） … / downloading ${NAME} (about 44 MB) …`);
  await makeWhole(FOLDER, async (empty) => {
    await writeFile(join(empty, 'pom.xml'), POM);
    await maven.download({
      server: NAME,
      goal: ['dependency:copy-dependencies', '-DoutputDirectory=lib'],
      cwd: empty,
      patienceMs: PATIENCE_MS,
      again: 'npm run servers',
    });
    const jars = join(empty, 'lib');
    if (!existsSync(join(jars, `kafka_2.13-${KAFKA_VERSION}.jar`)))
      throw new ServerMissing(`Maven fetched no ${NAME}`);
    return jars;
  });
  say(`已下载 ${NAME} / ${NAME} is there: ${kafkaFolder()}`);
  return kafkaFolder();
}

/** Rejects with `ServerMissing` where no Java can be started. */
export function insistOnJava(): Promise<void> {
  return maven.insistOnJava(NAME);
}
