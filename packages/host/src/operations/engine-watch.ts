/** A server that a service stands on. */
export interface Engine {
  readonly name: 'eventstoredb' | 'kafka' | 'mongodb';
  /** Without it the service refuses everything; the others are waited for while it goes on. */
  readonly essential: boolean;
  /** Rejects when the server does not answer. */
  probe(): Promise<unknown>;
}

export interface EngineStanding {
  readonly name: Engine['name'];
  readonly essential: boolean;
  readonly up: boolean;
  /** How often it has gone away since the start. */
  readonly outages: number;
}

const EVERY_MS = 1_000;
const PATIENCE_MS = 2_000;

/** Looks every second whether the engines answer, so that readiness and metrics never wait for one that does not. */
export class EngineWatch {
  readonly #engines: readonly Engine[];
  readonly #up = new Map<string, boolean>();
  readonly #outages = new Map<string, number>();
  readonly #onChange: (engine: Engine['name'], up: boolean) => void;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    engines: readonly Engine[],
    onChange: (engine: Engine['name'], up: boolean) => void = () => undefined,
  ) {
    this.#engines = engines;
    this.#onChange = onChange;
  }

  /** Resolves after the first look. */
  async start(): Promise<void> {
    await this.look();
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.start(), EVERY_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async look(): Promise<void> {
    await Promise.all(
      this.#engines.map(async (engine) => {
        const up = await answers(engine);
        const before = this.#up.get(engine.name);
        this.#up.set(engine.name, up);
        if (before === up) return;
        if (!up) this.#outages.set(engine.name, (this.#outages.get(engine.name) ?? 0) + 1);
        if (before !== undefined || !up) this.#onChange(engine.name, up);
      }),
    );
  }

  /** Whether an engine answered at the last look. */
  answers(name: Engine['name']): boolean {
    return this.#up.get(name) ?? false;
  }

  get standings(): readonly EngineStanding[] {
    return this.#engines.map(({ name, essential }) => ({
      name,
      essential,
      up: this.#up.get(name) ?? false,
      outages: this.#outages.get(name) ?? 0,
    }));
  }
}

async function answers(engine: Engine): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const probed = engine.probe().then(
    () => true,
    () => false,
  );
  const up = await Promise.race([probed, late]);
  clearTimeout(timer);
  return up;
}
