import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppendQueue } from './append/append-queue.ts';
import { serveControl } from './control/control-server.ts';
import { Switchboard } from './faults/switchboard.ts';
import { serveGrpc } from './grpc/grpc-server.ts';
import { LogFile } from './log/log-file.ts';
import { LogIndex } from './log/log-index.ts';
import { NAME, SERVER_VERSION } from './marker.ts';
import { recordStatistics } from './system-events.ts';

console.log(`${NAME}: NOT EventStoreDB, not for production; imitates version ${SERVER_VERSION}`);

const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    port: { type: 'string' },
    'control-port': { type: 'string' },
  },
});
const { directory } = values;
if (directory === undefined) throw new Error('--directory says where the log is');
const port = portNamed('port');
const controlPort = portNamed('control-port');

const index = new LogIndex();
const log = await LogFile.open(join(directory, 'events.log'), (event) => index.add(event), console.log);
const queue = new AppendQueue(log, index);
const faults = new Switchboard();
await recordStatistics(queue, port);
const grpc = await serveGrpc({ index, queue, faults }, port);
const control = await serveControl(faults, () => recordStatistics(queue, port), controlPort);
console.log(`${index.all.length} events, serving at 127.0.0.1:${port}, switches at 127.0.0.1:${controlPort}`);

process.once('SIGTERM', stop);
process.once('SIGINT', stop);

async function stop(): Promise<void> {
  grpc.close();
  control.close();
  await queue.idle();
  await log.close();
  console.log('stopped');
}

function portNamed(option: 'port' | 'control-port'): number {
  const said = Number(values[option]);
  if (!Number.isInteger(said) || said < 1 || said > 65_535) throw new Error(`--${option} is not a port`);
  return said;
}
