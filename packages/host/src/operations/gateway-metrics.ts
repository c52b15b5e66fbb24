import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** What Prometheus is told of the gateway. Labels hold names of services and methods only, never anything that was sent. */
export class GatewayMetrics {
  readonly #registry = new Registry();
  readonly #durations: Histogram<'service' | 'method' | 'status'>;
  readonly #failures: Counter<'service' | 'kind'>;
  readonly #waits: Histogram<'outcome'>;
  readonly #inFlight: Gauge<'service'>;

  constructor() {
    const registers = [this.#registry];
    new Gauge({
      name: 'process_start_time_seconds',
      help: 'Start of the process, in seconds since 1970',
      registers,
    }).set(performance.timeOrigin / 1000);
    this.#durations = new Histogram({
      name: 'jiandu_gateway_request_duration_seconds',
      help: 'Time from sending a request on to the last byte of its answer',
      labelNames: ['service', 'method', 'status'],
      buckets: BUCKETS,
      registers,
    });
    this.#failures = new Counter({
      name: 'jiandu_gateway_unanswered_total',
      help: 'Requests that a service did not answer: away, nothing was sent; lost, it may have acted',
      labelNames: ['service', 'kind'],
      registers,
    });
    this.#waits = new Histogram({
      name: 'jiandu_gateway_settle_seconds',
      help: 'Time that after waited for what follows in all services',
      labelNames: ['outcome'],
      buckets: BUCKETS,
      registers,
    });
    this.#inFlight = new Gauge({
      name: 'jiandu_gateway_in_flight',
      help: 'Requests sent on to a service whose answer is not complete',
      labelNames: ['service'],
      registers,
    });
  }

  /** Counts a request from now until the function it answers is called, once. */
  forwarding(service: string): (method: string, status: number) => void {
    const began = performance.now();
    this.#inFlight.inc({ service });
    return (method, status) => {
      this.#inFlight.dec({ service });
      this.#durations.observe({ service, method, status }, (performance.now() - began) / 1000);
    };
  }

  failed(service: string, kind: 'away' | 'lost'): void {
    this.#failures.inc({ service, kind });
  }

  readonly waited = (outcome: 'settled' | 'late' | 'away', seconds: number): void => {
    this.#waits.observe({ outcome }, seconds);
  };

  /** The text format of Prometheus. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
