import {
  code,
  localDate,
  longText,
  personId,
  personName,
  recusalRef,
  recusalRequested,
} from '@jiandu/contracts';
import { commandsOf, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks, startClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { alive, refuseStanding } from './standing.ts';
import { groupOf, type MatterFact, type MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** In civil and administrative matters who is challenged stops until it is decided, unless it is urgent (DOMAIN §4.4). */
const STOPS: ReadonlySet<string> = new Set(['civil', 'administrative']);
/** The criminal rules name no number of days for the decision. */
const WITHOUT_DAYS: ReadonlySet<string> = new Set(['criminal']);

export const requestRecusal = command({
  title: { zh: '申请回避', en: 'Request a recusal' },
  law: ['S9 §29-32', 'S2 §24-37', 'S5 §12-17', 'S6 §13-17', 'S4 §19-23'],
  input: z.strictObject({
    challenged: personId,
    by: z.strictObject({ kind: recusalRequested.schema.shape.by.shape.kind, name: personName.optional() }),
    ground: code,
    statement: longText.optional(),
    urgent: z.boolean().default(false),
    receivedOn: localDate.optional(),
  }),
  may: [
    { role: 'prosecutor', relation: 'own' },
    { role: 'assistant', relation: 'own' },
    { role: 'lead_clerk', relation: 'unit' },
    { role: 'case_admin', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
  ],
  decide(input, state, context) {
    const open = alive(state, context);
    if (isRefusal(open)) return open;
    const { challenged: person, urgent, receivedOn = context.today, ...asked } = input;
    const { today, actor, directory } = context;
    if (receivedOn > today)
      return refuseByKernel('date.in-future', { field: 'receivedOn', date: receivedOn, today });
    const challenged = groupOf(state).find((one) => one.person === person);
    if (challenged === undefined) return refuse('recusal.outside-group', { field: 'challenged', person });
    if (asked.by.kind === 'self' && actor.person !== person)
      return refuse('recusal.not-self', { field: 'by.kind' });
    if (state.recusals.some((each) => !each.decided && each.challenged === person)) {
      return refuse('recusal.pending', { field: 'challenged', person });
    }
    const { function: branch, type, custody } = open.opening.profile;
    const recusal = `RC-${state.recusals.length + 1}`;
    const suspends = STOPS.has(branch) && !urgent;
    const ground = { type, function: branch, subject: recusal, start: receivedOn, custody };
    const clocks = WITHOUT_DAYS.has(branch) ? [] : startClocks(['DL-41'], ground, directory);
    const data = {
      recusal,
      challenged,
      ...asked,
      function: branch,
      suspends,
      receivedOn,
      ...clockNews(clocks),
    };
    const requested: MatterFact = { type: 'RecusalRequested', data, occurredOn: receivedOn };
    return suspends ? [requested, { type: 'HandlerSuspended', data: { person, recusal } }] : [requested];
  },
});

/**
 * The chief decides; on the chief himself the committee (S2 §29-31). Nobody decides on his own. What was asked before the
 * matter ended is decided after it too: whether what was done stands depends on it (S2 §36).
 */
export const decideRecusal = command({
  title: { zh: '决定是否回避', en: 'Decide a recusal' },
  law: ['S2 §29-36', 'S5 §17', 'S6 §17', 'S7 §9'],
  input: z.strictObject({
    recusal: recusalRef,
    granted: z.boolean(),
    earlierActsStand: z.boolean().optional(),
    opinion: longText,
  }),
  may: [
    { role: 'chief', relation: 'unit' },
    { role: 'committee', relation: 'unit' },
  ],
  decide(input, state, context) {
    const standing = refuseStanding(state, context);
    if (standing !== undefined) return standing;
    const { recusal, granted, opinion } = input;
    const asked = state.recusals.find((each) => each.recusal === recusal);
    if (asked === undefined) return refuse('recusal.unknown', { field: 'recusal', recusal });
    if (asked.decided) return refuse('recusal.decided', { field: 'recusal', recusal });
    const { challenged } = asked;
    if (context.actor.person === challenged) return refuse('recusal.own');
    if (granted && input.earlierActsStand === undefined) {
      return refuse('recusal.validity-missing', { field: 'earlierActsStand' });
    }
    const met = endClocks(
      state.running.filter(({ subject }) => subject === recusal),
      ['DL-41'],
    );
    const data = { ...input, challenged, ...clockNews([], met) };
    const decided: MatterFact = { type: 'RecusalDecided', data, reason: opinion };
    const goesOn = !granted && state.suspended.includes(challenged);
    return goesOn ? [decided, { type: 'HandlerResumed', data: { person: challenged, recusal } }] : [decided];
  },
});
