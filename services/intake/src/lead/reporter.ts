import { handlingGroup, longText, matterNumber, reporterErased } from '@jiandu/contracts';
import { commandsOf, sealingKeys } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import type { LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();

/** Who must know the reporter says why, each day anew; that it was looked up stays on record. */
export const openReporter = command({
  title: { zh: '查阅举报人信息', en: 'Open the reporter' },
  law: ['DOMAIN §4.2', 'DOMAIN §4.5', 'PIPL §51'],
  input: z.strictObject({ purpose: longText }),
  may: [
    { role: 'lead_clerk', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
    { role: 'prosecutor', relation: 'own' },
  ],
  decide({ purpose }, { content, erased }, { actor, today }) {
    if (erased) return refuse('reporter.erased');
    if (content?.reporter === undefined && content?.statement === undefined) return refuse('reporter.none');
    const data = { person: actor.person, openedOn: today, purpose };
    return [{ type: 'ReporterOpened', data, reason: purpose }];
  },
});

/** Destroys the keys under which the reporter's data lie, everywhere and for good; what else was recorded stands. */
export const eraseReporter = command({
  title: { zh: '删除举报人信息', en: 'Erase the reporter' },
  law: ['PIPL §47', 'DOMAIN §7'],
  input: reporterErased.schema.omit({ keys: true }),
  may: [
    { role: 'case_admin', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
  ],
  decide(input, { content, erased }) {
    if (erased) return refuse('reporter.erased');
    const keys = sealingKeys(content);
    if (keys.length === 0) return refuse('reporter.none');
    return [{ type: 'ReporterErased', data: { ...input, keys }, reason: input.basis }];
  },
});

/** The lead is told who handles what became of it, so that they may read it. */
export const noteHandlers = command({
  title: { zh: '记载承办人', en: 'Note the handlers' },
  law: ['DOMAIN §4.2'],
  input: z.strictObject({ matter: matterNumber, ...handlingGroup }),
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide: (input) => [{ type: 'LeadHandlersChanged', data: input }],
});
