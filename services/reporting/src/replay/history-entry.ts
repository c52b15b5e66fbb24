import { roleOf } from '@jiandu/catalogue';
import { daysBetween } from '@jiandu/clocks';
import { type EventDefinition, type Recorded, shanghaiDate } from '@jiandu/eventing';
import { z } from 'zod';
import { asReaderSees, type Reader } from './as-reader-sees.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** One event of a history: what, who by what authority, when it was and when it was written down, why. */
export const historyEntry = z.strictObject({
  position: z.int(),
  stream: z.string(),
  revision: z.int(),
  id: z.string(),
  type: z.string(),
  version: z.int(),
  title: bilingual,
  occurredOn: z.string(),
  recordedAt: z.string(),
  daysLate: z.int().meta({ description: '事后补录天数 / Days between the fact and its record' }),
  actor: z.strictObject({
    person: z.string(),
    name: z.string(),
    role: z.string(),
    roleTitle: bilingual,
    unit: z.string(),
    onBehalfOf: z.string().nullable(),
    delegation: z.string().nullable(),
  }),
  reason: z.string().nullable(),
  command: z.string(),
  via: z.string().nullable().meta({ description: '自动处理的名称 / Policy or timer that acted' }),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  catalogueVersion: z.string(),
  secrecy: z.string(),
  data: z.record(z.string(), z.unknown()).readonly(),
  withheld: z.array(z.string()).readonly().meta({ description: '未显示的字段 / Fields held back' }),
});
export type HistoryEntry = z.input<typeof historyEntry>;

/** An event of the record as one reader sees it. */
export async function historyEntryOf(
  event: Recorded,
  definition: EventDefinition,
  reader: Reader,
  unseal: <T>(value: T) => Promise<T>,
): Promise<HistoryEntry> {
  const { metadata } = event;
  const { actor } = metadata;
  return {
    position: event.position,
    stream: event.stream,
    revision: event.revision,
    id: event.id,
    type: event.type,
    version: event.version,
    title: definition.title,
    occurredOn: metadata.occurredOn,
    recordedAt: metadata.recordedAt,
    daysLate: daysBetween(metadata.occurredOn, shanghaiDate(metadata.recordedAt)),
    actor: {
      person: actor.person,
      name: actor.name,
      role: actor.role,
      roleTitle: roleOf(actor.role)?.title ?? { zh: actor.role, en: actor.role },
      unit: actor.unit,
      onBehalfOf: actor.onBehalfOf ?? null,
      delegation: actor.delegation ?? null,
    },
    reason: metadata.reason ?? null,
    command: metadata.command,
    via: metadata.via ?? null,
    correlationId: metadata.correlationId,
    causationId: metadata.causationId ?? null,
    catalogueVersion: metadata.catalogueVersion,
    secrecy: metadata.secrecy,
    ...(await asReaderSees(event, definition, reader, unseal)),
  };
}
