import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { hostRefusals, refuseByHost } from '../host-refusals.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

/** Answers what is not HTTP, or never arrives whole, and hangs up. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const refusal = refuseByHost(slow ? 'request.slow' : 'request.malformed');
  const problem = problemOf(refusal, hostRefusals, randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    slow ? 'HTTP/1.1 408 Request Timeout' : 'HTTP/1.1 400 Bad Request',
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
