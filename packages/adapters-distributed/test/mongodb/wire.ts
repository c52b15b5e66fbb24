import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can break: everything at once, or an answer on its way back. */
export interface Wire {
  /** For a driver; through this wire only. */
  readonly url: string;
  /** Nobody gets through any more. */
  cut(): void;
  mend(): void;
  /** What is sent from now on takes so many milliseconds longer. */
  slow(milliseconds: number): void;
  /** Delivers the next commands of a name, and hangs up in place of their answers. */
  loseAnswers(command: string, times: number): void;
  /** Answers lost so far. */
  readonly lost: number;
  /** Connections refused or broken so far. */
  readonly broken: number;
  close(): Promise<void>;
}

/** Lays a wire to a port of this machine. */
export async function layWire(port: number): Promise<Wire> {
  const ends = new Set<Socket>();
  const state = { cut: false, command: '', times: 0, lost: 0, broken: 0, slowMs: 0 };
  const server = createServer((near) => {
    if (state.cut) {
      state.broken += 1;
      near.destroy();
      return;
    }
    const far = connect({ host: '127.0.0.1', port });
    let loseNext = false;
    const hangUp = () => {
      near.destroy();
      far.destroy();
      ends.delete(near);
    };
    ends.add(near);
    near.on('data', (bytes) => {
      if (state.times > 0 && bytes.includes(`${state.command}\0`)) {
        state.times -= 1;
        loseNext = true;
      }
      if (state.slowMs === 0) far.write(bytes);
      else setTimeout(() => far.write(bytes), state.slowMs);
    });
    far.on('data', (bytes) => {
      if (!loseNext) return near.write(bytes);
      state.lost += 1;
      hangUp();
    });
    for (const end of [near, far]) {
      end.on('error', hangUp);
      end.on('close', hangUp);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');
  return {
    url: `mongodb://127.0.0.1:${address.port}/?directConnection=true`,
    cut: () => {
      state.cut = true;
      state.broken += ends.size;
      for (const end of ends) end.destroy();
    },
    mend: () => {
      state.cut = false;
    },
    slow: (milliseconds) => {
      state.slowMs = milliseconds;
    },
    loseAnswers: (command, times) => {
      state.command = command;
      state.times = times;
    },
    get lost() {
      return state.lost;
    },
    get broken() {
      return state.broken;
    },
    close: async () => {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
