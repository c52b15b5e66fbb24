import { localDate, shortText, unitCode } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { refuseAhead } from './content.ts';
import type { LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();

/** A state secret never gets here. What may be known is that there is something, where, and under which number. */
export const keepOffline = command({
  title: { zh: '涉密线下办理', en: 'Keep offline' },
  law: ['保密法 §17', 'DOMAIN §4.5'],
  input: z.strictObject({ unit: unitCode, offlineNumber: shortText, keptOn: localDate.optional() }),
  may: [
    { role: 'lead_clerk', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
  ],
  creates: ({ unit }) => ({ unit }),
  decide(input, _state, context) {
    const { unit, offlineNumber, keptOn = context.today } = input;
    const ahead = refuseAhead('keptOn', keptOn, context);
    if (ahead !== undefined) return ahead;
    return [{ type: 'LeadKeptOffline', data: { unit, keptOn, offlineNumber }, occurredOn: keptOn }];
  },
});
