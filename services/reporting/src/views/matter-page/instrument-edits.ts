import type {
  DecisionMade,
  InstrumentCopied,
  InstrumentFiledWithSuperior,
  InstrumentIssued,
  InstrumentOrdered,
  InstrumentServed,
  JointConferenceHeld,
  OpinionRevoked,
} from '@jiandu/contracts';
import { changed, type Edit, edit } from './edit.ts';
import type { MatterPage, PageInstrument } from './shape.ts';

type Order = DecisionMade['data']['instruments'][number];

function ordered(order: Order, decision?: string): PageInstrument {
  return {
    instrument: order.instrument,
    kind: order.kind,
    title: order.title,
    addressee: order.addressee,
    issues: order.issues,
    severity: order.severity,
    status: 'deciding',
    decision,
    replyBy: order.replyBy,
  };
}

function instrumentChanged(
  page: MatterPage,
  instrument: string,
  change: Partial<PageInstrument>,
): Partial<MatterPage> {
  return { instruments: changed(page.instruments, 'instrument', [instrument], () => change) };
}

/** What the events of decisions and instruments say on the page. */
export const instrumentEdits: Readonly<Record<string, Edit>> = {
  JointConferenceHeld: edit<JointConferenceHeld['data']>((page, { heldOn, chair }) => ({
    acts: [...page.acts, { act: 'joint_conference', on: heldOn, what: '', by: [chair.name] }],
  })),
  DecisionMade: edit<DecisionMade['data']>((page, data, event) => ({
    acts: [
      ...page.acts,
      {
        act: 'decision',
        on: data.decidedOn,
        what: data.outcome,
        by: [event.metadata.actor.name, data.body],
        subject: data.decision,
      },
    ],
    instruments: [...page.instruments, ...data.instruments.map((each) => ordered(each, data.decision))],
  })),
  InstrumentOrdered: edit<InstrumentOrdered['data']>((page, data) => ({
    instruments: [...page.instruments, ordered(data)],
  })),
  InstrumentIssued: edit<InstrumentIssued['data']>((page, data) => {
    const known = page.instruments.some(({ instrument }) => instrument === data.instrument);
    const listed = known
      ? page
      : { ...page, instruments: [...page.instruments, ordered(data, data.decision)] };
    return instrumentChanged(listed, data.instrument, {
      printedNumber: data.printedNumber,
      issuedOn: data.issuedOn,
      replyClock: data.replyClock?.clock,
    });
  }),
  InstrumentServed: edit<InstrumentServed['data']>((page, { instrument, method, servedOn }) =>
    instrumentChanged(page, instrument, { method, servedOn }),
  ),
  InstrumentFiledWithSuperior: edit<InstrumentFiledWithSuperior['data']>(
    (page, { instrument, superior, filedOn }) =>
      instrumentChanged(page, instrument, { filedWithSuperior: { superior, on: filedOn } }),
  ),
  InstrumentCopied: edit<InstrumentCopied['data']>((page, { instrument, to }) => ({
    instruments: changed(page.instruments, 'instrument', [instrument], ({ copiedTo }) => ({
      copiedTo: [...(copiedTo ?? []), ...to],
    })),
  })),
  OpinionRevoked: edit<OpinionRevoked['data']>((page, { instrument, revokedOn }) =>
    instrumentChanged(page, instrument, { revokedOn }),
  ),
};
