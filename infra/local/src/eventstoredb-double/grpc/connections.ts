import { once } from 'node:events';
import { createServer, type Socket, type Server as TcpServer } from 'node:net';
import { type Server, ServerCredentials } from '@grpc/grpc-js';

/** The connections of a gRPC server, so that one of them can be cut in the middle of a call. */
export class Connections {
  readonly #sockets = new Map<string, Socket>();
  readonly #tcp: TcpServer;

  constructor(server: Server) {
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    this.#tcp = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.once('close', () => this.#sockets.delete(peer));
      socket.on('error', () => undefined);
      injector.injectConnection(socket);
    });
  }

  /** Listens on loopback only. */
  async listen(port: number): Promise<number> {
    this.#tcp.listen(port, '127.0.0.1');
    await once(this.#tcp, 'listening');
    const address = this.#tcp.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    return address.port;
  }

  /** Cuts the connection over which a call came, with everything that runs on it. */
  cut(call: { getPeer(): string }): void {
    this.#sockets.get(call.getPeer())?.destroy();
  }

  close(): void {
    this.#tcp.close();
    for (const socket of this.#sockets.values()) socket.destroy();
  }
}
