import type {
  DecisionMade,
  InstrumentIssued,
  InstrumentOrdered,
  InstrumentServed,
  OpinionRevoked,
  RectificationVerified,
  ReExaminationDecided,
  ReExaminationRequested,
  ReplyAssessed,
  ReplyOverdue,
  ReplyReceived,
  ReplyUrged,
} from '@jiandu/contracts';
import { type Doc, defineView, type Envelope, type Fold, fold, idOf } from '@jiandu/eventing';

type Order = DecisionMade['data']['instruments'][number];

/** Where an instrument stands, in the words of DOMAIN §3.2. */
export type InstrumentStatus =
  | 'ordered'
  | 'issued'
  | 'awaiting_reply'
  | 'served'
  | 'overdue'
  | 'urged'
  | 'replied'
  | 're_examining'
  | 'following_up'
  | 'revoked';

/** One row of the list of instruments (文书台账). */
export interface InstrumentRow extends Doc {
  readonly matter: string;
  readonly instrument: string;
  readonly unit: string;
  readonly secrecy: string;
  /** Nobody by name: rows of restricted matters are in no list. */
  readonly accessList: readonly string[];
  readonly kind: string;
  readonly title: string;
  readonly addressee: string;
  readonly issues: readonly string[];
  readonly status: InstrumentStatus;
  readonly orderedOn: string;
  readonly printedNumber: string | null;
  readonly servedOn: string | null;
  readonly due: string | null;
  readonly repliedOn: string | null;
  /** Passed its last day without an answer at some time; stays for the record. */
  readonly wasOverdue: boolean;
  /** Is past its last day and still unanswered. */
  readonly overdue: boolean;
  readonly adoption: string | null;
}

const rowId = (event: Envelope, instrument: string) => `${idOf(event.stream)}/${instrument}`;

function begun(event: Envelope, order: Order): InstrumentRow {
  const { unit, secrecy, occurredOn } = event.metadata;
  return {
    id: rowId(event, order.instrument),
    matter: idOf(event.stream),
    instrument: order.instrument,
    unit,
    secrecy,
    accessList: [],
    kind: order.kind,
    title: order.title,
    addressee: order.addressee.name,
    issues: order.issues,
    status: 'ordered',
    orderedOn: occurredOn,
    printedNumber: null,
    servedOn: null,
    due: null,
    repliedOn: null,
    wasOverdue: false,
    overdue: false,
    adoption: null,
  };
}

/** A change of the rows of the instruments an event speaks of. */
function ofInstruments<D extends { instrument?: string } | { instruments: readonly string[] }>(
  change: (data: D) => Partial<InstrumentRow>,
): Fold<InstrumentRow> {
  return fold<InstrumentRow, D>(
    (event) => {
      const { data } = event;
      const refs = 'instruments' in data ? data.instruments : 'instrument' in data ? [data.instrument] : [];
      return refs.flatMap((ref) => (ref === undefined ? [] : [rowId(event as Envelope, ref)]));
    },
    (row, { data }) => row && { ...row, ...change(data) },
  );
}

/** Every instrument of the house, one row each. */
export const instrumentList = defineView<InstrumentRow>({
  name: 'instrumentList',
  title: { zh: '文书台账', en: 'List of instruments' },
  version: 1,
  from: ['disposition'],
  fields: [
    'unit',
    'secrecy',
    'kind',
    'status',
    'overdue',
    'wasOverdue',
    'matter',
    'due',
    'orderedOn',
    'servedOn',
  ],
  lists: ['accessList'],
  folds: {
    DecisionMade: fold<InstrumentRow, DecisionMade['data']>(
      (event) => event.data.instruments.map(({ instrument }) => rowId(event as Envelope, instrument)),
      (row, event, id) => {
        const order = event.data.instruments.find((each) => rowId(event as Envelope, each.instrument) === id);
        return row ?? (order && begun(event as Envelope, order));
      },
    ),
    InstrumentOrdered: fold<InstrumentRow, InstrumentOrdered['data']>(
      (event) => rowId(event as Envelope, event.data.instrument),
      (row, event) => row ?? begun(event as Envelope, event.data),
    ),
    InstrumentIssued: ofInstruments<InstrumentIssued['data']>(({ printedNumber }) => ({
      printedNumber,
      status: 'issued',
    })),
    InstrumentServed: ofInstruments<InstrumentServed['data']>(({ servedOn, clocks = [] }) => ({
      servedOn,
      due: clocks[0]?.due ?? null,
      status: clocks.length > 0 ? 'awaiting_reply' : 'served',
    })),
    ReplyOverdue: ofInstruments<ReplyOverdue['data']>(() => ({
      status: 'overdue',
      overdue: true,
      wasOverdue: true,
    })),
    ReplyUrged: ofInstruments<ReplyUrged['data']>(({ clocks = [] }) => ({
      status: 'urged',
      due: clocks[0]?.due ?? null,
    })),
    ReplyReceived: ofInstruments<ReplyReceived['data']>(({ kind, receivedOn }) =>
      kind === 'progress' ? {} : { status: 'replied', repliedOn: receivedOn, overdue: false },
    ),
    ReplyAssessed: ofInstruments<ReplyAssessed['data']>(({ adoption }) => ({
      adoption,
      status: 'following_up',
    })),
    ReExaminationRequested: ofInstruments<ReExaminationRequested['data']>(({ receivedOn }) => ({
      status: 're_examining',
      repliedOn: receivedOn,
      overdue: false,
    })),
    ReExaminationDecided: ofInstruments<ReExaminationDecided['data']>(() => ({ status: 'awaiting_reply' })),
    RectificationVerified: ofInstruments<RectificationVerified['data']>(() => ({ status: 'following_up' })),
    OpinionRevoked: ofInstruments<OpinionRevoked['data']>(() => ({ status: 'revoked', overdue: false })),
  },
});
