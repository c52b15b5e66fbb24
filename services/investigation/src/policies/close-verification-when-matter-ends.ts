import type { MatterConcluded, MatterTerminated } from '@jiandu/contracts';
import { definePolicy, type Envelope, idOf, when } from '@jiandu/eventing';

const tolerate = ['thing.unknown', 'verification.closed', 'number.voided'];

function close(
  ground: 'concluded' | 'terminated' | 'voided',
  endedOn: string,
  { stream }: Envelope<unknown>,
) {
  const input = { ground, endedOn };
  return [{ command: 'investigation.closeVerification', id: idOf(stream), input, tolerate }];
}

/** Nothing is investigated in a matter that is done, given up or void. */
export const closeVerificationWhenMatterEnds = definePolicy({
  name: 'closeVerificationWhenMatterEnds',
  title: { zh: '办结、终结、作废后终止调查核实', en: 'Close verification when the matter ends' },
  from: ['intake', 'disposition'],
  on: {
    MatterConcluded: when<MatterConcluded['data']>((event) =>
      close('concluded', event.data.concludedOn, event),
    ),
    MatterTerminated: when<MatterTerminated['data']>((event) => {
      const { ground, terminatedOn } = event.data;
      return close(ground === 'voided' ? 'voided' : 'terminated', terminatedOn, event);
    }),
    MatterVoided: when((event) => close('voided', event.metadata.occurredOn, event)),
  },
});
