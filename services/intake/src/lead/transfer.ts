import {
  code,
  issueRef,
  leadTransferReceived,
  localDate,
  longText,
  matterNumber,
  personId,
  shortText,
  supervisedBody,
  matterType as typeCode,
  unitCode,
} from '@jiandu/contracts';
import { type Context, commandsOf, type Grant, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks, startClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { refuseAhead } from './content.ts';
import { refuseUnlessOpen } from './screening.ts';
import type { LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();
const deciders: readonly Grant[] = [{ role: 'chief', relation: 'unit' }];

const destination = {
  toUnit: unitCode.optional(),
  toBody: supervisedBody.optional(),
  opinion: longText,
  transferredOn: localDate.optional(),
};
interface Destination {
  readonly toUnit?: string | undefined;
  readonly toBody?: object | undefined;
}

function refuseDestination({ toUnit, toBody }: Destination, own: string): Refusal | undefined {
  const one = (toUnit === undefined) !== (toBody === undefined);
  return one && toUnit !== own ? undefined : refuse('transfer.nowhere', { field: 'toUnit' });
}

/** The lead belongs elsewhere. Who takes it over may neither return it nor pass it on. */
export const transferLead = command({
  title: { zh: '移送线索', en: 'Transfer a lead' },
  law: ['S4 §26', 'S2 §14'],
  input: z.strictObject(destination),
  may: deciders,
  decide(input, state, context) {
    const { transferredOn = context.today, opinion } = input;
    const refusal =
      refuseUnlessOpen(state) ??
      refuseDestination(input, state.unit) ??
      refuseAhead('transferredOn', transferredOn, context);
    if (refusal !== undefined) return refusal;
    if (state.takenOver) return refuse('transfer.bounce');
    const { content, source, discoveredOn, discoverers } = state;
    if (content === undefined) return refuse('lead.not-registered');
    const { type, title, supervisedBody: body, clause, custody, secrecy, accessList } = content;
    const origin = 'transferred' as const;
    const said = {
      type,
      title,
      supervisedBody: body,
      clause,
      source,
      origin,
      discoveredOn,
      discoverers,
      custody,
    };
    const data = { ...input, transferredOn, content: said, secrecy, accessList };
    const met = endClocks(state.running);
    return [
      {
        type: 'LeadTransferred',
        data: { ...data, ...clockNews([], met) },
        occurredOn: transferredOn,
        reason: opinion,
      },
    ];
  },
});

/** An issue of a matter points to somebody else's business: it leaves the matter as a lead under its own, narrower access. */
export const transferIssue = command({
  title: { zh: '移送事项中发现的线索', en: 'Transfer a lead found in a matter' },
  law: ['S2 §14', 'S2 §624', 'DOMAIN §4.5'],
  input: z.strictObject({
    unit: unitCode,
    matter: matterNumber,
    issue: issueRef,
    ...destination,
    type: typeCode.optional(),
    title: shortText,
    supervisedBody,
    clause: shortText.optional(),
    source: code.default('issue_transfer'),
    discoveredOn: localDate.optional(),
    custody: z.boolean().default(false),
    accessList: z.array(personId).min(1).max(100),
  }),
  may: deciders,
  creates: ({ unit, accessList }) => ({ unit, accessList }),
  decide(input, _state, context) {
    const { unit, matter, issue, toUnit, toBody, opinion, accessList, ...said } = input;
    const { transferredOn = context.today, discoveredOn = transferredOn, ...rest } = said;
    const refusal =
      refuseDestination(input, unit) ??
      refuseAhead('transferredOn', transferredOn, context) ??
      refuseAhead('discoveredOn', discoveredOn, context);
    if (refusal !== undefined) return refusal;
    const { actor } = context;
    const discoverers = [{ person: actor.person, name: actor.name, unit }];
    const content = { ...rest, origin: 'own_motion' as const, discoveredOn, discoverers };
    const data = { toUnit, toBody, opinion, transferredOn, fromIssue: { matter, issue }, content };
    return [
      {
        type: 'LeadTransferred',
        data: { ...data, secrecy: 'restricted', accessList },
        occurredOn: transferredOn,
        reason: opinion,
      },
    ];
  },
});

function clocksOfTakeover(
  { type, custody }: { type?: string | undefined; custody: boolean },
  context: Context,
) {
  return startClocks(
    ['DL-53'],
    { type, subject: context.id, start: context.today, custody },
    context.directory,
  );
}

/** The receiving unit gets the lead into its own pool. */
export const takeOverLead = command({
  title: { zh: '接收移送线索', en: 'Take over a transferred lead' },
  law: ['S4 §26'],
  input: leadTransferReceived.schema.omit({ receivedOn: true, clocks: true, clocksMet: true }),
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  creates: ({ unit, secrecy, accessList }) => ({ unit, secrecy, ...(accessList && { accessList }) }),
  decide(input, _state, context) {
    const data = { ...input, receivedOn: context.today, ...clockNews(clocksOfTakeover(input, context)) };
    return [{ type: 'LeadTransferReceived', data }];
  },
});
