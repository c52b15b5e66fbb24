import { vi } from 'vitest';

const PATIENCE_MS = 40_000;
const GLANCE_MS = 20;

/** Waits until expectations hold; the patience only bounds a failing run. */
export function eventually(
  expectations: () => void | Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  return vi.waitFor(expectations, { timeout: patienceMs, interval: GLANCE_MS });
}
