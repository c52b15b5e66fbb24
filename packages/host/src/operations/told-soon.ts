import type { Gauge } from 'prom-client';

/** What is measured by asking somebody who may not answer. */
export interface Asked<L extends string> {
  readonly labels: Readonly<Record<L, string>>;
  ask(): Promise<number>;
}

const PATIENCE_MS = 1_000;

/**
 * Sets a gauge to what is told soon, all being asked at once. What an engine that is away cannot tell is absent, so that the rest
 * of the metrics is there when it is needed most.
 */
export async function setToldSoon<L extends string>(
  gauge: Gauge<L>,
  asked: readonly Asked<L>[],
  patienceMs = PATIENCE_MS,
): Promise<void> {
  await Promise.all(
    asked.map(async ({ labels, ask }) => {
      const told = await soon(ask, patienceMs);
      if (told === undefined) gauge.remove(labels);
      else gauge.set(labels, told);
    }),
  );
}

/** The answer, unless it fails or does not come soon. */
export async function soon<T>(ask: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  const told = await Promise.race([ask().catch(() => undefined), late]);
  clearTimeout(timer);
  return told;
}
