import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../running-server.ts';

/** Ports of one broker on loopback: for clients, and among the controllers. */
export interface BrokerPorts {
  readonly broker: number;
  readonly controller: number;
}

/** What makes a data directory one cluster: kept in it, so that a later start finds the same. */
export interface Installation {
  /** Written on the brokers' data by formatting. */
  readonly clusterId: string;
  readonly ports: readonly BrokerPorts[];
}

const FILE = 'cluster.json';

/**
 * Reads a directory's installation, or makes one. Ports are the same as last time where nobody else listens there now.
 * Throws a `RangeError` when the directory belongs to a cluster of another size.
 */
export async function installationIn(directory: string, brokers: number): Promise<Installation> {
  mkdirSync(directory, { recursive: true });
  const kept = read(join(directory, FILE));
  if (kept !== undefined && kept.ports.length !== brokers)
    throw new RangeError(`${directory} holds a cluster of ${kept.ports.length}, not of ${brokers}`);
  const taken = new Set<number>();
  const ports: BrokerPorts[] = [];
  for (let index = 0; index < brokers; index += 1) {
    ports.push({
      broker: await portFor(kept?.ports[index]?.broker, taken),
      controller: await portFor(kept?.ports[index]?.controller, taken),
    });
  }
  const installation = { clusterId: kept?.clusterId ?? randomBytes(16).toString('base64url'), ports };
  write(join(directory, FILE), installation);
  return installation;
}

function read(file: string): Installation | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** By way of another name, so that a crash leaves the old one or the new one. */
function write(file: string, installation: Installation): void {
  writeFileSync(`${file}.new`, JSON.stringify(installation, undefined, 2));
  renameSync(`${file}.new`, file);
}

async function portFor(kept: number | undefined, taken: Set<number>): Promise<number> {
  let port = kept !== undefined && (await isFree(kept)) ? kept : await freePort();
  while (taken.has(port)) port = await freePort();
  taken.add(port);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  server.listen(port, '127.0.0.1');
  const free = await outcome.catch(() => false);
  if (free) {
    server.close();
    await once(server, 'close');
  }
  return free;
}
