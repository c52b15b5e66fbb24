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
