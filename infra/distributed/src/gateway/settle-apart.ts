import type { Position } from '@jiandu/eventing';

/** What a service says when it is asked whether it has come so far. `away`: it, or the broker it needs, does not answer. */
export type Standing = 'reached' | 'late' | 'away';

/** A service as whoever waits sees it. */
export interface ServiceApart {
  /** Whether everything it recorded up to a position has been published; not asked where nobody else reacts to its events. */
  readonly published?: (position: Position, withinMs: number) => Promise<Standing>;
  /**
   * Whether its policies have handled all that is published and all of its own up to a position, and the newest position they
   * caused; not asked where there are none.
   */
  readonly handled?: (
    position: Position,
    withinMs: number,
  ) => Promise<{ readonly standing: Standing; readonly lastEffect: Position }>;
}

/** `upTo`: all that follows from the position lies at or before this. `closed`: so does all that follows from that. */
export type Settled =
  | { readonly settled: true; readonly upTo: Position; readonly closed: boolean }
  | { readonly settled: false; readonly why: Exclude<Standing, 'reached'> };

/** Chains of causes through all services are at most four links long in the worked matters; the rest is head-room. */
const LONGEST_CHAIN = 8;

/**
 * Waits until all that follows from a position has been done in every service, as `settle` of the kernel does within one process.
 * Each round proves one more link of every chain:
 * 1. everything up to the target has been published, by all whose events others react to. The record has one order and the target
 *    is in it, so what is recorded from here on lies after it;
 * 2. only then, everything that is published has been handled, by all that react. What that caused is at or before `lastEffect`.
 * Where nothing was caused after the target, nothing is left to follow. While others work, something always was: then the number
 * of rounds ends the waiting, and it has proven as many links as there are in any chain.
 */
export async function settleApart(
  services: readonly ServiceApart[],
  position: Position,
  withinMs: number,
): Promise<Settled> {
  const deadline = performance.now() + withinMs;
  const left = () => Math.max(0, deadline - performance.now());
  let target = position;
  for (let round = 0; round < LONGEST_CHAIN; round += 1) {
    const published = await Promise.all(
      services.map((each) => each.published?.(target, left()) ?? 'reached'),
    );
    const missing = hindrance(published);
    if (missing !== undefined) return { settled: false, why: missing };
    const handled = await Promise.all(services.map((each) => each.handled?.(target, left()) ?? IDLE));
    const waiting = hindrance(handled.map(({ standing }) => standing));
    if (waiting !== undefined) return { settled: false, why: waiting };
    const caused = Math.max(target, ...handled.map(({ lastEffect }) => lastEffect));
    if (caused === target) return { settled: true, upTo: target, closed: true };
    target = caused;
  }
  return { settled: true, upTo: target, closed: false };
}

const IDLE = { standing: 'reached', lastEffect: 0 } as const;

function hindrance(standings: readonly Standing[]): Exclude<Standing, 'reached'> | undefined {
  if (standings.includes('away')) return 'away';
  return standings.includes('late') ? 'late' : undefined;
}
