import { type Doc, defineView, type Envelope, fold, idOf } from '@jiandu/eventing';
import { disposal } from '../disposal/disposal.ts';
import type { DisposalFact } from '../disposal/facts.ts';
import type {
  AssessmentRecord,
  Disposal,
  EscalationRecord,
  InstrumentRecord,
  IssueRecord,
  ReplyRecord,
} from '../disposal/state.ts';
import { handlersOf } from '../disposal/state.ts';

type StoredReply = Omit<ReplyRecord, 'assessment'> & {
  readonly assessment?: Omit<AssessmentRecord, 'issues'> & {
    readonly issues: readonly (readonly [string, string])[];
  };
};

/** The state of a disposal as a document: the same fold as the decider's, with lists in place of maps. */
export interface DisposalCard extends Omit<Disposal, 'instruments' | 'replies' | 'issues' | 'escalations'> {
  readonly instruments: readonly InstrumentRecord[];
  readonly replies: readonly StoredReply[];
  readonly issues: readonly (IssueRecord & { readonly issue: string })[];
  readonly escalations: readonly EscalationRecord[];
}

/** What disposition knows of a matter, with what access rules and lists need beside it. */
export interface DisposalCardDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly handlers: readonly string[];
  readonly escalatedTo: string | null;
  /** `none`, `waiting` for the superior's gate, `accepted`, `decided`, `told` to the body's superior. */
  readonly escalation: string;
  readonly phase: string;
  readonly revision: number;
  readonly card: DisposalCard;
}

function stored(state: Disposal): DisposalCard {
  return {
    ...state,
    instruments: [...state.instruments.values()],
    replies: [...state.replies.values()].map(({ assessment, ...reply }) =>
      assessment === undefined
        ? reply
        : { ...reply, assessment: { ...assessment, issues: [...assessment.issues] } },
    ),
    issues: [...state.issues].map(([issue, record]) => ({ issue, ...record })),
    escalations: [...state.escalations.values()],
  };
}

function restored(card: DisposalCard): Disposal {
  const byRef = <T extends { readonly ref: string }>(list: readonly T[]) =>
    new Map(list.map((each) => [each.ref, each]));
  const replies = card.replies.map((reply) => {
    const { assessment } = reply;
    if (assessment === undefined) return reply;
    return { ...reply, assessment: { ...assessment, issues: new Map(assessment.issues) } };
  });
  return {
    ...card,
    instruments: byRef(card.instruments),
    replies: byRef(replies as readonly ReplyRecord[]),
    issues: new Map(card.issues.map(({ issue, ...record }) => [issue, record])),
    escalations: byRef(card.escalations),
  };
}

function escalationStage({ escalations }: Disposal): string {
  const last = [...escalations.values()].at(-1);
  if (last === undefined) return 'none';
  if (last.bodysSuperiorToldOn !== undefined) return 'told';
  if (last.outcome !== undefined) return 'decided';
  return last.acceptedOn === undefined ? 'waiting' : 'accepted';
}

const follow = fold<DisposalCardDoc>(
  ({ stream }: Envelope) => (stream.startsWith('disposition.disposal-') ? idOf(stream) : undefined),
  (doc, event, id) => {
    const state = disposal.evolve(
      doc === undefined ? disposal.initial : restored(doc.card),
      event as unknown as DisposalFact,
    );
    if (state === 'not-filed') return undefined;
    const { unit, type, department, secrecy, accessList = [] } = state.profile;
    return {
      id,
      unit,
      type,
      department,
      secrecy,
      accessList,
      handlers: handlersOf(state),
      escalatedTo: [...state.escalations.values()].at(-1)?.superior ?? null,
      escalation: escalationStage(state),
      phase: state.phase,
      revision: event.revision,
      card: stored(state),
    };
  },
);

/** One document a matter: where its disposition stands. */
export const disposalCard = defineView<DisposalCardDoc>({
  name: 'disposalCard',
  title: { zh: '监督处理卡', en: 'Disposal card' },
  version: 1,
  from: ['disposition'],
  fields: ['unit', 'type', 'department', 'secrecy', 'escalatedTo', 'escalation', 'phase'],
  lists: ['handlers', 'accessList'],
  folds: { '*': follow },
});
