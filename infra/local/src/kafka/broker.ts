import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningServer, startProcess } from '../running-server.ts';
import type { Installation } from './installation.ts';
import { propertiesOf } from './properties.ts';
import { KAFKA_VERSION } from './version.ts';

const run = promisify(execFile);

export interface BrokerWanted {
  /** Place in the cluster, from 0. */
  readonly index: number;
  readonly installation: Installation;
  readonly directory: string;
  /** Folder of Kafka's jars. */
  readonly jars: string;
}

/** Starts one broker on its own data, formatted on first use; resolves when it answers requests. */
export async function startBroker({
  index,
  installation,
  directory,
  jars,
}: BrokerWanted): Promise<RunningServer> {
  const home = join(directory, `broker-${index + 1}`);
  const data = join(home, 'data');
  const properties = join(home, 'server.properties');
  mkdirSync(home, { recursive: true });
  writeFileSync(properties, propertiesOf(index, installation, data));
  const classpath = ['-cp', join(jars, '*')];
  if (!existsSync(join(data, 'meta.properties'))) {
    const format = [
      'kafka.tools.StorageTool',
      'format',
      `--cluster-id=${installation.clusterId}`,
      '-c',
      properties,
    ];
    await run('java', [...classpath, ...format, '--ignore-formatted']);
  }
  const port = installation.ports[index]?.broker ?? 0;
  return startProcess({
    name: `Apache Kafka ${KAFKA_VERSION}${installation.ports.length > 1 ? ` (${index + 1})` : ''}`,
    command: 'java',
    args: [
      '-Xms128m',
      `-Xmx${installation.ports.length > 1 ? 384 : 512}m`,
      // Two cores: a broker that is there sooner is worth more than one that is faster after minutes.
      '-XX:TieredStopAtLevel=1',
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
      '-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn',
      '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
      ...classpath,
      'kafka.Kafka',
      properties,
    ],
    port,
    logFile: join(home, 'broker.log'),
    ready: () => answersRequests(port),
  });
}

/** Bytes of an ApiVersions request, version 0, without a client id: the first that every client asks. */
const API_VERSIONS = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);

const ANSWER_WITHIN_MS = 1_000;

/** A broker's port is open well before it answers. */
function answersRequests(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(ANSWER_WITHIN_MS, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
    socket.once('data', () => answer(true));
    socket.write(API_VERSIONS);
  });
}
