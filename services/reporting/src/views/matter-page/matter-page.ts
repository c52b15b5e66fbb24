import { statusAfter } from '@jiandu/catalogue';
import { foldClocks, isOpen } from '@jiandu/clocks';
import { categoryOf, defineView, type Envelope, type Fold } from '@jiandu/eventing';
import { isDeadlineEvent, MATTER_SERVICES, matterOf } from '../../matter-events.ts';
import { standingAfter, statusShown } from '../../standing.ts';
import { clockEventOf } from '../clock-event.ts';
import type { Edit } from './edit.ts';
import { endingEdits } from './ending-edits.ts';
import { instrumentEdits } from './instrument-edits.ts';
import { intakeEdits } from './intake-edits.ts';
import { investigationEdits } from './investigation-edits.ts';
import { replyEdits } from './reply-edits.ts';
import { emptyPage, type MatterPage } from './shape.ts';

const nothing: Edit = () => ({});

function withInstrumentStatus(page: MatterPage, event: Envelope): MatterPage['instruments'] {
  const { instrument, instruments } = event.data;
  const named = new Set(Array.isArray(instruments) ? instruments : [instrument]);
  if (!page.instruments.some((each) => named.has(each.instrument))) return page.instruments;
  return page.instruments.map((each) => {
    if (!named.has(each.instrument)) return each;
    const status = statusAfter(event, each.status) ?? each.status;
    return status === each.status ? each : { ...each, status };
  });
}

function withIssueStatus({ issues, standing }: MatterPage): MatterPage['issues'] {
  return issues.map((each) => {
    const status = standing.issues[each.issue] ?? (each.closedOn === undefined ? each.status : 'concluded');
    return status === each.status ? each : { ...each, status };
  });
}

function withRevision({ revisions }: MatterPage, { stream, revision }: Envelope): MatterPage['revisions'] {
  const service = categoryOf(stream).split('.')[0] ?? '';
  return { ...revisions, [service]: revision };
}

function earliestDue(clocks: MatterPage['clocks']): string | null {
  return clocks.reduce<string | null>(
    (earliest, clock) =>
      isOpen(clock) && (earliest === null || clock.due < earliest) ? clock.due : earliest,
    null,
  );
}

function turn(page: MatterPage, event: Envelope, edit: Edit): MatterPage {
  const edited: MatterPage = { ...page, ...edit(page, event) };
  const standing = standingAfter(edited.standing, event);
  const status = statusShown(standing);
  const clocks = foldClocks(edited.clocks, clockEventOf(event));
  const next: MatterPage = {
    ...edited,
    standing,
    status,
    statusSince: status === edited.status ? edited.statusSince : event.metadata.occurredOn,
    clocks,
    nextDue: earliestDue(clocks),
    revisions: isDeadlineEvent(event) ? edited.revisions : withRevision(edited, event),
    position: event.position,
  };
  return {
    ...next,
    instruments: withInstrumentStatus(next, event),
    issues: standing === page.standing && next.issues === page.issues ? next.issues : withIssueStatus(next),
  };
}

function pageFold(edit: Edit): Fold<MatterPage> {
  return {
    ids: (event) => {
      const matter = matterOf(event);
      return matter === undefined ? [] : [matter];
    },
    apply: (page, event, id) => turn(page ?? emptyPage(id), event, edit),
  };
}

const edits: Readonly<Record<string, Edit>> = {
  ...intakeEdits,
  ...investigationEdits,
  ...instrumentEdits,
  ...replyEdits,
  ...endingEdits,
  '*': nothing,
};

/** One document a matter: what its page shows, with the state of everything in it. */
export const matterPage = defineView<MatterPage>({
  name: 'matterPage',
  title: { zh: '事项页', en: 'Matter page' },
  version: 1,
  from: MATTER_SERVICES,
  fields: ['unit', 'type', 'department', 'status', 'secrecy', 'escalatedTo', 'acceptedOn', 'nextDue'],
  lists: ['handlers', 'sharedWith', 'accessList'],
  folds: Object.fromEntries(Object.entries(edits).map(([type, edit]) => [type, pageFold(edit)])),
});
