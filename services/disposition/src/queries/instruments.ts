import { code, matterNumber, unitCode } from '@jiandu/contracts';
import type { Condition } from '@jiandu/eventing';
import { defineQuery } from '@jiandu/eventing';
import { z } from 'zod';
import type { InstrumentRow } from '../views/instrument-list.ts';

const given = (conditions: Readonly<Record<string, Condition | undefined>>) =>
  Object.fromEntries(
    Object.entries(conditions).flatMap(([field, condition]) =>
      condition === undefined ? [] : [[field, condition]],
    ),
  );

/** The instruments of a unit, newest first; those of restricted matters are in no list. */
export const instrumentsQuery = defineQuery({
  name: 'instruments',
  path: 'instruments',
  title: { zh: '文书台账', en: 'Instruments' },
  input: z.strictObject({
    unit: unitCode.optional(),
    matter: matterNumber.optional(),
    kind: code.optional(),
    status: code.optional(),
    overdue: z.enum(['true', 'false']).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().optional() }),
  may: [
    { role: 'case_admin', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
    { role: 'dept_head', relation: 'unit' },
    { role: 'clerk', relation: 'unit' },
  ],
  async answer({ unit, matter, kind, status, overdue, cursor, limit }, context) {
    const filter = given({
      unit,
      matter,
      kind,
      status,
      overdue: overdue === undefined ? undefined : overdue === 'true',
    });
    const rows = context.collections<InstrumentRow>('disposition.instrumentList');
    const page = await rows.find({
      filter,
      anyOf: context.visible,
      sort: { field: 'orderedOn', descending: true },
      limit,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    return {
      items: page.items.map((row) => ({ ...row })),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  },
});
