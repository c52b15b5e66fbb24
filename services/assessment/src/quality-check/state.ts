import type {
  MatterProfile,
  QualityCheckDue,
  QualityCheckHandlersChanged,
  QualityCheckOpened,
  QualityGraded,
  SelfChecked,
  StaffMember,
} from '@jiandu/contracts';

/** Everything that can have happened to a quality check. */
export type QualityCheckFact =
  | QualityCheckOpened
  | QualityCheckHandlersChanged
  | QualityCheckDue
  | SelfChecked
  | QualityGraded;

export type Layer = QualityGraded['data']['layer'];

/** What decisions of a quality check need to know of it. */
export interface QualityCheck {
  readonly profile: MatterProfile;
  readonly handler: StaffMember;
  readonly assistants: readonly StaffMember[];
  readonly suspended: readonly string[];
  /** Everybody who handled the matter at any time; none of them may grade it. */
  readonly everHandled: readonly string[];
  readonly concludedOn?: string;
  readonly effectObtained: boolean;
  readonly checkedOn?: string;
  readonly layers: readonly Layer[];
}

/** A quality check that may not have been opened. */
export type QualityCheckState = QualityCheck | undefined;

function handlersOf({
  handler,
  assistants,
}: Pick<QualityCheck, 'handler' | 'assistants'>): readonly string[] {
  return [handler, ...assistants].map((each) => each.person);
}

function changed(state: QualityCheck, fact: QualityCheckFact): QualityCheck {
  switch (fact.type) {
    case 'QualityCheckOpened':
      return state;
    case 'QualityCheckHandlersChanged': {
      const { handler, assistants, suspended = [] } = fact.data;
      const everHandled = [...new Set([...state.everHandled, ...handlersOf(fact.data)])];
      return { ...state, handler, assistants, suspended, everHandled };
    }
    case 'QualityCheckDue':
      return { ...state, concludedOn: fact.data.concludedOn, effectObtained: fact.data.effectObtained };
    case 'SelfChecked':
      return { ...state, checkedOn: fact.data.checkedOn };
    case 'QualityGraded':
      return { ...state, layers: [...state.layers, fact.data.layer] };
  }
}

/** Folds one fact. What comes before the opening cannot be and is passed over. */
export function evolve(state: QualityCheckState, fact: QualityCheckFact): QualityCheckState {
  if (fact.type !== 'QualityCheckOpened') return state === undefined ? state : changed(state, fact);
  const { profile, handler, assistants } = fact.data;
  const everHandled = handlersOf(fact.data);
  return { profile, handler, assistants, suspended: [], everHandled, effectObtained: false, layers: [] };
}

/** The fact with its legal date, where that is not the day of recording. */
export function onDay<F extends QualityCheckFact>(fact: F, day: string, today: string): F {
  return day === today ? fact : { ...fact, occurredOn: day };
}
