import type {
  DossierArchived,
  DossierChecked,
  FlowMonitorNoticeAnswered,
  FlowMonitorNoticeIssued,
  FlowMonitorPrompted,
  FollowUpActed,
  MatterConcluded,
  MatterTerminated,
  QualityGraded,
  RectificationVerified,
  SelfChecked,
} from '@jiandu/contracts';
import { changed, type Edit, edit } from './edit.ts';

/** What follow-up, endings, quality and flow monitoring say on the page. */
export const endingEdits: Readonly<Record<string, Edit>> = {
  FollowUpActed: edit<FollowUpActed['data']>((page, { act, actedOn, instrument }) => ({
    acts: [...page.acts, { act: 'follow_up', on: actedOn, what: act, subject: instrument }],
  })),
  RectificationVerified: edit<RectificationVerified['data']>((page, data) => ({
    acts: [
      ...page.acts,
      {
        act: 'rectification_verified',
        on: data.verifiedOn,
        what: data.corrected ? 'corrected' : 'not_corrected',
        by: data.persons.map(({ name }) => name),
        subject: data.issues.map(({ issue }) => issue).join('、'),
      },
    ],
  })),
  MatterConcluded: edit<MatterConcluded['data']>((page, { result, effect, concludedOn }, event) => ({
    result,
    effect,
    days: { ...page.days, concluded: concludedOn },
    people: { ...page.people, concludedBy: event.metadata.actor.name },
  })),
  MatterTerminated: edit<MatterTerminated['data']>((page, { ground, terminatedOn }) => ({
    result: ground,
    days: { ...page.days, terminated: terminatedOn },
  })),
  DossierChecked: edit<DossierChecked['data']>((page, { checkedOn }) => ({
    days: { ...page.days, closed: checkedOn },
  })),
  DossierArchived: edit<DossierArchived['data']>((page, { archivedOn }) => ({
    days: { ...page.days, archived: archivedOn },
  })),
  SelfChecked: edit<SelfChecked['data']>((page, { scheme, proposedGrade }) => ({
    quality: { ...page.quality, scheme, selfCheck: proposedGrade },
  })),
  QualityGraded: edit<QualityGraded['data']>((page, { scheme, grade }) => ({
    quality: { ...page.quality, scheme, grade },
  })),
  FlowMonitorPrompted: edit<FlowMonitorPrompted['data']>((page, { flow, check, promptedOn }) => ({
    flow: [...page.flow, { flow, kind: 'prompt', check, on: promptedOn }],
  })),
  FlowMonitorNoticeIssued: edit<FlowMonitorNoticeIssued['data']>((page, { flow, check, issuedOn }) => ({
    flow: [...page.flow, { flow, kind: 'notice', check, on: issuedOn }],
  })),
  FlowMonitorNoticeAnswered: edit<FlowMonitorNoticeAnswered['data']>((page, { flow, answeredOn }) => ({
    flow: changed(page.flow, 'flow', [flow], () => ({ answeredOn })),
  })),
};
