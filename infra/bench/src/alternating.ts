import type { Contestant } from './contestant/contestant.ts';
import type { Slice, SliceOrder } from './contestant/slice.ts';

/** Turns of several contestants that belong together, round by round. */
export type Rounds<K extends string> = Readonly<Record<K, readonly Slice[]>>;

/**
 * Lets contestants take turns, A B A B …: what the machine does to one, it does to the other a moment later. The first
 * rounds only warm up. Every other round is in reverse order, so that nobody always follows the same neighbour.
 */
export async function alternate<K extends string>(
  contestants: Readonly<Record<K, Contestant>>,
  order: SliceOrder,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Rounds<K>> {
  const names = Object.keys(contestants) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as Slice[]])) as Record<K, Slice[]>;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const slice = await contestants[name].slice(order);
      if (slice.failed > 0 || slice.stuck > 0) {
        throw new Error(
          `${name}: ${slice.failed} failed, ${slice.stuck} stuck: ${slice.failure ?? 'no reason'}`,
        );
      }
      if (round >= warmUp) taken[name].push(slice);
    }
  }
  return taken;
}
