import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was received, with the process that sent it. */
export interface Span {
  readonly process: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What is read of a message (OTLP in JSON). */
interface Message {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}
interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
type SentSpan = Pick<Span, 'name' | 'traceId' | 'spanId'> & {
  readonly parentSpanId?: string;
  readonly attributes?: readonly Attribute[];
};

function valuesOf(attributes: readonly Attribute[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

function spansIn({ resourceSpans }: Message): readonly Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ name, traceId, spanId, parentSpanId = '', attributes = [] }) => ({
        process: String(valuesOf(resource.attributes)['service.name']),
        name,
        traceId,
        spanId,
        parentSpanId,
        attributes: valuesOf(attributes),
      })),
  );
}

/** A collector of spans: OTLP over HTTP, in JSON. */
export interface Collector {
  readonly url: string;
  readonly spans: Span[];
  /** The spans of one trace. */
  trace(traceId: string): readonly Span[];
  close(): Promise<void>;
}

export async function openCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const ours = request.url === '/v1/traces' && request.headers['content-type'] === 'application/json';
    if (ours) spans.push(...spansIn(JSON.parse(Buffer.concat(chunks).toString())));
    response.writeHead(ours ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    trace: (traceId) => spans.filter((each) => each.traceId === traceId),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A span and those it is part of, innermost first, with their processes. */
export function ancestry(spans: readonly Span[], span: Span | undefined): readonly string[] {
  const found: string[] = [];
  for (let at = span; at !== undefined; ) {
    const { process, name, parentSpanId } = at;
    found.push(`${process.replace('jiandu-', '')}: ${name}`);
    at = spans.find((each) => each.spanId === parentSpanId);
  }
  return found;
}
