import { isRetryable } from './policy-runner.ts';

const PAUSE_MS = 500;

/** Does the work, and again as long as what it needs is away and somebody still wants it; what else goes wrong is thrown. */
export async function untilAvailable<T>(work: () => Promise<T>, wanted: () => boolean): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || !wanted()) throw error;
    }
    await new Promise((wake) => setTimeout(wake, PAUSE_MS));
  }
}
