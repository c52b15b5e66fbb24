import type {
  DecisionMade,
  DisposalHandlersChanged,
  DisposalOpened,
  DossierArchived,
  DossierChecked,
  EscalatedToSuperior,
  EscalationAccepted,
  FollowUpActed,
  InstrumentCopied,
  InstrumentFiledWithSuperior,
  InstrumentIssued,
  InstrumentOrdered,
  InstrumentServed,
  IssueSettled,
  IssueTracked,
  JointConferenceHeld,
  MatterConcluded,
  MatterTerminated,
  OpinionRevoked,
  PartyNotifiedNoted,
  RectificationVerified,
  ReExaminationDecided,
  ReExaminationRequested,
  ReplyAssessed,
  ReplyAssessmentConfirmed,
  ReplyOverdue,
  ReplyReceived,
  ReplyUrged,
  ReviewReportNoted,
  SelfCheckNoted,
  SuperiorReviewDecided,
  SupervisedSuperiorNotified,
} from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import type { Disposal, DisposalState } from './state.ts';

/** Everything that can happen in the disposal of a matter. */
export type DisposalFact =
  | DisposalOpened
  | DisposalHandlersChanged
  | ReviewReportNoted
  | IssueTracked
  | IssueSettled
  | PartyNotifiedNoted
  | SelfCheckNoted
  | JointConferenceHeld
  | DecisionMade
  | InstrumentOrdered
  | InstrumentIssued
  | InstrumentServed
  | InstrumentFiledWithSuperior
  | InstrumentCopied
  | OpinionRevoked
  | ReplyReceived
  | ReplyOverdue
  | ReplyUrged
  | ReplyAssessed
  | ReplyAssessmentConfirmed
  | ReExaminationRequested
  | ReExaminationDecided
  | EscalatedToSuperior
  | EscalationAccepted
  | SuperiorReviewDecided
  | SupervisedSuperiorNotified
  | FollowUpActed
  | RectificationVerified
  | MatterConcluded
  | MatterTerminated
  | DossierChecked
  | DossierArchived;

/** How the facts of one stage change the disposal. */
export type Evolution = {
  readonly [T in DisposalFact['type']]?: (
    disposal: Disposal,
    data: Extract<DisposalFact, { type: T }>['data'],
  ) => Disposal;
};

/** Declares a command of the disposal. */
export const command = commandsOf<DisposalState, DisposalFact>();

/** A fact that happened on its legal date. */
export function happened<T extends DisposalFact['type']>(
  type: T,
  data: Extract<DisposalFact, { type: T }>['data'],
  occurredOn: string,
): DisposalFact {
  return { type, data, occurredOn } as DisposalFact;
}
