/**
 * Fields of the inner volume by event: deliberation and votes, which stay with those who decide (S7 §27;
 * DOMAIN §4.2, inner volume).
 */
export const INNER_VOLUME: Readonly<Record<string, readonly string[]>> = {
  JointConferenceHeld: ['inFavour', 'against', 'question', 'advice', 'attendees'],
  DecisionMade: ['vote'],
};

/** Fields of investigation records of which case administration and clerks see only that they exist. */
export const INVESTIGATION_RECORDS: Readonly<Record<string, readonly string[]>> = {
  InvestigativeMeasureTaken: ['finding', 'heard', 'documents'],
  ReviewReportSubmitted: ['facts', 'law', 'proposal'],
};

/** The data without some of its fields. */
export function withoutFields(
  data: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  if (fields.length === 0) return data;
  return Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));
}
