import type { Tracer } from '@jiandu/eventing';
import type { DistributedSettings } from '@jiandu/host';
import { overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { expect, test } from 'vitest';
import { openTracing, type Tracing } from '../../src/tracing/tracing.ts';
import { openHouseApart } from '../gateway/house-apart.ts';
import { look } from '../gateway/looking.ts';
import { openCollector } from './collector.ts';
import { followApproval } from './one-command-followed.ts';

const example = workedMatters.find(({ id }) => id === 'EX-02') as (typeof workedMatters)[number];

function tracingTo(url: string, ratio = 1) {
  const opened: Tracing[] = [];
  const tracerOf = (process: string): Tracer => {
    const tracing = openTracing({
      JIANDU_SERVICE: process as DistributedSettings['JIANDU_SERVICE'],
      JIANDU_OTLP_URL: url,
      JIANDU_TRACE_RATIO: ratio,
    });
    if (tracing === undefined) throw new Error('there is a collector');
    opened.push(tracing);
    return tracing.tracer;
  };
  return { tracerOf, close: () => Promise.all(opened.map((each) => each.close())) };
}

test('one command is followed from the caller through four services to the view that shows it', async () => {
  const collector = await openCollector();
  const tracing = tracingTo(collector.url);
  const house = await openHouseApart({ tracerOf: tracing.tracerOf });
  try {
    const { differences } = await play(example, overHttp(house.url));
    expect(differences).toEqual([]);
    const { events } = await house.store.readAll(0, 100_000);
    await house.close();
    await tracing.close();
    const traceId = followApproval(collector, example.number ?? '');
    const opened = events.find(({ type }) => type === 'VerificationOpened');
    expect(opened?.metadata.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  } finally {
    await collector.close();
  }
}, 120_000);

test('a trace begun by the caller goes on under the caller’s decision; nothing is recorded of what he does not record', async () => {
  const collector = await openCollector();
  const tracing = tracingTo(collector.url, 0);
  const house = await openHouseApart({ tracerOf: tracing.tracerOf });
  const traced = '0af7651916cd43dd8448eb211c80319c';
  const unrecorded = '1bf7651916cd43dd8448eb211c80319d';
  try {
    for (const [trace, flags] of [
      [traced, '01'],
      [unrecorded, '00'],
    ]) {
      const traceparent = `00-${trace}-b7ad6b7169203331-${flags}`;
      await look(house.url, { method: 'GET', path: '/v1/intake/leads', headers: { traceparent } });
    }
    await look(house.url, { method: 'GET', path: '/v1/intake/leads' });
    await house.close();
    await tracing.close();
    expect(collector.spans.map(({ traceId, process, name }) => [traceId, process, name])).toEqual(
      expect.arrayContaining([
        [traced, 'jiandu-gateway', 'gateway GET /v1/intake/leads'],
        [traced, 'jiandu-intake', 'GET /v1/intake/leads'],
      ]),
    );
    expect(collector.spans.filter(({ traceId }) => traceId !== traced)).toEqual([]);
  } finally {
    await collector.close();
  }
}, 120_000);

test('without a collector there is no tracing', () => {
  expect(
    openTracing({ JIANDU_SERVICE: 'intake', JIANDU_OTLP_URL: undefined, JIANDU_TRACE_RATIO: 1 }),
  ).toBeUndefined();
});
