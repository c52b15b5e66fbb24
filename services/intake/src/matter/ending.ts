import { matterEndNoted } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import type { MatterFact, MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** Disposition concluded or terminated the matter: who handles it is settled. Said again it changes nothing. */
export const noteEnd = command({
  title: { zh: '备悉事项了结', en: 'Note the end of a matter' },
  law: ['DOMAIN §3.2'],
  input: matterEndNoted.schema,
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide: (data, { status }) =>
    status === 'filed' ? [{ type: 'MatterEndNoted', data, occurredOn: data.endedOn }] : [],
});
