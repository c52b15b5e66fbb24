import { z } from 'zod';
import file from '../data/statuses.json' with { type: 'json' };

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const data = z
  .strictObject({
    stages: z.array(z.strictObject({ code: z.string(), title: bilingual })),
    statuses: z.array(z.strictObject({ code: z.string(), title: bilingual, stage: z.string() })),
    after: z.array(
      z.strictObject({
        event: z.string(),
        status: z.string(),
        /** Field of the event and the value it must have; rules are tried in order. */
        when: z.exactOptional(z.record(z.string(), z.string())),
        /** Statuses from which the event leads on; from any other it changes nothing. */
        from: z.exactOptional(z.array(z.string())),
      }),
    ),
  })
  .parse(file);

/** Stages of a matter in their order (DOMAIN §2.1). */
export const stages = data.stages;

/** Status codes with titles and stage, in the order of progress (DOMAIN §3.2). */
export const statuses = data.statuses;
export type Status = (typeof statuses)[number];

/** Which event leads to which status. */
export const statusRules = data.after;

const byCode: ReadonlyMap<string, Status> = new Map(statuses.map((each) => [each.code, each]));

/** A status by its code. */
export function statusOf(code: string): Status | undefined {
  return byCode.get(code);
}

/** Status after which nothing but what follows the end may change it. */
const ENDED = new Set(['concluded', 'closed', 'archived']);
const AFTER_THE_END = new Set(['concluded', 'closed', 'archived', 'voided']);

/** The status after an event; the present one where the event changes nothing. */
export function statusAfter(
  event: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  present?: string,
): string | undefined {
  const rule = statusRules.find(
    (each) =>
      each.event === event.type &&
      Object.entries(each.when ?? {}).every(([field, value]) => event.data[field] === value),
  );
  if (!rule) return present;
  if (rule.from && present !== undefined && !rule.from.includes(present)) return present;
  if (present !== undefined && ENDED.has(present) && !AFTER_THE_END.has(rule.status)) return present;
  return rule.status;
}

const place: ReadonlyMap<string, number> = new Map(statuses.map((each, index) => [each.code, index]));

/** Of several statuses the least advanced: that of a matter with many instruments or issues. */
export function leastAdvanced(codes: readonly string[]): string | undefined {
  return [...codes].sort((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1))[0];
}
