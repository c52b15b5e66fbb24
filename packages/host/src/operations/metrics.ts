import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Outcome, Runtime } from '@jiandu/eventing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type ApartParts, addApartMetrics } from './apart-metrics.ts';
import { setToldSoon } from './told-soon.ts';

const NANOSECONDS = 1e9;
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What Prometheus is told. Labels hold names of routes, commands and views only, never anything that was sent. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #durations: Histogram<'method' | 'route' | 'status'>;
  readonly #commands: Counter<'command' | 'outcome' | 'code'>;
  readonly #notHeld: Counter;
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });

  /** `apart`: where every service is a process of its own, what there is to tell beside. */
  constructor(runtime: Runtime, apart?: ApartParts) {
    const registers = [this.#registry];
    this.#durations = new Histogram({
      name: 'jiandu_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers,
    });
    this.#commands = new Counter({
      name: 'jiandu_commands_total',
      help: 'Commands given by people, by outcome and code of refusal',
      labelNames: ['command', 'outcome', 'code'],
      registers,
    });
    this.#notHeld = new Counter({
      name: 'jiandu_sessions_beyond_registry_total',
      help: 'Sessions whose token names offices that the registry does not know of its person',
      registers,
    });
    this.#delay.enable();
    this.#addProgress(runtime);
    this.#addProcess();
    if (apart !== undefined) addApartMetrics(this.#registry, runtime, apart);
  }

  /** Hook that times the answers of one route. */
  timing(method: string, route: string) {
    return (_request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      this.#durations.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    };
  }

  /** Counts what became of one command. */
  countCommand(command: string): (outcome: Outcome) => void {
    const done = { command, outcome: 'done', code: '' };
    const repeated = { command, outcome: 'repeated', code: '' };
    return (outcome) => {
      if (outcome.done) this.#commands.inc(outcome.repeated ? repeated : done);
      else this.#commands.inc({ command, outcome: 'refused', code: outcome.refusal.code });
    };
  }

  /** Counts a session whose token names more than the registry knows. */
  countNotHeld(): void {
    this.#notHeld.inc();
  }

  /** The text format of Prometheus. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  stop(): void {
    this.#delay.disable();
  }

  #addProgress(runtime: Runtime): void {
    const registers = [this.#registry];
    new Gauge({
      name: 'jiandu_view_lag_events',
      help: 'Events that a view has not folded yet',
      labelNames: ['view'],
      registers,
      async collect() {
        const views = runtime.views.map((view) => ({
          labels: { view: view.name },
          ask: () => view.lag(),
        }));
        await setToldSoon(this, views);
      },
    });
    new Gauge({
      name: 'jiandu_policy_lag_events',
      help: 'Events that the policies of a service have not handled yet',
      labelNames: ['service'],
      registers,
      async collect() {
        const policies = [...runtime.policies].map(([service, runner]) => ({
          labels: { service },
          ask: () => runner.lag(),
        }));
        await setToldSoon(this, policies);
      },
    });
    new Gauge({
      name: 'jiandu_parked_events',
      help: 'Events that a policy could not handle, and those waiting behind them',
      labelNames: ['service'],
      registers,
      collect() {
        for (const [service, runner] of runtime.policies) this.set({ service }, runner.parkedCount);
      },
    });
  }

  #addProcess(): void {
    const registers = [this.#registry];
    const delay = this.#delay;
    new Gauge({
      name: 'jiandu_event_loop_lag_seconds',
      help: 'Delay of the event loop since the last look, 99th percentile',
      registers,
      collect() {
        this.set(delay.percentile(99) / NANOSECONDS);
        delay.reset();
      },
    });
    new Gauge({
      name: 'process_start_time_seconds',
      help: 'Start of the process, in seconds since 1970',
      registers,
    }).set(performance.timeOrigin / 1000);
    new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Resident memory',
      registers,
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
  }
}
