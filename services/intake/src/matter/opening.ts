import { leadId, localDate, longText, matterProfile, provenance } from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks, startClocks } from '../clock-starts.ts';
import { unfiled } from './standing.ts';
import type { MatterFact, MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** The lead got its number: the matter is there, and the time to propose filing runs. */
export const openMatter = command({
  title: { zh: '受理建档', en: 'Open a matter' },
  law: ['DOMAIN §2.1', 'DOMAIN §3.1'],
  input: z.strictObject({ lead: leadId, acceptedOn: localDate, profile: matterProfile, provenance }),
  internal: true,
  startsStream: true,
  may: [{ role: 'system', relation: 'system' }],
  decide({ acceptedOn, profile, provenance: from }, state, { id, directory }) {
    if (state.status !== 'none') return [];
    const { type, function: branch, custody } = profile;
    const ground = { type, function: branch, subject: id, start: acceptedOn, custody };
    const clocks = startClocks(['DL-54'], ground, directory);
    const data = { acceptedOn, profile, provenance: from, ...clockNews(clocks) };
    return [{ type: 'MatterAccepted', data, occurredOn: acceptedOn }];
  },
});

/** Opened by mistake: the number stays, void, with the reason. Once filed, a matter ends like every other. */
export const voidNumber = command({
  title: { zh: '作废编号', en: 'Void a number' },
  law: ['DOMAIN §3.1'],
  input: z.strictObject({ opinion: longText }),
  may: [{ role: 'case_admin', relation: 'unit' }],
  decide({ opinion }, state, context) {
    const open = unfiled(state, context);
    if (isRefusal(open)) return open;
    const met = endClocks(state.running);
    return [{ type: 'MatterVoided', data: { opinion, ...clockNews([], met) }, reason: opinion }];
  },
});
