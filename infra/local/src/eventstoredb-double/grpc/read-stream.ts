import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Streams } from './protocol.ts';

export type ReadCall = ServerWritableStream<Streams.ReadReq, Streams.ReadResp>;

/** Resolves with whether it had to wait for the reader. */
export async function write(call: ReadCall, answer: Streams.ReadResp): Promise<boolean> {
  if (call.cancelled || call.write(answer)) return false;
  const gone = new AbortController();
  const leave = () => gone.abort();
  call.once('cancelled', leave).once('close', leave);
  await once(call, 'drain', { signal: gone.signal }).catch(() => undefined);
  call.off('cancelled', leave).off('close', leave);
  return true;
}
