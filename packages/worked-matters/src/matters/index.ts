import type { WorkedMatter } from '../script.ts';
import { ex01 } from './ex-01.ts';
import { ex02 } from './ex-02.ts';
import { ex06 } from './ex-06.ts';

/** The worked matters that can be played. */
export const workedMatters: readonly WorkedMatter[] = [ex01, ex02, ex06];
