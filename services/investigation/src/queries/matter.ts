import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import type { CardDoc } from '../views/card-doc.ts';
import { type VerificationCard, verificationCard } from '../views/card-shape.ts';

/** What case administration reads: that things were done, when and by whom, not what they brought to light. */
function completenessOnly(card: VerificationCard): VerificationCard {
  const { plan, ...rest } = card;
  const { aim: _aim, ...planned } = plan ?? { measures: [], team: [] };
  return {
    ...rest,
    ...(plan === undefined ? {} : { plan: planned }),
    measures: card.measures.map(({ finding: _finding, heard: _heard, ...each }) => each),
    refusedMeasures: card.refusedMeasures.map(({ ground: _ground, ...each }) => each),
    issues: card.issues.map(({ facts: _facts, oralCorrection: _told, ...each }) => each),
    reports: card.reports.map(({ facts: _facts, law: _law, proposal: _proposal, ...each }) => each),
  };
}

/** What investigation knows of one matter. */
export const matterQuery = defineQuery({
  name: 'matter',
  path: 'matters/:id',
  title: { zh: '查看调查核实', en: 'Verification of a matter' },
  input: z.strictObject({ id: matterNumber }),
  output: verificationCard.extend({ etag: z.string() }),
  may: [
    { role: 'prosecutor', relation: 'own' },
    { role: 'assistant', relation: 'own' },
    { role: 'dept_head', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
    { role: 'line_superior', relation: 'escalated' },
    { role: 'prosecutor', relation: 'escalated' },
    { role: 'chief', relation: 'escalated' },
  ],
  async answer({ id }, { authorise, collections }) {
    const doc = await collections<CardDoc>('investigation.verificationCard').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id });
    const { card, ...resource } = doc;
    const actor = authorise(resource);
    if (isRefusal(actor)) return actor;
    const shown = actor.role === 'case_admin' ? completenessOnly(card) : card;
    return { ...shown, etag: String(card.revision) };
  },
});
