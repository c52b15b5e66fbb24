/** Milliseconds after which a reader that lost the connection comes back. */
const RETRY_MS = 3000;

/** Opening line of a stream of server-sent events. */
export const OPENING = `retry: ${RETRY_MS}\n\n`;

/** One server-sent event; its id is what `Last-Event-ID` goes on from. */
export function serverSent(position: number, type: string, payload: unknown): string {
  return `id: ${position}\nevent: ${type}\ndata: ${JSON.stringify(payload)}\n\n`;
}

/** A comment: moves nothing, but tells that the stream lives and how far it has come. */
export function comment(position: number): string {
  return `: ${position}\n\n`;
}
