import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseFault } from '../faults/fault.ts';
import type { Switchboard } from '../faults/switchboard.ts';

export interface ControlServer {
  close(): void;
}

/** Serves the switches on loopback. The README lists the routes. */
export async function serveControl(
  faults: Switchboard,
  recordSystemEvent: () => Promise<void>,
  port: number,
): Promise<ControlServer> {
  const routes: Readonly<Record<string, (body: string) => unknown>> = {
    'GET /health': () => ({ ready: true }),
    'GET /faults': () => faults.counts(),
    'POST /faults': (body) => faults.arm(parseFault(JSON.parse(body))),
    'DELETE /faults': () => faults.clear(),
    'POST /system-events': () => recordSystemEvent(),
  };
  const server = createServer((request, response) => void serve(routes, request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function serve(
  routes: Readonly<Record<string, (body: string) => unknown>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = routes[`${request.method} ${request.url}`];
  try {
    const body = await text(request);
    if (route === undefined) return reply(response, 404, { error: 'no such route' });
    reply(response, 200, (await route(body)) ?? {});
  } catch (error) {
    const bad = error instanceof RangeError || error instanceof SyntaxError;
    reply(response, bad ? 400 : 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

function reply(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
