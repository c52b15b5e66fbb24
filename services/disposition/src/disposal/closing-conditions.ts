import type { ConcludingCondition } from '@jiandu/catalogue';
import type { Context, Refusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';
import { kindOf, typeRules } from '../type-rules.ts';
import { answered, hasDecisionDocument, judged } from './instrument-ends.ts';
import { toldTheOutcome } from './parties-told.ts';
import type { Disposal, InstrumentRecord } from './state.ts';

/** What is to be concluded, and as what. */
interface Conclusion {
  readonly disposal: Disposal;
  readonly context: Context;
  readonly instruments: readonly InstrumentRecord[];
  readonly effect: {
    readonly obtained: boolean;
    readonly evidence?: string | undefined;
    readonly whyNone?: string | undefined;
  };
  readonly effectRequired: boolean;
}
type Check = (conclusion: Conclusion) => Refusal | undefined;

function openInstrument(
  { disposal, context, instruments }: Conclusion,
  holds: (instrument: InstrumentRecord, kind: ReturnType<typeof kindOf>) => boolean,
): Refusal | undefined {
  const { type } = disposal.profile;
  const open = instruments.find((each) => !holds(each, kindOf(context, type, each.order.kind)));
  return open && refuse('conclusion.instrument-open', { instrument: open.ref });
}

/** Each condition of the catalogue, as a question to the matter (DOMAIN §2.1, §2.10a). */
const checks: Readonly<Record<ConcludingCondition, Check>> = {
  'report-submitted': ({ disposal }) =>
    disposal.report === undefined ? refuse('conclusion.report-missing') : undefined,

  'instruments-answered': (conclusion) =>
    openInstrument(
      conclusion,
      (each) =>
        each.revokedOn !== undefined || (each.servedOn !== undefined && answered(conclusion.disposal, each)),
    ),

  'assessments-done': (conclusion) => {
    const { context, disposal } = conclusion;
    const { conditions } = typeRules(context, disposal.profile.type).conclusion;
    const byDocument = conditions.includes('police-decision-received');
    return openInstrument(
      conclusion,
      (each, kind) => (byDocument && kind?.replyAssessment === 'by-document') || judged(disposal, each, kind),
    );
  },

  'issues-settled': ({ disposal }) => {
    const open = [...disposal.issues].find(([, issue]) => issue.settled === undefined);
    return open && refuse('conclusion.issue-open', { issue: open[0] });
  },

  'parties-told': ({ disposal, context }) => {
    const { profile, partiesTold } = disposal;
    if (typeRules(context, profile.type).partiesTold.when === 'never' || !profile.complainant)
      return undefined;
    const told = partiesTold.some((each) => toldTheOutcome(disposal, each));
    return told ? undefined : refuse('conclusion.party-not-told');
  },

  'effect-or-reason': ({ effect, effectRequired }) => {
    const shown = effect.obtained && effect.evidence !== undefined;
    const explained = !effect.obtained && !effectRequired && effect.whyNone !== undefined;
    return shown || explained ? undefined : refuse('conclusion.effect-missing', { field: 'effect' });
  },

  'visited-when-severe': ({ instruments }) => {
    const unseen = instruments.find(
      ({ order, visited, revokedOn }) => order.severity === 'high' && revokedOn === undefined && !visited,
    );
    return unseen && refuse('conclusion.not-visited', { instrument: unseen.ref });
  },

  'police-decision-received': ({ disposal, context, instruments, effectRequired }) => {
    const { type } = disposal.profile;
    const lacking = instruments.find(
      (each) =>
        each.revokedOn === undefined &&
        kindOf(context, type, each.order.kind)?.replyAssessment === 'by-document' &&
        !hasDecisionDocument(disposal, each),
    );
    if (lacking === undefined || (!effectRequired && judged(disposal, lacking, undefined))) return undefined;
    return refuse('conclusion.decision-document-missing', { instrument: lacking.ref });
  },
};

/** A question the superior unit has not decided yet, of opinions that still stand (S2 §554). */
function openEscalation({ escalations, instruments }: Disposal): Refusal | undefined {
  const open = [...escalations.values()].find(
    ({ outcome, instruments: refs }) =>
      outcome === undefined && refs.some((ref) => instruments.get(ref)?.revokedOn === undefined),
  );
  return open && refuse('conclusion.escalation-open', { escalation: open.ref, superior: open.superior });
}

/** The first condition of the type that does not hold yet; what lies with the superior unit is open in every type. */
export function firstOpenCondition(
  disposal: Disposal,
  context: Context,
  effect: Conclusion['effect'],
  effectRequired: boolean,
): Refusal | undefined {
  const instruments = [...disposal.instruments.values()];
  const conclusion = { disposal, context, instruments, effect, effectRequired };
  for (const condition of typeRules(context, disposal.profile.type).conclusion.conditions) {
    const refusal = checks[condition](conclusion);
    if (refusal !== undefined) return refusal;
  }
  return openEscalation(disposal);
}
