import { accessRefusals } from '@jiandu/access';
import { openReadModels } from '@jiandu/adapters-embedded';
import { type EventStore, type ReadModels, ServiceIndex, verifyView } from '@jiandu/eventing';
import { services } from '../house/services.ts';
import { broken, type Finding } from './finding.ts';
import type { LogRow } from './log-file.ts';

export interface ViewsFound {
  readonly findings: readonly Finding[];
  /** Views that were compared, document by document, with a rebuild from the log. */
  readonly compared: number;
  readonly documents: number;
}

/** The log as it was read from the file, for rebuilding views without the house's store. */
export function storeOf(rows: readonly LogRow[]): EventStore {
  const refused = () => Promise.reject(new Error('a log that was read is not written'));
  return {
    append: refused,
    readStream: async (stream) => rows.filter((row) => row.stream === stream),
    readAll: async (after, limit) => {
      const first = rows.findIndex(({ position }) => position > after);
      const events = first < 0 ? [] : rows.slice(first, first + limit);
      return { events, upTo: events.at(-1)?.position ?? after };
    },
    head: async () => rows.at(-1)?.position ?? 0,
    subscribe: () => {
      throw new Error('a log that was read does not grow');
    },
    close: async () => undefined,
  };
}

/** Each view, as far as it was folded, equals what the log gives when folded anew; none is ahead of the log. */
export async function checkViews(rows: readonly LogRow[], live: ReadModels): Promise<ViewsFound> {
  const store = storeOf(rows);
  const head = await store.head();
  const index = new ServiceIndex(services, accessRefusals);
  const beside = openReadModels({ memory: true });
  const findings: Finding[] = [];
  let compared = 0;
  let documents = 0;
  for (const service of services) {
    for (const view of service.views) {
      const name = `${service.name}.${view.name}`;
      if ((await live.active(name)) === undefined) continue;
      const verdict = await verifyView({ service, view, index, store, live, beside });
      compared += 1;
      documents += verdict.documents;
      if (verdict.position > head) {
        findings.push(broken('view.ahead', `${name} at ${verdict.position}, log at ${head}`));
      }
      if (!verdict.equal) {
        findings.push(broken('view.differs', `${name} at ${verdict.position}: ${verdict.firstDifference}`));
      }
    }
  }
  await beside.close();
  return { findings, compared, documents };
}
