import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RawAnswer } from '@jiandu/eventing';
import type { FastifyReply, FastifyRequest } from 'fastify';

const KEEP_ALIVE_MS = 15_000;

/** Answers that are still being written; ended when the server stops. */
export type OpenAnswers = Set<ServerResponse>;

/** Sends an answer that is not JSON as it is; a sequence is written as it comes, until the reader goes. */
export async function sendRaw(
  answer: RawAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenAnswers,
): Promise<FastifyReply> {
  reply.type(answer.contentType);
  if (answer.fileName !== undefined) reply.header('content-disposition', attachment(answer.fileName));
  if (typeof answer.body === 'string') return reply.send(answer.body);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  open.add(raw);
  try {
    if (request.method !== 'HEAD') await write(answer.body, raw, answer.contentType);
    raw.end();
  } catch {
    // The status is sent already: only a broken connection tells the reader that the answer is not whole.
    raw.destroy();
  } finally {
    open.delete(raw);
  }
  return reply;
}

async function write(body: AsyncIterable<string>, raw: ServerResponse, contentType: string): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  const gone = new Promise<'gone'>((resolve) => raw.once('close', () => resolve('gone')));
  // Proxies close connections on which nothing moves; a comment line is nothing to an event stream.
  const alive = contentType.startsWith('text/event-stream')
    ? setInterval(() => raw.write(': \n\n'), KEEP_ALIVE_MS).unref()
    : undefined;
  raw.flushHeaders();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), gone]);
      if (next === 'gone' || next.done) return;
      if (!raw.write(next.value)) await Promise.race([once(raw, 'drain'), gone]);
    }
  } finally {
    clearInterval(alive);
    // Not awaited: a sequence that waits for its next element ends only when that comes.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** RFC 6266, with the name in UTF-8. */
function attachment(fileName: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
