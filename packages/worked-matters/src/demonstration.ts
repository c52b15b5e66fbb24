import type { WorkedMatter } from './script.ts';

/** Matters at various stages for somebody who looks around, ending at most on the given day. */
export function demonstrationMatters(_today: string): readonly WorkedMatter[] {
  return [];
}
