import type { IssueCorrectionConfirmed, VerificationOpened } from '@jiandu/contracts';
import { changeClocks } from './clock-states.ts';
import type { VerificationFact } from './facts.ts';
import type { IssueState, Verification, VerificationState } from './state.ts';

function opened({ data }: VerificationOpened): Verification {
  const { profile, handler, assistants, filedOn, plan } = data;
  return {
    profile,
    handler,
    assistants,
    suspended: [],
    filedOn,
    ...(plan === undefined ? {} : { plan }),
    onSiteTeam: [],
    measures: 0,
    issues: {},
    clocks: changeClocks([], data),
    exclusions: {},
    exclusionCount: 0,
    reportCount: 0,
  };
}

function changeIssue(state: Verification, ref: string, change: Partial<IssueState>): Verification {
  const before = state.issues[ref];
  return before === undefined
    ? state
    : { ...state, issues: { ...state.issues, [ref]: { ...before, ...change } } };
}

function confirmed(state: Verification, { data }: IssueCorrectionConfirmed): Verification {
  if (data.ground === 'reply_assessed') return changeIssue(state, data.issue, { answered: data.corrected });
  if (data.ground === 'rectification_verified') {
    return changeIssue(state, data.issue, { seenCorrected: data.corrected });
  }
  return state;
}

function withClocks(state: Verification, fact: VerificationFact): Verification {
  if (fact.type === 'VerificationOpened') return state;
  const { data } = fact;
  const news = {
    clocks: 'clocks' in data ? data.clocks : undefined,
    clocksMet: 'clocksMet' in data ? data.clocksMet : undefined,
  };
  const report = fact.type === 'ReviewReportSubmitted' ? fact.data.report : undefined;
  const clocks = changeClocks(state.clocks, news, report);
  return clocks === state.clocks ? state : { ...state, clocks };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...left } = record;
  return left;
}

function changed(state: Verification, fact: VerificationFact): Verification {
  switch (fact.type) {
    case 'InvestigationPlanApproved':
      return { ...state, plan: fact.data.plan };
    case 'OnSiteStarted':
      return {
        ...state,
        onSiteSince: fact.data.startedOn,
        onSiteTeam: fact.data.team.map((each) => each.person),
      };
    case 'InvestigativeMeasureTaken':
      return { ...state, measures: state.measures + 1 };
    case 'IssueFound': {
      const { issue, grade, response, foundOn, clocks } = fact.data;
      const first = clocks?.[0];
      const oral = first === undefined ? {} : { oral: { clock: first.clock, due: first.due } };
      const found: IssueState = { grade, response, foundOn, instruments: [], overdue: false, ...oral };
      return { ...state, issues: { ...state.issues, [issue]: found } };
    }
    case 'IssueTransferred':
      return changeIssue(state, fact.data.issue, { transferredTo: fact.data.lead });
    case 'IssueCovered': {
      const before = state.issues[fact.data.issue]?.instruments ?? [];
      return changeIssue(state, fact.data.issue, { instruments: [...before, fact.data.instrument] });
    }
    case 'IssueCorrectionConfirmed':
      return confirmed(state, fact);
    case 'IssueOverdue':
      return changeIssue(state, fact.data.issue, { overdue: true });
    case 'IssueClosed':
      return changeIssue(state, fact.data.issue, { closedOn: fact.data.closedOn });
    case 'PeriodExclusionStarted': {
      const { exclusion, clock, subject, from, recordedOn } = fact.data;
      const open = { ...state.exclusions, [exclusion]: { clock, subject, from, recordedOn } };
      return { ...state, exclusions: open, exclusionCount: state.exclusionCount + 1 };
    }
    case 'PeriodExclusionEnded':
      return { ...state, exclusions: without(state.exclusions, fact.data.exclusion) };
    case 'ReviewReportSubmitted':
      return { ...state, reportCount: state.reportCount + 1, standingReport: fact.data.report };
    case 'ReviewReportReturned': {
      const { standingReport: _returned, ...left } = state;
      return left;
    }
    case 'VerificationHandlersChanged': {
      const { handler, assistants, suspended = [] } = fact.data;
      return { ...state, handler, assistants, suspended };
    }
    case 'VerificationClosed':
      return { ...state, closed: fact.data.ground };
    default:
      return state;
  }
}

/** Folds one fact. What comes before the opening cannot be and is passed over. */
export function evolve(state: VerificationState, fact: VerificationFact): VerificationState {
  if (fact.type === 'VerificationOpened') return opened(fact);
  return state === undefined ? state : withClocks(changed(state, fact), fact);
}
