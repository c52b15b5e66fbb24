import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Limits } from '@jiandu/host';
import { openLog } from '@jiandu/host';
import { services } from '@jiandu/standalone/services';
import { buildGateway } from '../../src/gateway/gateway.ts';

/** What a stub saw of a request. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A gateway before one server that stands for all services and answers as it is told. */
export interface StubbedGateway {
  readonly url: string;
  readonly arrived: Arrived[];
  readonly server: Server;
  close(): Promise<void>;
}

export async function openStubbedGateway(
  answer: Answering,
  limits: Partial<Omit<Limits, 'rate'>> = {},
): Promise<StubbedGateway> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway = await buildGateway({
    services,
    addressOf: () => `http://127.0.0.1:${port}`,
    mode: 'test',
    log: openLog('silent'),
    limits,
    corsOrigins: ['https://desk.example'],
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    arrived,
    server,
    close: async () => {
      await gateway.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
