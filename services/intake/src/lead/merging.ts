import { leadDuplicateFlagged, leadId, listOf, longText, staffMember, unitCode } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { refuseUnlessOpen } from './screening.ts';
import { type LeadFact, type LeadState, withDiscoverers } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();

/** This lead ends in another one, which keeps all who found it; the count of leads stays one (DOMAIN §10 (11)). */
export const mergeLead = command({
  title: { zh: '并案', en: 'Merge a lead into another' },
  law: ['S4 §27', 'DOMAIN §10 (11)'],
  input: z.strictObject({ into: leadId, opinion: longText }),
  may: [
    { role: 'lead_clerk', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
    { role: 'case_admin', relation: 'above' },
  ],
  decide({ into, opinion }, state, { id }) {
    if (into === id) return refuse('merge.itself', { field: 'into' });
    const closed = refuseUnlessOpen(state);
    if (closed !== undefined) return closed;
    const { discoverers } = state;
    const met = endClocks(state.running);
    return [
      { type: 'LeadMerged', data: { into, discoverers, opinion, ...clockNews([], met) }, reason: opinion },
    ];
  },
});

/** The other side of a merger. What came in when this lead had itself been merged is carried on to where it went. */
export const absorbLead = command({
  title: { zh: '并入线索', en: 'Absorb a merged lead' },
  law: ['DOMAIN §10 (11)'],
  input: z.strictObject({ from: leadId, fromUnit: unitCode, discoverers: listOf(staffMember, 50) }),
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide(input, state) {
    const { mergedInto } = state;
    if (mergedInto === input.from) return refuse('merge.circular');
    const absorbed: LeadFact = { type: 'LeadAbsorbed', data: input };
    if (mergedInto === undefined) return [absorbed];
    const discoverers = withDiscoverers(state.discoverers, input.discoverers);
    const opinion = `${input.from} → ${mergedInto}`;
    return [absorbed, { type: 'LeadMerged', data: { into: mergedInto, discoverers, opinion } }];
  },
});

/** A sign that another lead says the same; no decision. */
export const flagDuplicate = command({
  title: { zh: '提示疑似重复', en: 'Flag a possible duplicate' },
  law: ['DOMAIN §2.1'],
  input: leadDuplicateFlagged.schema,
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide(input, { duplicates }) {
    return duplicates.includes(input.of) ? [] : [{ type: 'LeadDuplicateFlagged', data: input }];
  },
});
