import { openTelemetryTracer } from '@jiandu/host';
import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';

function tracing() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  return { exporter, tracer: openTelemetryTracer(provider) };
}

test('work that fails hands its error on, and its span tells the kind of error, never what it says', async () => {
  const { exporter, tracer } = tracing();
  const error = new RangeError('no lead of 马某');
  const failing = tracer({ name: 'intake.acceptLead', kind: 'internal' }, async () => Promise.reject(error));
  await expect(failing).rejects.toBe(error);
  const [span] = exporter.getFinishedSpans();
  expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'RangeError' });
  expect(span?.events).toEqual([]);
});

test.each([
  ['none', undefined],
  ['one that is malformed', '00-zz-b7ad6b7169203331-01'],
  ['one of zeros', '00-00000000000000000000000000000000-0000000000000000-01'],
])('with %s to belong to, a trace of its own begins', async (_what, traceparent) => {
  const { exporter, tracer } = tracing();
  const own = await tracer(
    { name: 'w', kind: 'server', ...(traceparent === undefined ? {} : { traceparent }) },
    async (given) => given,
  );
  const [span] = exporter.getFinishedSpans();
  expect(span?.parentSpanContext).toBeUndefined();
  const { traceId, spanId } = span?.spanContext() ?? {};
  expect(own).toBe(`00-${traceId}-${spanId}-01`);
});
