import type {
  MatterConcluded,
  QualityCheckDue,
  QualityCheckHandlersChanged,
  QualityCheckOpened,
  QualityGraded,
  SelfChecked,
} from '@jiandu/contracts';
import { handlingGroup, localDate, matterProfile, qualityGraded, selfChecked } from '@jiandu/contracts';
import { type Doc, defineView, type Fact, fold, idOf } from '@jiandu/eventing';
import { z } from 'zod';

const noClocks = { clocks: true, clocksMet: true } as const;

/** A quality check as people see it. */
export const qualityCheckCard = z.strictObject({
  id: z.string(),
  revision: z.int(),
  status: z.enum(['open', 'due', 'self_checked', 'graded']),
  profile: matterProfile,
  ...handlingGroup,
  concludedOn: localDate.optional(),
  selfCheckBy: localDate.optional().meta({ description: '自查期限 / Last day of the self-check' }),
  selfCheck: selfChecked.schema.omit(noClocks).optional(),
  grades: z.array(qualityGraded.schema.omit(noClocks)).readonly(),
});
export type QualityCheckCard = z.output<typeof qualityCheckCard>;

/** The card, and beside it what lists and access rules filter by. */
export interface QualityCheckDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly secrecy: string;
  readonly status: string;
  readonly handlers: readonly string[];
  readonly accessList: readonly string[];
  readonly concludedOn: string;
  readonly selfCheckBy: string;
  readonly grade: string;
  readonly card: QualityCheckCard;
}

function docOf(card: QualityCheckCard): QualityCheckDoc {
  const { id, status, profile, handler, assistants, concludedOn = '', selfCheckBy = '', grades } = card;
  const { unit, type, department, secrecy, accessList = [] } = profile;
  const handlers = [handler, ...assistants].map((each) => each.person);
  const grade = grades.at(-1)?.grade ?? '';
  return {
    id,
    unit,
    type,
    department,
    secrecy,
    accessList,
    handlers,
    status,
    concludedOn,
    selfCheckBy,
    grade,
    card,
  };
}

function withoutClocks<D extends { readonly clocks?: unknown; readonly clocksMet?: unknown }>(data: D) {
  const { clocks: _started, clocksMet: _met, ...rest } = data;
  return rest;
}

/** A fold of an event of the check's own stream. */
function change<F extends Fact>(
  apply: (card: QualityCheckCard, data: F['data']) => Partial<QualityCheckCard>,
) {
  return fold<QualityCheckDoc, F['data']>(
    ({ stream }) => idOf(stream),
    (doc, { data, revision }) =>
      doc === undefined ? undefined : docOf({ ...doc.card, ...apply(doc.card, data), revision }),
  );
}

/** One document a filed matter: what its quality check has come to. */
export const qualityChecksView = defineView<QualityCheckDoc>({
  name: 'qualityChecks',
  title: { zh: '质量检查台账', en: 'Quality checks' },
  version: 1,
  from: ['assessment', 'disposition'],
  fields: ['unit', 'type', 'department', 'secrecy', 'status', 'grade', 'concludedOn', 'selfCheckBy'],
  lists: ['handlers', 'accessList'],
  folds: {
    QualityCheckOpened: fold<QualityCheckDoc, QualityCheckOpened['data']>(
      ({ stream }) => idOf(stream),
      (_doc, { data, revision }, id) => {
        const { profile, handler, assistants } = data;
        return docOf({ id, revision, status: 'open', profile, handler, assistants, grades: [] });
      },
    ),
    QualityCheckHandlersChanged: change<QualityCheckHandlersChanged>((_card, { handler, assistants }) => ({
      handler,
      assistants,
    })),
    QualityCheckDue: change<QualityCheckDue>((_card, { concludedOn }) => ({ concludedOn, status: 'due' })),
    SelfChecked: change<SelfChecked>((_card, data) => ({
      selfCheck: withoutClocks(data),
      status: 'self_checked',
    })),
    QualityGraded: change<QualityGraded>(({ grades }, data) => ({
      grades: [...grades, withoutClocks(data)],
      status: 'graded',
    })),
    MatterConcluded: fold<QualityCheckDoc, MatterConcluded['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data }) => {
        const due = data.clocks?.find((each) => each.clock === 'DL-59')?.due;
        return doc === undefined || due === undefined ? doc : docOf({ ...doc.card, selfCheckBy: due });
      },
    ),
  },
});
