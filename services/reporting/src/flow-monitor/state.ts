import type {
  FlowMonitorHandlersChanged,
  FlowMonitorNoticeAnswered,
  FlowMonitorNoticeIssued,
  FlowMonitorOpened,
  FlowMonitorPrompted,
  StaffMember,
} from '@jiandu/contracts';
import type { LocalDate } from '@jiandu/eventing';

/** Facts of the flow monitoring of one matter. */
export type FlowFact =
  | FlowMonitorOpened
  | FlowMonitorHandlersChanged
  | FlowMonitorPrompted
  | FlowMonitorNoticeIssued
  | FlowMonitorNoticeAnswered;

/** A prompt, or a notice with its answer. */
export interface Flow {
  readonly flow: string;
  readonly kind: 'prompt' | 'notice';
  readonly check: string;
  readonly on: LocalDate;
  /** Last day for the answer; notices only. */
  readonly due?: LocalDate | undefined;
  readonly answeredOn?: LocalDate;
}

/** What case administration said about one matter, and who has to answer. */
export interface FlowMonitor {
  readonly opened: boolean;
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly handler?: StaffMember;
  readonly assistants: readonly StaffMember[];
  readonly flows: readonly Flow[];
}

export const notMonitored: FlowMonitor = {
  opened: false,
  unit: '',
  type: '',
  department: '',
  secrecy: 'internal',
  accessList: [],
  assistants: [],
  flows: [],
};

export function evolve(state: FlowMonitor, fact: FlowFact): FlowMonitor {
  switch (fact.type) {
    case 'FlowMonitorOpened': {
      const { unit, type, department, secrecy, accessList = [] } = fact.data;
      return { ...state, opened: true, unit, type, department, secrecy, accessList };
    }
    case 'FlowMonitorHandlersChanged':
      return { ...state, handler: fact.data.handler, assistants: fact.data.assistants };
    case 'FlowMonitorPrompted': {
      const { flow, check, promptedOn } = fact.data;
      return { ...state, flows: [...state.flows, { flow, kind: 'prompt', check, on: promptedOn }] };
    }
    case 'FlowMonitorNoticeIssued': {
      const { flow, check, issuedOn, clocks } = fact.data;
      const due = clocks?.find(({ subject }) => subject === flow)?.due;
      return { ...state, flows: [...state.flows, { flow, kind: 'notice', check, on: issuedOn, due }] };
    }
    case 'FlowMonitorNoticeAnswered': {
      const { flow, answeredOn } = fact.data;
      const flows = state.flows.map((each) => (each.flow === flow ? { ...each, answeredOn } : each));
      return { ...state, flows };
    }
  }
}
