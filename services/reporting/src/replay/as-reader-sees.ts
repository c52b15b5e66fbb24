import { INNER_VOLUME } from '@jiandu/contracts';
import {
  type Actor,
  categoryOf,
  dropPersonal,
  type EventDefinition,
  type LocalDate,
  type Recorded,
} from '@jiandu/eventing';
import { seesNoContent } from '../grants.ts';
import { INVESTIGATION_RECORDS, withoutFields } from './withheld-fields.ts';

/** Who reads, and what gives the right to read personal data. */
export interface Reader {
  readonly actor: Actor;
  /** This person gave a reason today for seeing who the reporter is (DOMAIN §4.2, §4.5). */
  readonly openedReporter: boolean;
}

/** The data of an event as one reader sees them, and which fields were held back. */
export interface SeenData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly withheld: readonly string[];
}

const INNER_READERS: ReadonlySet<string> = new Set([
  'prosecutor',
  'dept_head',
  'deputy_chief',
  'chief',
  'reviewer',
  'chief_superior',
]);
const RECORD_READERS: ReadonlySet<string> = new Set([...INNER_READERS, 'assistant', 'line_superior']);
/** Who sees the names of those heard and of those who signed for an instrument. */
const PERSONAL_READERS: ReadonlySet<string> = new Set([
  'prosecutor',
  'assistant',
  'dept_head',
  'deputy_chief',
  'chief',
]);

/** Whether somebody opened the reporter's data on a day, by the lead's own events. */
export function openedReporterOn(events: readonly Recorded[], person: string, day: LocalDate): boolean {
  return events.some(
    ({ type, data }) => type === 'ReporterOpened' && data['person'] === person && data['openedOn'] === day,
  );
}

function maySeePersonal(event: Recorded, { actor, openedReporter }: Reader): boolean {
  return categoryOf(event.stream) === 'intake.lead' ? openedReporter : PERSONAL_READERS.has(actor.role);
}

function isAt(data: unknown, [head, ...rest]: readonly string[]): boolean {
  if (head === undefined) return data !== undefined && data !== null;
  if (head === '*') return Array.isArray(data) && data.some((each) => isAt(each, rest));
  return (
    typeof data === 'object' && data !== null && head in data && isAt((data as Recorded['data'])[head], rest)
  );
}

/** What a reader sees of an event; `unseal` opens personal fields where this reader may see them. */
export async function asReaderSees(
  event: Recorded,
  definition: EventDefinition,
  reader: Reader,
  unseal: <T>(value: T) => Promise<T>,
): Promise<SeenData> {
  const { data, type } = event;
  const { role } = reader.actor;
  if (seesNoContent(role)) return { data: {}, withheld: Object.keys(data) };
  const fields = [
    ...(INNER_READERS.has(role) ? [] : (INNER_VOLUME[type] ?? [])),
    ...(RECORD_READERS.has(role) ? [] : (INVESTIGATION_RECORDS[type] ?? [])),
  ].filter((field) => field in data);
  const kept = withoutFields(data, fields);
  if (maySeePersonal(event, reader)) return { data: await unseal(kept), withheld: fields };
  const personal = definition.personal.filter((path) => isAt(kept, path.split('.')));
  return { data: dropPersonal(definition, kept), withheld: [...fields, ...personal] };
}
