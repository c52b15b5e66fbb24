import { documentKinds, missingDocuments } from '@jiandu/catalogue';
import { dossierArchived, dossierChecked, localDate } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { TO_ARCHIVE, typeRules } from '../type-rules.ts';
import { met } from './clock-ends.ts';
import { command, type DisposalFact, type Evolution, happened } from './facts.ts';
import { notBefore, onceConcluded } from './in-hand.ts';
import type { Disposal } from './state.ts';

export const dossierEvolution: Evolution = {
  DossierChecked: (disposal, { checkedOn }) => ({ ...disposal, phase: 'closed', checkedOn }),
  DossierArchived: (disposal) => ({ ...disposal, phase: 'archived' }),
};

const { shape: checked } = dossierChecked.schema;
const { shape: archived } = dossierArchived.schema;
const checkInput = z.strictObject({
  documents: checked.documents.refine((list) => list.length > 0),
  remarks: checked.remarks,
  checkedOn: localDate.optional(),
});

function titleOf(document: string): string {
  return documentKinds.find((kind) => kind.code === document)?.title.zh ?? document;
}

/** The check of the dossier against what the type requires (DOMAIN §2.1 "Dossier"). */
function dossierCheck(
  { documents, remarks, checkedOn: on }: z.output<typeof checkInput>,
  disposal: Disposal,
  context: Context,
): DisposalFact | Refusal {
  const { required, selfCheckFirst } = typeRules(context, disposal.profile.type).dossier;
  if (selfCheckFirst && !disposal.selfChecked) return refuse('dossier.self-check-missing');
  const present = documents.map(({ document }) => document);
  const missing = missingDocuments(required, present);
  if (missing.length > 0) {
    return refuse('dossier.incomplete', { field: 'documents', missing: missing.map(titleOf).join('、') });
  }
  const checkedOn = on ?? context.today;
  const early = notBefore('checkedOn', checkedOn, disposal.concludedOn ?? disposal.filedOn);
  if (early !== undefined) return early;
  const archive = { clock: TO_ARCHIVE, subject: context.id, start: checkedOn };
  const data = {
    documents,
    count: documents.reduce((sum, { copies }) => sum + copies, 0),
    checkedOn,
    remarks,
    clocks: clocksStarted(disposal, context, [archive]),
  };
  return happened('DossierChecked', data, checkedOn);
}

/** Closing the dossier and handing it to the archive. */
export const dossierCommands = {
  checkDossier: command({
    title: { zh: '检查卷宗', en: 'Check the dossier' },
    law: ['DOMAIN §2.1', 'DOMAIN §3.2', 'S51'],
    input: checkInput,
    may: [{ role: 'case_admin', relation: 'unit' }],
    decide: onceConcluded((input, disposal, context) => {
      if (disposal.phase !== 'concluded') return refuse('matter.concluded', { phase: disposal.phase });
      const fact = dossierCheck(input, disposal, context);
      return isRefusal(fact) ? fact : [fact];
    }),
  }),

  archiveDossier: command({
    title: { zh: '归档', en: 'Archive the dossier' },
    law: ['DOMAIN §3.2', 'DOMAIN §3.3', 'S51'],
    input: z.strictObject({
      retention: archived.retention.optional(),
      archiveNumber: archived.archiveNumber,
      volumes: archived.volumes,
      pages: archived.pages,
      archivedOn: localDate.optional(),
      documents: checked.documents
        .optional()
        .meta({ description: '未单独检查的，归档时清点 / Counted now where no check of its own was made' }),
    }),
    may: [
      { role: 'archivist', relation: 'unit' },
      { role: 'clerk', relation: 'unit' },
    ],
    decide: onceConcluded(({ documents, ...input }, disposal, context) => {
      if (disposal.phase === 'archived') return refuse('matter.concluded', { phase: disposal.phase });
      const { separateCheck, retention } = typeRules(context, disposal.profile.type).dossier;
      const archivedOn = input.archivedOn ?? context.today;
      const checkNow = disposal.phase !== 'closed';
      if (checkNow && (separateCheck || documents === undefined)) return refuse('dossier.not-checked');
      const check =
        checkNow && documents !== undefined
          ? dossierCheck({ documents, checkedOn: archivedOn }, disposal, context)
          : undefined;
      if (isRefusal(check)) return check;
      const early = notBefore('archivedOn', archivedOn, disposal.checkedOn ?? archivedOn);
      if (early !== undefined) return early;
      const clocksMet =
        check === undefined
          ? met(disposal, [TO_ARCHIVE], [context.id])
          : [{ clock: TO_ARCHIVE, subject: context.id }];
      const data = { ...input, retention: input.retention ?? retention, archivedOn, clocksMet };
      const handedOver = happened('DossierArchived', data, archivedOn);
      return check === undefined ? [handedOver] : [check, handedOver];
    }),
  }),
};
