import type { Tracer } from '@jiandu/eventing';
import { type DistributedSettings, openTelemetryTracer } from '@jiandu/host';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

/** Spans wait so long to be sent together. */
const TOGETHER_MS = 1_000;

/** The tracing of one process. */
export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what is still to be sent; a collector that is away loses it, and holds up nobody. */
  close(): Promise<void>;
}

type TracingSettings = Pick<DistributedSettings, 'JIANDU_SERVICE' | 'JIANDU_OTLP_URL' | 'JIANDU_TRACE_RATIO'>;

/**
 * Sends spans to the collector of the settings, as OTLP over HTTP in JSON; nothing without one. A trace that was begun elsewhere is
 * recorded when its beginner records it, a new one by the ratio.
 */
export function openTracing(settings: TracingSettings): Tracing | undefined {
  const { JIANDU_SERVICE: service, JIANDU_OTLP_URL: collector, JIANDU_TRACE_RATIO: ratio } = settings;
  if (collector === undefined) return undefined;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `jiandu-${service}`, 'service.namespace': 'jiandu' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: tracesAt(collector) }),
        scheduledDelayMillis: TOGETHER_MS,
      }),
    ],
  });
  return {
    tracer: openTelemetryTracer(provider),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** A collector's own address takes traces at `/v1/traces`; another path is taken as it is. */
function tracesAt(collector: string): string {
  const url = new URL(collector);
  if (url.pathname === '/') url.pathname = '/v1/traces';
  return url.href;
}
