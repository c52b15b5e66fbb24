import { join } from 'node:path';
import { type RunningServer, startProcess } from '@jiandu/local-servers';

const MAIN = new URL('../main.ts', import.meta.url).pathname;

export interface HouseProcessWanted {
  /** A service, or `gateway`. */
  readonly service: string;
  readonly port: number;
  readonly directory: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A process of the house with its address. */
export interface HouseProcess extends RunningServer {
  readonly service: string;
  readonly url: string;
}

/** Starts one process of the house and resolves when it is ready; its log goes to a file of its own. */
export async function startHouseProcess({
  service,
  port,
  directory,
  settings,
}: HouseProcessWanted): Promise<HouseProcess> {
  const url = `http://127.0.0.1:${port}`;
  const running = await startProcess({
    name: service,
    command: process.execPath,
    args: [MAIN],
    port,
    logFile: join(directory, 'logs', `${service}.log`),
    env: { ...settings, JIANDU_SERVICE: service, JIANDU_PORT: String(port), JIANDU_HOST: '127.0.0.1' },
    ready: async () => (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok,
    patienceMs: 180_000,
  });
  return Object.defineProperties(running, {
    service: { value: service, enumerable: true },
    url: { value: url, enumerable: true },
  }) as HouseProcess;
}
