import type { LeadDuplicateFlagged, LeadRegistered } from '@jiandu/contracts';
import { type Doc, defineView, type Envelope, fold, idOf } from '@jiandu/eventing';
import {
  blockOf,
  comparedWords,
  comparer,
  isSuspect,
  type LeadFeatures,
  type Likeness,
} from './similarity.ts';

/** A likeness that no lead has been told of yet. */
export interface Suspicion extends Likeness {
  readonly lead: string;
  readonly of: string;
  readonly ofUnit: string;
}

/** The leads on one supervised body that a new one is compared with. */
export interface BlockDoc extends Doc {
  readonly recent: readonly LeadFeatures[];
  readonly pending: readonly Suspicion[];
  readonly waiting: boolean;
}

/** Newer leads push older ones out: a duplicate comes soon after, or it is a relapse and no duplicate. */
const COMPARED_WITH = 40;
const MOST_PENDING = 200;

type Content = Pick<
  LeadRegistered['data'],
  | 'unit'
  | 'title'
  | 'facts'
  | 'clause'
  | 'place'
  | 'happenedFrom'
  | 'happenedTo'
  | 'supervisedBody'
  | 'secrecy'
>;

function featuresOf({ stream, data }: Envelope<Content>): LeadFeatures {
  const { unit, title, facts, clause, place, happenedFrom, happenedTo } = data;
  return {
    lead: idOf(stream),
    unit,
    clause: clause ?? null,
    place: place ?? null,
    from: happenedFrom ?? null,
    to: happenedTo ?? null,
    words: comparedWords(title, facts),
  };
}

/** Both clerks are told: each lead of the other one. */
function suspicions(fresh: LeadFeatures, recent: readonly LeadFeatures[]): readonly Suspicion[] {
  const likenessTo = comparer(fresh);
  return recent.flatMap((other) => {
    if (other.lead === fresh.lead) return [];
    const likeness = likenessTo(other);
    if (!isSuspect(likeness)) return [];
    return [
      { ...likeness, lead: fresh.lead, of: other.lead, ofUnit: other.unit },
      { ...likeness, lead: other.lead, of: fresh.lead, ofUnit: fresh.unit },
    ];
  });
}

function block(id: string, recent: readonly LeadFeatures[], pending: readonly Suspicion[]): BlockDoc {
  return {
    id,
    recent: recent.slice(-COMPARED_WITH),
    pending: pending.slice(-MOST_PENDING),
    waiting: pending.length > 0,
  };
}

/** A restricted lead is compared with nothing: that there is one must not show. */
const entered = fold<BlockDoc, Content>(
  ({ data }) => (data.secrecy === 'restricted' ? undefined : blockOf(data.supervisedBody.name)),
  (doc, event, id) => {
    const fresh = featuresOf(event);
    const others = (doc?.recent ?? []).filter(({ lead }) => lead !== fresh.lead);
    return block(id, [...others, fresh], [...(doc?.pending ?? []), ...suspicions(fresh, others)]);
  },
);

/** Leads by supervised body, with the likenesses found between them (查重). */
export const duplicateCandidates = defineView<BlockDoc>({
  name: 'duplicateCandidates',
  title: { zh: '查重候选', en: 'Candidates for duplicates' },
  version: 1,
  from: ['intake'],
  fields: ['waiting'],
  folds: {
    LeadRegistered: entered,
    LeadTransferReceived: entered,
    LeadDuplicateFlagged: fold<BlockDoc, LeadDuplicateFlagged['data']>(
      ({ data }) => data.block,
      (doc, { stream, data }, id) => {
        if (doc === undefined) return undefined;
        const lead = idOf(stream);
        const left = doc.pending.filter((one) => one.lead !== lead || one.of !== data.of);
        return block(id, doc.recent, left);
      },
    ),
  },
});
