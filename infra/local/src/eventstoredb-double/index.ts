import { join } from 'node:path';
import { freePort, type RunningServer, type Say, startProcess } from '../running-server.ts';
import { controlAt, type DoubleControl } from './control/double-control.ts';
import { NAME, SERVER_VERSION } from './marker.ts';

export type { DoubleControl } from './control/double-control.ts';
export { FAULTS, type FaultCounts, type FaultName, type FaultToArm, type Operation } from './faults/fault.ts';
export { MARKER } from './marker.ts';

/** A test double of EventStoreDB that runs in a process of its own. */
export interface EventStoreDouble extends RunningServer {
  /** Connection string of the official client. */
  readonly url: string;
  /** Switches faults on and tells how often they fired. */
  readonly control: DoubleControl;
}

export interface EventStoreDoubleWanted {
  /** Where its log goes; the same directory serves the same events again. */
  readonly directory: string;
  readonly say: Say;
  /** A free one unless told. */
  readonly port?: number;
}

const MAIN = join(import.meta.dirname, 'main.ts');

/** Starts the double and resolves when it serves. */
export async function startEventStoreDouble({
  directory,
  say,
  port,
}: EventStoreDoubleWanted): Promise<EventStoreDouble> {
  const [servingAt, controlPort] = [port ?? (await freePort()), await freePort()];
  const { ready, ...control } = controlAt(`http://127.0.0.1:${controlPort}`);
  const running = await startProcess({
    name: `${NAME} ${SERVER_VERSION}`,
    command: process.execPath,
    args: [
      MAIN,
      ...['--directory', directory],
      ...['--port', String(servingAt)],
      ...['--control-port', String(controlPort)],
    ],
    port: servingAt,
    logFile: join(directory, 'double.log'),
    env: {},
    ready,
  });
  say(`${running.name} (not for production) at 127.0.0.1:${servingAt}, log ${running.logFile}`);
  return Object.assign(running, { url: `esdb://127.0.0.1:${servingAt}?tls=false`, control });
}
