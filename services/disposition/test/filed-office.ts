import { openOffice } from './office.ts';
import { opening } from './scene.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;
const offices: Office[] = [];
/** Closes every office that was opened. */
export async function closeOffices(): Promise<void> {
  await Promise.all(offices.splice(0).map((office) => office.close()));
}

/** The matter of EX-02. */
export const IAS = 'IAS-630202-2025-00009';

/** The matter of EX-01. */
export const CFS = 'CFS-630103-2025-00017';

const handling = {
  CFS: ['P-630103-li', 'P-630103-cai'],
  IAS: ['P-630202-ye', 'P-630202-li'],
  CIR: ['P-632800-su', 'P-632800-liu'],
} as const;

/** An office in which one matter is filed. */
export async function filed(id = IAS, at = '630202', type: keyof typeof handling = 'IAS'): Promise<Office> {
  const office = await openOffice();
  offices.push(office);
  const { profile, handler, assistants } = opening(type, at, '2025-04-10', handling[type]);
  const provenance = {
    source: 'own_case',
    origin: 'own_motion',
    discoveredOn: '2025-04-08',
    discoverers: [handler],
  };
  await office.says('2025-04-10', 'intake', id, 'FilingApproved', {
    filedOn: '2025-04-10',
    basis: 'score',
    profile,
    provenance,
    handler,
    assistants,
  });
  return office;
}

/** The matter of EX-02 with its notice decided, numbered and served. */
export async function served(office: Office): Promise<void> {
  await office.says('2025-04-17', 'investigation', IAS, 'ReviewReportSubmitted', {
    report: 'RR-1',
    kind: 'review',
    submittedOn: '2025-04-17',
    facts: '事实',
    law: '§567',
    conclusion: 'violation',
    proposal: '纠正',
  });
  await office.act('2025-04-18', 'P-630202-duo', 'makeDecision', IAS, {
    outcome: 'instruments',
    instruments: [{ kind: 'correction_notice' }],
    opinion: '发出纠正违法通知书',
  });
  await office.act('2025-04-21', 'P-630202-qi', 'serveInstrument', IAS, {
    instrument: 'D-1',
    method: 'direct',
    proof: '送达回证',
    receivedBy: '张三',
  });
}

/** Events as `date type`. */
export const dated = (events: readonly { type: string; metadata: { occurredOn: string } }[]) =>
  events.map(({ type, metadata }) => `${metadata.occurredOn} ${type}`);
