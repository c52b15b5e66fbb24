import type { FilingApproved, MatterVoided } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** A filed matter may be disposed of: nothing else opens a disposal (DOMAIN §10 (1)). */
export const openDisposalWhenFilingApproved = definePolicy({
  name: 'openDisposalWhenFilingApproved',
  title: { zh: '批准立案即启动监督处理', en: 'Open the disposal when filing is approved' },
  from: ['intake'],
  on: {
    FilingApproved: when<FilingApproved['data']>(({ data, stream }) => {
      const { profile, provenance, handler, assistants, filedOn } = data;
      const input = { profile, provenance, handler, assistants, filedOn };
      return [
        { command: 'disposition.openDisposal', id: idOf(stream), input, tolerate: ['matter.already-open'] },
      ];
    }),
  },
});

/** A void number carries nothing; a matter that was never filed has no disposal to end. */
export const voidDisposalWhenMatterVoided = definePolicy({
  name: 'voidDisposalWhenMatterVoided',
  title: { zh: '事项作废即终止监督处理', en: 'Void the disposal when the matter is voided' },
  from: ['intake'],
  on: {
    MatterVoided: when<MatterVoided['data']>(({ data: { opinion }, stream, metadata }) => [
      {
        command: 'disposition.voidDisposal',
        id: idOf(stream),
        input: { opinion, voidedOn: metadata.occurredOn },
        tolerate: ['thing.unknown', 'matter.terminated', 'number.voided'],
      },
    ]),
  },
});
