import { z } from 'zod';

// Control characters, line and paragraph separators, halves of surrogate pairs, and the marks that turn the direction
// of what follows: none belongs in a name, and the last two let a text show as something else than it is.
// The joiners that Tibetan, Mongolian and emoji need stay allowed.
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
// Running text may have line ends and tabs.
const NOT_IN_A_TEXT = /[\p{Cs}\u202A-\u202E\u2066-\u2069]|(?![\n\r\t])\p{Cc}/u;

function lengthInCharacters(text: string): number {
  return [...text].length;
}

function text(forbidden: RegExp, max: number, description: string) {
  return z
    .string()
    .refine((value) => value.trim() !== '', { error: '不能为空 / Must not be blank' })
    .refine((value) => lengthInCharacters(value) <= max, {
      error: `不得超过 ${max} 个字符 / At most ${max} characters`,
    })
    .refine((value) => !forbidden.test(value), {
      error: '含有不允许的控制字符 / Contains control characters',
    })
    .meta({ minLength: 1, maxLength: max, description });
}

/** The name of a person, in any script: 1–60 characters, counted as people count them. */
export const personName = text(NOT_IN_A_LINE, 60, '姓名，任何文字 / Name of a person, any script');

/** The name of a body or place: 1–100 characters. */
export const bodyName = text(NOT_IN_A_LINE, 100, '单位或地点名称 / Name of a body or place');

/** One line: titles, clauses, numbers of other registers; at most 200 characters. */
export const shortText = text(NOT_IN_A_LINE, 200, '单行文字 / One line of text');

/** Running text: facts, reasons, findings; at most 4000 characters. */
export const longText = text(NOT_IN_A_TEXT, 4000, '正文 / Running text');

/** A code of the catalogue, such as `own_case` or `correction_notice`. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,59}$/)
  .meta({ description: '目录代码 / Code of the catalogue', examples: ['own_case'] });

/** A list of at most `max` things. */
export function listOf<S extends z.ZodType>(item: S, max = 200) {
  return z.array(item).max(max).readonly();
}
