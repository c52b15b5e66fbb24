import { randomUUID } from 'node:crypto';
import type { AppendQueue } from './append/append-queue.ts';
import { metastreamOf, type ProposedEvent } from './log/stored-event.ts';

/** Streams the real server keeps for itself stand in `$all` too, so that whoever reads it must cope with them. */
export async function recordStatistics(queue: AppendQueue, port: number): Promise<void> {
  const stream = `$stats-127.0.0.1:${port}`;
  await queue.write({
    kind: 'append',
    stream: metastreamOf(stream),
    expected: 'no_stream',
    events: [event('$metadata', { $maxCount: 100 })],
  });
  const { heapUsed, rss } = process.memoryUsage();
  await queue.write({
    kind: 'append',
    stream,
    expected: 'any',
    events: [event('$statsCollected', { 'proc-mem': rss, 'proc-heap': heapUsed })],
  });
}

function event(type: string, data: object): ProposedEvent {
  return {
    id: randomUUID(),
    type,
    json: true,
    data: Buffer.from(JSON.stringify(data)),
    metadata: new Uint8Array(),
  };
}
