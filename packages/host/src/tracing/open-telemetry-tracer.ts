import type { Tracer, Work } from '@jiandu/eventing';
import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { errorTrace } from '../http/error-trace.ts';

const KINDS: Readonly<Record<Work<unknown>['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/** Tells of work by the spans of a provider. What a span belongs to is always said, never guessed from what runs around it. */
export function openTelemetryTracer(provider: TracerProvider): Tracer {
  const tracer = provider.getTracer('jiandu');
  return async (work, run) => {
    const { name, kind, traceparent, attributes = {}, about } = work;
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes: { ...attributes } },
      under(traceparent),
    );
    try {
      const result = await run(traceparentOf(span.spanContext()));
      if (about !== undefined && span.isRecording()) span.setAttributes({ ...about(result) });
      return result;
    } catch (error) {
      // Its message may quote what somebody sent.
      span.setStatus({ code: SpanStatusCode.ERROR, message: errorTrace(error).name });
      throw error;
    } finally {
      span.end();
    }
  };
}

/** A trace that began elsewhere, or none. */
function under(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = '00'] = traceparent?.split('-') ?? [];
  const parent: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

/** A span as W3C trace context names it. */
function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, '0')}`;
}
