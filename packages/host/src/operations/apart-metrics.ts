import type { Relay, Runtime } from '@jiandu/eventing';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { EngineWatch } from './engine-watch.ts';
import { setToldSoon, soon } from './told-soon.ts';

export interface ApartParts {
  readonly engines: EngineWatch;
  readonly relays: readonly Relay[];
}

/** What Prometheus is told beside, where every service is a process of its own. */
export function addApartMetrics(registry: Registry, runtime: Runtime, { engines, relays }: ApartParts): void {
  const registers = [registry];
  new Gauge({
    name: 'jiandu_engine_up',
    help: 'Whether a server this service stands on answered within the last seconds',
    labelNames: ['engine'],
    registers,
    collect() {
      for (const { name, up } of engines.standings) this.set({ engine: name }, up ? 1 : 0);
    },
  });
  new Counter({
    name: 'jiandu_outages_total',
    help: 'How often a server this service stands on has gone away since the start',
    labelNames: ['engine'],
    registers,
    collect() {
      this.reset();
      for (const { name, outages } of engines.standings) this.inc({ engine: name }, outages);
    },
  });
  new Gauge({
    name: 'jiandu_relay_lag_events',
    help: 'Events of the record that a relay has not looked through yet; estimated where it is far behind',
    labelNames: ['topic'],
    registers,
    async collect() {
      const asked = relays.map((relay) => ({ labels: { topic: relay.topic }, ask: () => relay.behind() }));
      await setToldSoon(this, asked);
    },
  });
  new Counter({
    name: 'jiandu_relay_published_total',
    help: 'Events that a relay has published since the start, repetitions included',
    labelNames: ['topic'],
    registers,
    collect() {
      this.reset();
      for (const { topic, published } of relays) this.inc({ topic }, published);
    },
  });
  addStandingStill(registers, runtime, relays);
}

interface Consumer {
  readonly name: string;
  /** Grows with everything it does. */
  readonly moved: number;
  behind(): Promise<number>;
}

function consumersOf(runtime: Runtime, relays: readonly Relay[]): readonly Consumer[] {
  return [
    ...runtime.views.map((view) => ({
      name: `view ${view.name}`,
      moved: view.position,
      behind: () => view.lag(),
    })),
    ...[...runtime.policies].map(([service, runner]) => ({
      name: `policies ${service}`,
      moved: runner.deliveries,
      behind: () => runner.lag(),
    })),
    ...relays.map((relay) => ({
      name: `relay ${relay.topic}`,
      moved: relay.progress.at,
      behind: () => relay.behind(),
    })),
  ];
}

function addStandingStill(registers: Registry[], runtime: Runtime, relays: readonly Relay[]): void {
  const last = new Map<string, { readonly moved: number; readonly at: number }>();
  new Gauge({
    name: 'jiandu_standing_still_seconds',
    help: 'Seconds since a consumer that has something to do was last seen to move; 0 when it has nothing to do',
    labelNames: ['consumer'],
    registers,
    async collect() {
      const consumers = consumersOf(runtime, relays);
      // Whoever cannot tell what there is to do may have something to do.
      const behind = await Promise.all(consumers.map((consumer) => soon(() => consumer.behind())));
      const now = performance.now() / 1000;
      for (const [place, consumer] of consumers.entries()) {
        const before = last.get(consumer.name);
        const idle = behind[place] === 0;
        if (idle || before === undefined || before.moved !== consumer.moved) {
          last.set(consumer.name, { moved: consumer.moved, at: now });
          this.set({ consumer: consumer.name }, 0);
        } else this.set({ consumer: consumer.name }, now - before.at);
      }
    },
  });
}
