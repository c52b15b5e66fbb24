import { statusAfter } from '@jiandu/catalogue';
import { type ClockNews, type FoldedClock, foldClocks, isOpen } from '@jiandu/clocks';
import type {
  LeadAbsorbed,
  LeadDuplicateFlagged,
  LeadHandlersChanged,
  LeadKeptOffline,
  LeadMerged,
  LeadReceived,
  LeadRegistered,
  LeadScreened,
  LeadTransferReceived,
  LeadTransferred,
  MatterNumbered,
  StaffMember,
  SupervisedBody,
} from '@jiandu/contracts';
import { type Doc, defineView, type Envelope, fold, idOf, searchWords } from '@jiandu/eventing';
import { withDiscoverers } from '../lead/state.ts';

/** A lead as the pool shows it: nothing personal in it. */
export interface LeadDoc extends Doc {
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly type: string | null;
  readonly subKind: string | null;
  readonly title: string;
  readonly facts: string | null;
  /** Name of the supervised body, for filters. */
  readonly body: string;
  readonly supervisedBody: SupervisedBody | null;
  readonly clause: string | null;
  readonly place: string | null;
  readonly department: string | null;
  readonly custody: boolean;
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly handlers: readonly string[];
  readonly sharedWith: readonly string[];
  readonly escalatedTo: null;
  readonly discoveredOn: string;
  readonly receivedOn: string | null;
  readonly registeredOn: string | null;
  readonly discoverers: readonly StaffMember[];
  /** Clocks that run or ran, and the nearest day on which one of them ends. */
  readonly clocks: readonly FoldedClock[];
  readonly dueOn: string | null;
  readonly duplicates: readonly {
    readonly lead: string;
    readonly unit: string;
    readonly similarity: number;
  }[];
  readonly flagged: boolean;
  readonly mergedInto: string | null;
  readonly matter: string | null;
  readonly fromIssue: { readonly matter: string; readonly issue: string } | null;
  readonly opinion: string | null;
  readonly words: readonly string[];
  readonly revision: number;
}

type Told = Omit<
  LeadReceived['data'] & LeadRegistered['data'],
  'unit' | 'source' | 'reporter' | 'statement' | 'receivedOn'
>;

const blank: Omit<LeadDoc, 'id'> = {
  unit: '',
  status: '',
  source: '',
  type: null,
  subKind: null,
  title: '',
  facts: null,
  body: '',
  supervisedBody: null,
  clause: null,
  place: null,
  department: null,
  custody: false,
  secrecy: 'internal',
  accessList: [],
  handlers: [],
  sharedWith: [],
  escalatedTo: null,
  discoveredOn: '',
  receivedOn: null,
  registeredOn: null,
  discoverers: [],
  clocks: [],
  dueOn: null,
  duplicates: [],
  flagged: false,
  mergedInto: null,
  matter: null,
  fromIssue: null,
  opinion: null,
  words: [],
  revision: 0,
};

/** What the pool shows of a lead's content. */
function told(doc: LeadDoc, data: Partial<Told>): Partial<LeadDoc> {
  const body = data.supervisedBody?.name ?? doc.body;
  const title = data.title ?? doc.title;
  return {
    type: data.type ?? doc.type,
    subKind: data.subKind ?? doc.subKind,
    title,
    facts: data.facts ?? doc.facts,
    body,
    supervisedBody: data.supervisedBody ?? doc.supervisedBody,
    clause: data.clause ?? doc.clause,
    place: data.place ?? doc.place,
    department: data.department ?? doc.department,
    custody: data.custody ?? doc.custody,
    secrecy: data.secrecy ?? doc.secrecy,
    accessList: data.accessList ?? doc.accessList,
    discoveredOn: data.discoveredOn ?? doc.discoveredOn,
    registeredOn: data.registeredOn ?? doc.registeredOn,
    words: searchWords(`${title} ${body}`),
  };
}

/** The nearest day on which an open clock ends. */
function clocksAfter(
  doc: LeadDoc,
  { type, data, metadata }: Envelope<ClockNews>,
): Pick<LeadDoc, 'clocks' | 'dueOn'> {
  if (data.clocks === undefined && data.clocksMet === undefined)
    return { clocks: doc.clocks, dueOn: doc.dueOn };
  const clocks = foldClocks(doc.clocks, { type, data, occurredOn: metadata.occurredOn });
  const due = clocks.filter(isOpen).map((clock) => clock.due);
  return { clocks, dueOn: due.sort()[0] ?? null };
}

/** A fold of an event of the lead's own stream: clocks, status and revision move with every one of them. */
function onLead<D>(change: (doc: LeadDoc, event: Envelope<D>) => Partial<LeadDoc>) {
  return fold<LeadDoc, D>(
    ({ stream }) => idOf(stream),
    (before, event, id) => {
      const doc = before ?? { id, ...blank };
      const after = { ...doc, ...change(doc, event), ...clocksAfter(doc, event as Envelope<ClockNews>) };
      const fact = { type: event.type, data: event.data as Readonly<Record<string, unknown>> };
      const status = statusAfter(fact, doc.status === '' ? undefined : doc.status) ?? doc.status;
      return { ...after, status, revision: event.revision };
    },
  );
}

function peopleOf(members: readonly StaffMember[]): readonly string[] {
  return members.map(({ person }) => person);
}

/** Adds discoverers; who found it may read it. */
function found(doc: LeadDoc, members: readonly StaffMember[]): Partial<LeadDoc> {
  const discoverers = withDiscoverers(doc.discoverers, members);
  return { discoverers, handlers: [...new Set([...doc.handlers, ...peopleOf(discoverers)])] };
}

/** The lead pool (线索池) of all units. */
export const leadPool = defineView<LeadDoc>({
  name: 'leadPool',
  title: { zh: '线索池', en: 'Lead pool' },
  version: 1,
  from: ['intake'],
  fields: [
    'unit',
    'status',
    'source',
    'type',
    'body',
    'department',
    'secrecy',
    'escalatedTo',
    'flagged',
    'registeredOn',
    'dueOn',
    'matter',
  ],
  lists: ['handlers', 'sharedWith', 'accessList', 'words'],
  folds: {
    LeadReceived: onLead<LeadReceived['data']>((doc, { data }) => {
      const { unit, source, receivedOn } = data;
      return { ...told(doc, data), unit, source, receivedOn, discoveredOn: receivedOn };
    }),
    LeadRegistered: onLead<LeadRegistered['data']>((doc, { data }) => {
      const { unit, source, fromIssue = null } = data;
      return { ...told(doc, data), unit, source, fromIssue, ...found(doc, [data.discoverer]) };
    }),
    LeadTransferReceived: onLead<LeadTransferReceived['data']>((doc, { data }) => {
      const { unit, source, receivedOn } = data;
      const dates = { receivedOn, registeredOn: receivedOn };
      return { ...told(doc, data), unit, source, ...dates, ...found(doc, data.discoverers) };
    }),
    LeadTransferred: onLead<LeadTransferred['data']>((doc, { data, metadata }) => {
      const { content, fromIssue, opinion, secrecy, accessList = [], toUnit } = data;
      const sharedWith = toUnit === undefined ? doc.sharedWith : [...doc.sharedWith, toUnit];
      if (fromIssue === undefined || content === undefined) return { opinion, sharedWith };
      const { unit } = metadata;
      const born = { unit, source: content.source, fromIssue, opinion, secrecy, accessList };
      return { ...told(doc, content), ...found(doc, content.discoverers), ...born };
    }),
    LeadKeptOffline: onLead<LeadKeptOffline['data']>((_doc, { data: { unit, keptOn } }) => ({
      unit,
      discoveredOn: keptOn,
      title: '涉密线下办理',
    })),
    LeadDuplicateFlagged: onLead<LeadDuplicateFlagged['data']>((doc, { data }) => ({
      duplicates: [...doc.duplicates, { lead: data.of, unit: data.ofUnit, similarity: data.similarity }],
      flagged: true,
    })),
    LeadScreened: onLead<LeadScreened['data']>((doc, { data }) => ({
      type: data.type ?? doc.type,
      subKind: data.subKind ?? doc.subKind,
      department: data.department ?? doc.department,
      opinion: data.opinion,
    })),
    LeadMerged: onLead<LeadMerged['data']>((_doc, { data }) => ({
      mergedInto: data.into,
      opinion: data.opinion,
    })),
    LeadAbsorbed: onLead<LeadAbsorbed['data']>((doc, { data }) => found(doc, data.discoverers)),
    LeadNotAccepted: onLead<{ opinion: string }>((_doc, { data }) => ({ opinion: data.opinion })),
    LeadAccepted: onLead<unknown>(() => ({})),
    ReporterOpened: onLead<unknown>(() => ({})),
    ReporterErased: onLead<unknown>(() => ({})),
    LeadHandlersChanged: onLead<LeadHandlersChanged['data']>((doc, { data }) => ({
      matter: data.matter,
      handlers: [...new Set([...peopleOf([data.handler, ...data.assistants]), ...peopleOf(doc.discoverers)])],
    })),
    MatterNumbered: fold<LeadDoc, MatterNumbered['data']>(
      ({ data }) => data.lead,
      (doc, { data }) => doc && { ...doc, matter: data.matter },
    ),
  },
});
