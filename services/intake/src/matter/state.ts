import { statusAfter } from '@jiandu/catalogue';
import type {
  ConflictDeclared,
  FilingApproved,
  FilingRejected,
  FilingReviewed,
  HandlerAssigned,
  HandlerReassigned,
  HandlerResumed,
  HandlerSuspended,
  MatterAccepted,
  MatterEndNoted,
  MatterProfile,
  MatterVoided,
  PartyNotified,
  Provenance,
  RecusalDecided,
  RecusalRequested,
  SignificanceAssessed,
  StaffMember,
} from '@jiandu/contracts';
import type { ResourceFacts } from '@jiandu/eventing';
import { foldRunning, type RunningClocks } from '../clock-starts.ts';

export type MatterFact =
  | MatterAccepted
  | HandlerAssigned
  | HandlerReassigned
  | ConflictDeclared
  | SignificanceAssessed
  | FilingReviewed
  | FilingApproved
  | FilingRejected
  | PartyNotified
  | MatterVoided
  | MatterEndNoted
  | RecusalRequested
  | RecusalDecided
  | HandlerSuspended
  | HandlerResumed;

interface Recusal {
  readonly recusal: string;
  readonly challenged: string;
  readonly decided: boolean;
}

/** What a matter begins with. */
export interface Opening {
  readonly acceptedOn: string;
  readonly profile: MatterProfile;
  readonly provenance: Provenance;
}

/** What intake's deciders know of a matter. */
export interface MatterState {
  /** Status code of DOMAIN §3.2 as far as intake goes, or `none`. */
  readonly status: string;
  readonly opening?: Opening;
  /** There is never more than one (DOMAIN §10 (4)). */
  readonly handler?: StaffMember;
  readonly assistants: readonly StaffMember[];
  /** Who must stay away: declared a conflict, or was recused. */
  readonly away: readonly string[];
  readonly suspended: readonly string[];
  readonly recusals: readonly Recusal[];
  readonly significance?: SignificanceAssessed['data'] & { readonly by: string };
  readonly review?: FilingReviewed['data'];
  readonly running: RunningClocks;
}

export const noMatter: MatterState = {
  status: 'none',
  assistants: [],
  away: [],
  suspended: [],
  recusals: [],
  running: [],
};

function without(list: readonly string[], one: string): readonly string[] {
  return list.filter((each) => each !== one);
}

function evolveFacts(state: MatterState, event: MatterFact): MatterState {
  switch (event.type) {
    case 'MatterAccepted': {
      const { acceptedOn, profile, provenance } = event.data;
      return { ...state, opening: { acceptedOn, profile, provenance } };
    }
    case 'HandlerAssigned':
    case 'HandlerReassigned': {
      const { handler, assistants } = event.data;
      return { ...state, handler, assistants };
    }
    case 'ConflictDeclared': {
      const { person, conflict } = event.data;
      const others = without(state.away, person);
      return { ...state, away: conflict ? [...others, person] : others };
    }
    case 'SignificanceAssessed':
      return { ...state, significance: { ...event.data, by: state.handler?.person ?? '' } };
    case 'FilingReviewed':
      return { ...state, review: event.data };
    case 'FilingApproved':
      return state.opening === undefined
        ? state
        : { ...state, opening: { ...state.opening, profile: event.data.profile } };
    case 'RecusalRequested': {
      const { recusal, challenged } = event.data;
      const asked = { recusal, challenged: challenged.person, decided: false };
      return { ...state, recusals: [...state.recusals, asked] };
    }
    case 'RecusalDecided':
      return recusalDecided(state, event);
    case 'HandlerSuspended':
      return { ...state, suspended: [...without(state.suspended, event.data.person), event.data.person] };
    case 'HandlerResumed':
      return { ...state, suspended: without(state.suspended, event.data.person) };
    case 'FilingRejected':
    case 'PartyNotified':
    case 'MatterVoided':
    case 'MatterEndNoted':
      return state;
  }
}

function recusalDecided(state: MatterState, { data }: RecusalDecided): MatterState {
  const recusals = state.recusals.map((each) =>
    each.recusal === data.recusal ? { ...each, decided: true } : each,
  );
  const others = without(state.away, data.challenged);
  return { ...state, recusals, away: data.granted ? [...others, data.challenged] : others };
}

export function evolveMatter(state: MatterState, event: MatterFact): MatterState {
  const next = evolveFacts(state, event);
  const status = statusAfter(event, state.status === 'none' ? undefined : state.status) ?? state.status;
  const running = foldRunning(state.running, event.data);
  return { ...next, status, running };
}

/** Everybody who works on it now. */
export function groupOf({ handler, assistants }: MatterState): readonly StaffMember[] {
  return handler === undefined ? assistants : [handler, ...assistants];
}

export function matterResource(state: MatterState, id: string): ResourceFacts {
  const { opening } = state;
  if (opening === undefined) return { unit: id.split('-')[1] ?? '' };
  const { unit, type, department, secrecy, accessList } = opening.profile;
  const handlers = groupOf(state).map(({ person }) => person);
  return { unit, type, department, secrecy, handlers, ...(accessList === undefined ? {} : { accessList }) };
}
