import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { freePort } from '../local/src/free-port.ts';
import { startProcess } from '../local/src/running-server.ts';
import { programOf } from './tools.ts';

const run = promisify(execFile);
const here = import.meta.dirname;

/** A broker that asks clients who they are, on the settings of `infra/compose/production.yml`. */
export interface AskingBroker {
  /** For clients, over TLS. */
  readonly address: string;
  readonly authority: string;
  password(user: string): string;
  stop(): Promise<void>;
}

const TOOLS = {
  'kafka-topics.sh': 'org.apache.kafka.tools.TopicCommand',
  'kafka-configs.sh': 'kafka.admin.ConfigCommand',
  'kafka-acls.sh': 'org.apache.kafka.tools.AclCommand',
} as const;

/**
 * Runs `access.sh` with the operator's tools. Each of them would start a Java of its own: here they write down what they are
 * asked, and one Java does it all, in that order, with the tools' own programs.
 */
async function giveAccess(
  directory: string,
  jars: string,
  bootstrap: string,
  secrets: string,
): Promise<void> {
  const asked = join(directory, 'asked');
  const bin = join(directory, 'bin');
  mkdirSync(bin);
  for (const [name, main] of Object.entries(TOOLS)) {
    const words = `printf '%s' '${main}'; printf '\\t%s' "$@"; echo`;
    writeFileSync(join(bin, name), `#!/bin/sh\n[ "$3" = --list ] || { ${words}; } >>'${asked}'\n`, {
      mode: 0o755,
    });
  }
  const env = { ...process.env, KAFKA_BIN: bin, KAFKA_SECRETS: secrets };
  await run('sh', [join(here, '../kafka/access.sh'), bootstrap, '1'], { env });
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=off';
  await run('java', ['-Xmx256m', quiet, '-cp', join(jars, '*'), join(here, 'RunTools.java'), asked]);
}

async function answers(bootstrap: string): Promise<boolean> {
  const retry = { retries: 0 };
  const admin = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING, retry }).admin();
  try {
    await admin.connect();
    await admin.listTopics();
    return true;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}

/**
 * Makes the secrets by `make-secrets.sh`, starts one broker of the real Kafka on `production.properties` (only its ports and
 * folders differ), and runs `access.sh` against it. Needs the tool `kafka-tools`.
 */
export async function startAskingBroker(directory: string): Promise<AskingBroker> {
  const jars = dirname(programOf('kafka-tools') ?? '');
  const secrets = join(directory, 'secrets');
  await run('sh', [join(here, '../compose/make-secrets.sh'), secrets]);
  const [clients, local, controller] = [await freePort(), await freePort(), await freePort()];
  const properties = join(directory, 'server.properties');
  writeFileSync(
    properties,
    readFileSync(join(here, '../kafka/production.properties'), 'utf8')
      .replaceAll('CLIENTS://:9092', `CLIENTS://127.0.0.1:${clients}`)
      .replaceAll('CLIENTS://kafka:9092', `CLIENTS://127.0.0.1:${clients}`)
      .replaceAll('127.0.0.1:9094', `127.0.0.1:${local}`)
      .replaceAll('127.0.0.1:9093', `127.0.0.1:${controller}`)
      .replaceAll('/run/secrets/kafka_certificate', join(secrets, 'kafka.pem'))
      .replaceAll('/var/lib/kafka/data', join(directory, 'data'))
      // A small machine: fewer partitions of Kafka's own topic to make.
      .concat('offsets.topic.num.partitions=1\ngroup.initial.rebalance.delay.ms=0\n'),
  );
  const java = ['-Xmx384m', '-cp', join(jars, '*')];
  await run('java', [
    ...java,
    'kafka.tools.StorageTool',
    'format',
    '-t',
    'amlhbmR1LWNvbXBvc2UtMQ',
    '-c',
    properties,
  ]);
  const bootstrap = `127.0.0.1:${local}`;
  const broker = await startProcess({
    name: 'Kafka that asks',
    command: 'java',
    args: [...java, 'kafka.Kafka', properties],
    port: local,
    logFile: join(directory, 'broker.log'),
    ready: () => answers(bootstrap),
    patienceMs: 180_000,
  });
  try {
    await giveAccess(directory, jars, bootstrap, secrets);
  } catch (error) {
    await broker.stop();
    throw error;
  }
  return {
    address: `127.0.0.1:${clients}`,
    authority: readFileSync(join(secrets, 'ca.crt'), 'utf8'),
    password: (user) =>
      readFileSync(join(secrets, `kafka_${user.replace(/^jiandu-/, '')}`), 'utf8').trimEnd(),
    stop: () => broker.stop(),
  };
}
