import type {
  FilingApproved,
  FilingRejected,
  HandlerAssigned,
  HandlerReassigned,
  MatterAccepted,
  RecusalDecided,
  SignificanceAssessed,
  StaffMember,
} from '@jiandu/contracts';
import { followsIssues } from '../../standing.ts';
import { type Entry, entry } from './entry.ts';
import type { LedgerRow } from './row.ts';

function handledBy(handler: StaffMember, assistants: readonly StaffMember[]): Partial<LedgerRow> {
  return {
    handler,
    group: assistants.map(({ name }) => name),
    handlers: [handler.person, ...assistants.map(({ person }) => person)],
  };
}

/** What the events of intake write into the ledger. */
export const intakeEntries: Readonly<Record<string, Entry>> = {
  MatterAccepted: entry<MatterAccepted['data']>((row, { acceptedOn, profile, provenance }, event) => ({
    unit: profile.unit,
    type: profile.type,
    department: profile.department,
    secrecy: profile.secrecy,
    accessList: profile.accessList ?? [],
    standing: {
      ...row.standing,
      perIssue: followsIssues(event.metadata.catalogueVersion, profile.type),
    },
    line: profile.line,
    function: profile.function,
    lead: profile.lead,
    track: profile.track,
    bodyName: profile.supervisedBody.name,
    bodyKind: profile.supervisedBody.kind,
    clause: profile.clause ?? null,
    remarks: profile.nationalCaseRef ?? null,
    source: provenance.source,
    origin: provenance.origin,
    discoveredOn: provenance.discoveredOn,
    acceptedOn,
  })),
  HandlerAssigned: entry<HandlerAssigned['data']>((_row, { handler, assistants }) =>
    handledBy(handler, assistants),
  ),
  HandlerReassigned: entry<HandlerReassigned['data']>((_row, { handler, assistants }) =>
    handledBy(handler, assistants),
  ),
  SignificanceAssessed: entry<SignificanceAssessed['data']>((_row, { score, vetoes }) => ({ score, vetoes })),
  FilingApproved: entry<FilingApproved['data']>((_row, { handler, assistants, filedOn, profile }, event) => ({
    ...handledBy(handler, assistants),
    filedOn,
    track: profile.track,
    approvedBy: event.metadata.actor.name,
  })),
  FilingRejected: entry<FilingRejected['data']>((row, { outcome }) => ({
    track: outcome === 'task' ? 'task' : row.track,
  })),
  RecusalRequested: entry((row) => ({ recusals: row.recusals + 1 })),
  RecusalDecided: entry<RecusalDecided['data']>((row, { granted }) => ({
    recusalsGranted: row.recusalsGranted + (granted ? 1 : 0),
  })),
  MatterVoided: entry(() => ({})),
};
