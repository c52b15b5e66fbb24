import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, type RunningServer, type Say, ServerMissing, startProcess } from '../running-server.ts';
import { fetchSecantus, SECANTUS_COMMAND, SECANTUSDB, secantusPython } from './secantusdb.ts';

export { fetchSecantus as fetchMongoServer } from './secantusdb.ts';

export interface MongoServerOptions {
  /** Where its data and its log lie. */
  readonly directory: string;
  readonly say: Say;
  /** A free port unless told. */
  readonly port?: number;
  /** Whether it may be downloaded when it is not there; yes unless told. */
  readonly download?: boolean;
}

export interface MongoServer extends RunningServer {
  /** For a driver, e.g. `mongodb://127.0.0.1:27017/?replicaSet=secantus`. */
  readonly url: string;
  /** Of SecantusDB; it answers as MongoDB 8.2. */
  readonly version: string;
}

/**
 * Starts a server that speaks MongoDB's protocol, as a replica set of one; what it has acknowledged is on disk. It takes
 * `configureFailPoint`, so that tests can make it fail.
 * @throws ServerMissing when it is not there and cannot, or may not, be downloaded
 */
export async function startMongoServer(options: MongoServerOptions): Promise<MongoServer> {
  const { directory, say, download = true } = options;
  if (!existsSync(secantusPython())) {
    if (!download)
      throw new ServerMissing(`SecantusDB ${SECANTUSDB} is not there; npm run servers fetches it`);
    await fetchSecantus(say);
  }
  const data = join(directory, 'data');
  await mkdir(data, { recursive: true });
  const port = options.port ?? (await freePort());
  const server = await startProcess({
    name: `SecantusDB ${SECANTUSDB}`,
    command: secantusPython(),
    args: [
      ...SECANTUS_COMMAND,
      ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', data],
      ...['--sync-on-commit', '--enable-test-commands', '--log-level', 'WARNING'],
    ],
    port,
    logFile: join(directory, 'mongodb.log'),
    cwd: directory,
    ready: () => listens(port),
  });
  return Object.assign(server, {
    url: `mongodb://127.0.0.1:${port}/?replicaSet=secantus`,
    version: SECANTUSDB,
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
