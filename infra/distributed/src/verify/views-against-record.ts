import { accessRefusals } from '@jiandu/access';
import { openReadModels } from '@jiandu/adapters-embedded';
import {
  type EventStore,
  type ReadModels,
  type Service,
  ServiceIndex,
  type Verdict,
  verifyView,
} from '@jiandu/eventing';
import { services } from '@jiandu/standalone/services';

/**
 * Compares every view of the distributed house, or of some of its services, document by document, with what embedded stores make
 * of the same record: the same log in, the same views out, whatever the engines are.
 */
export async function viewsAgainstRecord(
  record: EventStore,
  live: ReadModels,
  of: readonly Service[] = services,
): Promise<readonly Verdict[]> {
  const index = new ServiceIndex(services, accessRefusals);
  const verdicts: Verdict[] = [];
  for (const service of of) {
    for (const view of service.views) {
      const beside = openReadModels({ memory: true });
      try {
        verdicts.push(await verifyView({ service, view, index, store: record, live, beside }));
      } finally {
        await beside.close();
      }
    }
  }
  return verdicts;
}

/** One line of a report: `=  reporting.mainLedger  12 documents up to 40231  1f3a…`. */
export function lineOfVerdict({
  view,
  equal,
  documents,
  position,
  liveHash,
  firstDifference,
}: Verdict): string {
  const mark = equal ? '=' : `≠ first at ${firstDifference}`;
  return `${mark}  ${view}  ${documents} documents up to ${position}  ${liveHash.slice(0, 16)}`;
}
