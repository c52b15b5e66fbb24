import {
  investigativeMeasureTaken,
  listOf,
  localDate,
  measureRefused,
  personId,
  supervisedBody,
} from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import { refuseMeasure, typeInForce } from '../type-rules.ts';
import { actingTogether, admitted, refuseBeforeFiling } from './admission.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const taken = investigativeMeasureTaken.schema.omit({ measure: true, clocks: true, clocksMet: true });
const refusedBy = measureRefused.schema.omit({ clocks: true, clocksMet: true });

/** Commands on acts of fact finding. */
export const measureCommands = {
  takeMeasure: command({
    title: { zh: '采取调查措施', en: 'Take a measure' },
    law: ['S2 §551', 'S3 §14', 'S4 §35-36', 'S5 §63, §69', 'S6 §60, §65', 'DOMAIN §10(1)'],
    input: taken.extend({ persons: listOf(personId, 60), takenOn: localDate.optional() }),
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'assistant', relation: 'own' },
    ],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const { filedOn, profile } = open;
      const takenOn = input.takenOn ?? context.today;
      if (takenOn < filedOn) return refuse('measure.before-filing', { filedOn, field: 'takenOn' });
      const type = typeInForce(context.directory, profile.type);
      if (isRefusal(type)) return type;
      const unfit = refuseMeasure(type, input.kind, 'kind');
      if (unfit !== undefined) return unfit;
      if (type.filing.planBeforeMeasures && open.plan === undefined) return refuse('plan.missing');
      const who = { persons: input.persons, day: takenOn, field: 'persons' };
      const persons = actingTogether(open, context.directory, who);
      if (isRefusal(persons)) return persons;
      const unknown = input.issues?.find((issue) => open.issues[issue] === undefined);
      if (unknown !== undefined) return refuse('issue.unknown', { issue: unknown, field: 'issues' });
      const data = { ...input, measure: `M-${open.measures + 1}`, persons, takenOn };
      return [onDay({ type: 'InvestigativeMeasureTaken', data }, takenOn, context.today)];
    },
  }),

  recordRefusedMeasure: command({
    title: { zh: '记录拒绝配合', en: 'Record a refused measure' },
    law: ['S5 §71', 'S6 §67', 'S4 §45', 'S12 §21'],
    input: refusedBy.extend({ body: supervisedBody.optional(), refusedOn: localDate.optional() }),
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'assistant', relation: 'own' },
    ],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const refusedOn = input.refusedOn ?? context.today;
      const type = typeInForce(context.directory, open.profile.type);
      if (isRefusal(type)) return type;
      const refusal =
        refuseBeforeFiling(open, refusedOn, 'refusedOn') ?? refuseMeasure(type, input.kind, 'kind');
      if (refusal !== undefined) return refusal;
      const data = { ...input, body: input.body ?? open.profile.supervisedBody, refusedOn };
      return [onDay({ type: 'MeasureRefused', data }, refusedOn, context.today)];
    },
  }),
};
