import type { LeadHandlersChanged, LeadReceived, ReporterErased, ReporterOpened } from '@jiandu/contracts';
import { type Doc, defineView, fold, idOf } from '@jiandu/eventing';

type Content = Pick<LeadReceived['data'], 'unit' | 'reporter' | 'statement' | 'secrecy' | 'accessList'>;

/** Who came with a lead: sealed, apart from the pool, and who looked it up when. */
export interface ReporterDoc extends Doc {
  readonly unit: string;
  readonly handlers: readonly string[];
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly reporter: Content['reporter'] | null;
  readonly statement: string | null;
  readonly openings: readonly { readonly person: string; readonly on: string; readonly purpose: string }[];
  readonly erased: boolean;
}

const taken = fold<ReporterDoc, Content>(
  ({ stream }) => idOf(stream),
  (doc, { data }, id) => {
    const { unit, reporter, statement, secrecy, accessList = [] } = data;
    if (reporter === undefined && statement === undefined) return doc;
    const blank = { handlers: [], openings: [], erased: false };
    const personal = { reporter: reporter ?? null, statement: statement ?? null };
    return { ...(doc ?? blank), id, unit, secrecy, accessList, ...personal };
  },
);

/** Reporters, sealed under the keys of their own. */
export const reporters = defineView<ReporterDoc>({
  name: 'reporters',
  title: { zh: '举报人信息（密封）', en: 'Reporters, sealed' },
  version: 1,
  from: ['intake'],
  fields: ['unit', 'erased'],
  folds: {
    LeadReceived: taken,
    LeadRegistered: taken,
    LeadTransferReceived: taken,
    LeadHandlersChanged: fold<ReporterDoc, LeadHandlersChanged['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data: { handler, assistants } }) =>
        doc && { ...doc, handlers: [handler, ...assistants].map(({ person }) => person) },
    ),
    ReporterOpened: fold<ReporterDoc, ReporterOpened['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data: { person, openedOn, purpose } }) =>
        doc && { ...doc, openings: [...doc.openings, { person, on: openedOn, purpose }] },
    ),
    ReporterErased: fold<ReporterDoc, ReporterErased['data']>(
      ({ stream }) => idOf(stream),
      (doc) => doc && { ...doc, reporter: null, statement: null, erased: true },
    ),
  },
});
