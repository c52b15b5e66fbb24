import { categoryOf, idOf, type StreamId, streamOf } from '@jiandu/eventing';

/** Categories whose streams are named after the matter, one stream a service. */
export const MATTER_CATEGORIES = [
  'intake.matter',
  'investigation.verification',
  'disposition.disposal',
  'assessment.qualityCheck',
  'reporting.flowMonitor',
] as const;

const NAMED_AFTER_THE_MATTER: ReadonlySet<string> = new Set(MATTER_CATEGORIES);
const DEADLINES = 'disposition.deadline';

/** Services whose events speak of matters. */
export const MATTER_SERVICES = ['intake', 'investigation', 'disposition', 'assessment', 'reporting'] as const;

/** The streams that a matter may have. */
export function streamsOfMatter(matter: string): readonly StreamId[] {
  return MATTER_CATEGORIES.map((category) => streamOf(category, matter));
}

/** Whether an id is a lead's (`L-…`) and not a matter's number. */
export function isLeadId(id: string): boolean {
  return id.startsWith('L-');
}

/** As much of an event as tells what it is about. */
export interface About {
  readonly stream: StreamId;
  readonly data: unknown;
}

/** The number of the matter an event is about; undefined for leads, series and the organisation. */
export function matterOf(event: About): string | undefined {
  const category = categoryOf(event.stream);
  if (NAMED_AFTER_THE_MATTER.has(category)) return idOf(event.stream);
  if (category !== DEADLINES) return undefined;
  const { key } = event.data as { readonly key: string };
  return isLeadId(key) ? undefined : key;
}

/** Whether an event is in a timer's own stream of a clock. */
export function isDeadlineEvent(event: About): boolean {
  return categoryOf(event.stream) === DEADLINES;
}
