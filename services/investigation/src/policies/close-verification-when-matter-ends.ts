import type { MatterConcluded } from '@jiandu/contracts';
import { definePolicy, type Envelope, idOf, when } from '@jiandu/eventing';

const tolerate = ['thing.unknown', 'verification.closed', 'number.voided'];

function close(ground: 'concluded' | 'voided', endedOn: string, { stream }: Envelope<unknown>) {
  const input = { ground, endedOn };
  return [{ command: 'investigation.closeVerification', id: idOf(stream), input, tolerate }];
}

/** Nothing is investigated in a matter that is done or void. */
export const closeVerificationWhenMatterEnds = definePolicy({
  name: 'closeVerificationWhenMatterEnds',
  title: { zh: '办结、作废后终止调查核实', en: 'Close verification when the matter ends' },
  from: ['intake', 'disposition'],
  on: {
    MatterConcluded: when<MatterConcluded['data']>((event) =>
      close('concluded', event.data.concludedOn, event),
    ),
    MatterVoided: when((event) => close('voided', event.metadata.occurredOn, event)),
  },
});
