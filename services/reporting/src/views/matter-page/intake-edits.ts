import type {
  FilingApproved,
  FilingReviewed,
  HandlerAssigned,
  HandlerReassigned,
  HandlerResumed,
  HandlerSuspended,
  MatterAccepted,
  PartyNotified,
  RecusalDecided,
  RecusalRequested,
  SignificanceAssessed,
  StaffMember,
} from '@jiandu/contracts';
import { followsIssues } from '../../standing.ts';
import { changed, type Edit, edit } from './edit.ts';
import type { MatterPage } from './shape.ts';

function group(page: MatterPage, handler: StaffMember, assistants: readonly StaffMember[]) {
  return {
    handlers: [handler.person, ...assistants.map(({ person }) => person)],
    people: { ...page.people, handler, assistants },
  };
}

/** What the events of intake say on the page. */
export const intakeEdits: Readonly<Record<string, Edit>> = {
  MatterAccepted: edit<MatterAccepted['data']>((page, { acceptedOn, profile, provenance }, event) => ({
    unit: profile.unit,
    type: profile.type,
    department: profile.department,
    secrecy: profile.secrecy,
    accessList: profile.accessList ?? [],
    acceptedOn,
    card: { ...profile, provenance },
    days: { ...page.days, accepted: acceptedOn },
    links: [...page.links, { kind: 'lead', id: profile.lead }],
    standing: {
      ...page.standing,
      perIssue: followsIssues(event.metadata.catalogueVersion, profile.type),
    },
  })),
  HandlerAssigned: edit<HandlerAssigned['data']>((page, data) => {
    const { handlers, people } = group(page, data.handler, data.assistants);
    const { method, seed, candidates } = data;
    return { handlers, people: { ...people, method, seed, candidates: candidates.length } };
  }),
  HandlerReassigned: edit<HandlerReassigned['data']>((page, data) => {
    const { handlers, people } = group(page, data.handler, data.assistants);
    const { method, seed, candidates } = data;
    return { handlers, people: { ...people, method, seed, candidates: candidates.length } };
  }),
  SignificanceAssessed: edit<SignificanceAssessed['data']>((_page, data, event) => ({
    significance: { ...data, on: event.metadata.occurredOn },
  })),
  FilingReviewed: edit<FilingReviewed['data']>((page, _data, event) => ({
    people: { ...page.people, reviewedBy: event.metadata.actor.name },
  })),
  FilingApproved: edit<FilingApproved['data']>((page, data, event) => {
    const { handlers, people } = group(page, data.handler, data.assistants);
    const { plan, filedOn } = data;
    return {
      handlers,
      people: { ...people, approvedBy: event.metadata.actor.name },
      filingBasis: data.basis,
      days: { ...page.days, filed: filedOn },
      ...(plan === undefined
        ? {}
        : { plan: { aim: plan.aim, measures: plan.measures, approvedOn: filedOn } }),
    };
  }),
  PartyNotified: edit<PartyNotified['data']>((page, { about, notifiedOn, party, method }) => ({
    acts: [...page.acts, { act: 'party_notified', on: notifiedOn, what: about, by: [party, method] }],
  })),
  RecusalRequested: edit<RecusalRequested['data']>((page, { recusal, challenged }) => ({
    people: {
      ...page.people,
      recusals: [...page.people.recusals, { recusal, challenged: challenged.name }],
    },
  })),
  RecusalDecided: edit<RecusalDecided['data']>((page, { recusal, granted }) => ({
    people: {
      ...page.people,
      recusals: changed(page.people.recusals, 'recusal', [recusal], () => ({ granted })),
    },
  })),
  HandlerSuspended: edit<HandlerSuspended['data']>((page, { person }) => ({
    people: { ...page.people, suspended: [...page.people.suspended, person] },
  })),
  HandlerResumed: edit<HandlerResumed['data']>((page, { person }) => ({
    people: { ...page.people, suspended: page.people.suspended.filter((each) => each !== person) },
  })),
};
