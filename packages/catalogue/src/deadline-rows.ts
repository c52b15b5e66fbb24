import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const length = z.strictObject({ n: z.int().positive(), unit: z.enum(['day', 'workday', 'month']) });
const clockId = z.string().regex(/^DL-\d{2}$/);

const scope = z.strictObject({
  type: z.string().regex(/^[A-Z]{3}$/),
  branch: z.exactOptional(z.enum(['criminal', 'civil', 'administrative'])),
  instrument: z.exactOptional(z.string()),
});

const extension = z.strictObject({
  length: z.exactOptional(length),
  by: bilingual,
  grounds: z.exactOptional(bilingual),
});

const yieldsTo = z.strictObject({
  stage: z.exactOptional(z.string()),
  clocks: z.exactOptional(z.array(scope.extend({ clock: clockId }))),
});

const tag = z.enum(['F', 'T', 'O']);

/** What a variant may say differently from the row it belongs to; `without` names what it drops. */
export const variantRow = z.strictObject({
  variant: z.string().min(1),
  title: z.exactOptional(bilingual),
  trigger: z.exactOptional(bilingual),
  types: z.exactOptional(z.array(scope)),
  length: z.exactOptional(length),
  note: z.exactOptional(bilingual),
  source: z.exactOptional(z.string()),
  without: z.exactOptional(z.array(z.literal('extension'))),
});

/** One clock as it stands in data/deadlines.json, with its variants. */
export const deadlineRow = z.strictObject({
  id: clockId,
  title: bilingual,
  types: z.union([z.literal('ALL'), z.array(scope).min(1)]),
  trigger: bilingual,
  obliged: bilingual,
  length,
  direction: z.enum(['after', 'before']),
  rolls: z.enum(['always', 'never', 'unless-custody']),
  monthEnd: z.exactOptional(z.enum(['same-day', 'last-day'])),
  extension: z.exactOptional(extension),
  notCounted: z.exactOptional(bilingual),
  fixable: z.exactOptional(z.enum(['any', 'shorter'])),
  soft: z.exactOptional(z.boolean()),
  yieldsTo: z.exactOptional(yieldsTo),
  note: z.exactOptional(bilingual),
  source: z.string().min(1),
  tag,
  variants: z.exactOptional(z.array(variantRow)),
});

/** The budget of one stage of a type. */
export const budgetRow = z.strictObject({
  stage: z.string(),
  length: z.exactOptional(length),
  tag,
  source: z.string(),
  /** The legal clocks that run inside the stage and win over its budget. */
  clocks: z.exactOptional(z.array(clockId)),
  note: z.exactOptional(bilingual),
});

/** The whole file of clocks and stage budgets. */
export const deadlinesFile = z.strictObject({
  version: z.string(),
  deadlines: z.array(deadlineRow),
  stageBudgets: z.record(z.string(), z.array(budgetRow)),
});
