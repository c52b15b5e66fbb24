import { staffMemberOn } from '@jiandu/access';
import { leadSourceOf } from '@jiandu/catalogue';
import { code, leadRegistered, localDate, personId, type StaffMember, unitCode } from '@jiandu/contracts';
import { type Context, commandsOf, type Grant, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, startClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { contentFields, correctionFields, refuseAhead, refuseContent } from './content.ts';
import type { LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();

const window: readonly Grant[] = [
  { role: 'lead_clerk', relation: 'unit' },
  { role: 'case_admin', relation: 'unit' },
];
const finders: readonly Grant[] = [
  ...window,
  { role: 'prosecutor', relation: 'unit' },
  { role: 'assistant', relation: 'unit' },
  { role: 'dept_head', relation: 'unit' },
];

/** A complaint, report or application must be answered from the day it came (S2 §161, §163). */
function clocksOfReceipt(source: string): readonly string[] {
  if (leadSourceOf(source)?.origin !== 'on_application') return [];
  return source === 'letter' ? ['DL-01', 'DL-02', 'DL-03'] : ['DL-01'];
}

function originOf(source: string): 'own_motion' | 'on_application' | 'transferred' {
  return leadSourceOf(source)?.origin ?? 'own_motion';
}

function selfOf({ actor: { person, name, unit } }: Context): StaffMember {
  return { person, name, unit };
}

/** Whoever enters a lead found it, unless another is named. */
function finderOf(named: string | undefined, day: string, context: Context): StaffMember | Refusal {
  if (named === undefined) return selfOf(context);
  return staffMemberOn(context.directory, named, day, (person) =>
    refuse('person.unknown', { field: 'discoverer', person }),
  );
}

export const registerLead = command({
  title: { zh: '登记线索', en: 'Register a lead' },
  law: ['S2 §157', 'S5 §37', 'DOMAIN §2.1'],
  input: z.strictObject({
    unit: unitCode,
    source: code,
    discoveredOn: localDate.optional(),
    discoverer: personId
      .optional()
      .meta({ description: '发现人，默认为登记人 / Who found it; who enters it unless told' }),
    line: code.optional(),
    department: code.optional(),
    ...contentFields,
    fromInstrument: leadRegistered.schema.shape.fromInstrument,
  }),
  may: finders,
  creates: ({ unit, secrecy, accessList }) => ({ unit, secrecy, ...(accessList && { accessList }) }),
  decide(input, _state, context) {
    const { source, type, custody, discoveredOn = context.today } = input;
    const refusal =
      refuseAhead('discoveredOn', discoveredOn, context) ?? refuseContent(input, source, context);
    if (refusal !== undefined) return refusal;
    const ground = { type, subject: context.id, start: context.today, custody };
    const clocks = startClocks([...clocksOfReceipt(source), 'DL-53'], ground, context.directory);
    const discoverer = finderOf(input.discoverer, discoveredOn, context);
    if (isRefusal(discoverer)) return discoverer;
    const known = { origin: originOf(source), discoveredOn, registeredOn: context.today, discoverer };
    return [{ type: 'LeadRegistered', data: { ...input, ...known, ...clockNews(clocks) } }];
  },
});

export const receiveLead = command({
  title: { zh: '接收线索材料', en: 'Receive a lead at the window' },
  law: ['S2 §156', 'S2 §161', 'S5 §26'],
  input: z.strictObject({
    unit: unitCode,
    source: code,
    channel: code.optional(),
    receivedOn: localDate.optional(),
    ...contentFields,
  }),
  may: window,
  creates: ({ unit, secrecy, accessList }) => ({ unit, secrecy, ...(accessList && { accessList }) }),
  decide(input, _state, context) {
    const { source, type, custody, receivedOn = context.today } = input;
    const refusal = refuseAhead('receivedOn', receivedOn, context) ?? refuseContent(input, source, context);
    if (refusal !== undefined) return refusal;
    const ground = { type, subject: context.id, start: receivedOn, custody };
    const clocks = startClocks(clocksOfReceipt(source), ground, context.directory);
    return [
      { type: 'LeadReceived', data: { ...input, receivedOn, ...clockNews(clocks) }, occurredOn: receivedOn },
    ];
  },
});

/** What the window took is entered in the pool; corrections are made here, the first wording stays in its event. */
export const registerReceivedLead = command({
  title: { zh: '登记已接收的线索', en: 'Register a received lead' },
  law: ['S2 §157', 'DOMAIN §2.1'],
  input: z.strictObject({ ...correctionFields, line: code.optional(), department: code.optional() }),
  may: window,
  decide(input, state, context) {
    const { content, source } = state;
    if (state.status === 'lead_registered') return refuse('lead.registered');
    if (state.status !== 'lead_received' || content === undefined)
      return refuse('lead.ended', { status: state.status });
    const { statement: _statement, reporter: _reporter, ...said } = content;
    const data = {
      ...said,
      ...input,
      title: input.title ?? said.title,
      supervisedBody: input.supervisedBody ?? said.supervisedBody,
      custody: input.custody ?? said.custody,
      secrecy: input.secrecy ?? said.secrecy,
    };
    const refusal = refuseContent(data, source, context);
    if (refusal !== undefined) return refusal;
    const ground = { type: data.type, subject: context.id, start: context.today, custody: data.custody };
    const clocks = startClocks(['DL-53'], ground, context.directory);
    const { unit, discoveredOn } = state;
    const found = { unit, source, origin: originOf(source), discoveredOn, discoverer: selfOf(context) };
    const entered = { ...data, ...found, registeredOn: context.today };
    return [{ type: 'LeadRegistered', data: { ...entered, ...clockNews(clocks) } }];
  },
});
