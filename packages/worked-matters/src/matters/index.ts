import type { WorkedMatter } from '../script.ts';
import { ex01 } from './ex-01.ts';

/** The worked matters that can be played. */
export const workedMatters: readonly WorkedMatter[] = [ex01];
