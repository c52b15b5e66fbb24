import type { UnitClosed, UnitRegistered, UnitRenamed } from '@jiandu/contracts';

export type UnitFact = UnitRegistered | UnitRenamed | UnitClosed;

/** What the deciders know of a procuratorate. */
export interface UnitState {
  /** First day of the newest name. */
  readonly nameFrom: string;
  readonly closedOn?: string;
}

export const unknownUnit: UnitState = { nameFrom: '' };

export function evolveUnit(state: UnitState, event: UnitFact): UnitState {
  switch (event.type) {
    case 'UnitRegistered':
    case 'UnitRenamed':
      return { ...state, nameFrom: event.data.from };
    case 'UnitClosed':
      return { ...state, closedOn: event.data.on };
  }
}
