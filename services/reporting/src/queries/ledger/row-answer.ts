import { staffMember } from '@jiandu/contracts';
import { z } from 'zod';
import type { LedgerRow } from '../../views/main-ledger/row.ts';

const text = z.string();
const day = z.string().nullable();
const count = z.int();
const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

const instrument = z.strictObject({
  instrument: text,
  kind: text,
  title: text,
  printedNumber: text,
  replyClock: text.optional(),
  servedOn: text.optional(),
  replyDue: text.optional(),
  answeredOn: text.optional(),
  daysLate: count.optional(),
  adoption: text.optional(),
  remedy: text.optional(),
});

/** A row of the main ledger as it is answered. */
export const rowAnswer = z.strictObject({
  number: text,
  unit: text,
  line: text,
  function: text,
  type: text,
  department: text,
  status: text,
  lead: text,
  source: text,
  origin: text,
  discoveredOn: day,
  acceptedOn: day,
  score: count.nullable(),
  vetoes: list(text),
  track: text,
  filedOn: day,
  approvedBy: text.nullable(),
  handler: staffMember.nullable(),
  group: list(text),
  recusals: count,
  recusalsGranted: count,
  bodyName: text,
  bodyKind: text,
  clause: text.nullable(),
  measures: count,
  issues: count,
  issuesClosed: count,
  reportOn: day,
  decidedBy: text.nullable(),
  decidedOn: day,
  instruments: list(instrument),
  escalatedTo: text.nullable(),
  rectifiedOn: day,
  effectPersons: count.nullable(),
  effectAmount: z.number().nullable(),
  effectRules: count.nullable(),
  result: text.nullable(),
  concludedOn: day,
  handlingDays: count.nullable(),
  excludedDays: count,
  extensions: count,
  selfCheck: text.nullable(),
  gradeScheme: text.nullable(),
  grade: text.nullable(),
  archivedOn: day,
  retention: text.nullable(),
  related: list(text),
  secrecy: text,
  remarks: text.nullable(),
});

/** A row without what only access rules need. */
export function showRow(row: LedgerRow): z.input<typeof rowAnswer> {
  const {
    id,
    standing: _standing,
    handlers: _handlers,
    sharedWith: _shared,
    accessList: _list,
    ...shown
  } = row;
  return { number: id, ...shown };
}
