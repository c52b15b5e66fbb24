import { localDate, partyNotified } from '@jiandu/contracts';
import { commandsOf, refuseByKernel } from '@jiandu/eventing';
import { clockNews } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { refuseStanding } from './standing.ts';
import type { MatterFact, MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** Those who came are told what became of it; who they are stands with the lead, not here. */
export const notifyParty = command({
  title: { zh: '告知当事人', en: 'Notify a party' },
  law: ['S2 §163', 'S2 §552', 'S2 §561'],
  input: partyNotified.schema
    .omit({ notifiedOn: true, clocks: true, clocksMet: true })
    .extend({ notifiedOn: localDate.optional() }),
  may: [
    { role: 'prosecutor', relation: 'own' },
    { role: 'assistant', relation: 'own' },
    { role: 'lead_clerk', relation: 'unit' },
  ],
  decide(input, state, context) {
    const { opening } = state;
    const { today } = context;
    const { notifiedOn = today, party, about } = input;
    const standing = refuseStanding(state, context);
    if (standing !== undefined) return standing;
    if (notifiedOn > today)
      return refuseByKernel('date.in-future', { field: 'notifiedOn', date: notifiedOn, today });
    if (opening === undefined || (!opening.profile.complainant && party !== 'transferring_agency')) {
      return refuse('party.none', { field: 'party' });
    }
    // Who wrote a letter hears within three months how far it is (S2 §163); the clock runs with the lead.
    const answers = opening.provenance.source === 'letter' && about !== 'acceptance';
    const met = answers ? [{ clock: 'DL-03', subject: opening.profile.lead }] : [];
    return [
      {
        type: 'PartyNotified',
        data: { ...input, notifiedOn, ...clockNews([], met) },
        occurredOn: notifiedOn,
      },
    ];
  },
});
