import { statusAfter } from '@jiandu/catalogue';
import type {
  LeadAbsorbed,
  LeadAccepted,
  LeadDuplicateFlagged,
  LeadHandlersChanged,
  LeadKeptOffline,
  LeadMerged,
  LeadNotAccepted,
  LeadReceived,
  LeadRegistered,
  LeadScreened,
  LeadTransferReceived,
  LeadTransferred,
  ReporterErased,
  ReporterOpened,
  StaffMember,
} from '@jiandu/contracts';
import type { ResourceFacts } from '@jiandu/eventing';
import { foldRunning, type RunningClocks } from '../clock-starts.ts';

export type LeadFact =
  | LeadReceived
  | LeadRegistered
  | LeadDuplicateFlagged
  | LeadScreened
  | LeadMerged
  | LeadAbsorbed
  | LeadTransferred
  | LeadTransferReceived
  | LeadKeptOffline
  | LeadAccepted
  | LeadNotAccepted
  | LeadHandlersChanged
  | ReporterOpened
  | ReporterErased;

/** What a lead says, whichever event said it. */
export type LeadContent = Omit<
  LeadReceived['data'],
  'unit' | 'source' | 'channel' | 'receivedOn' | 'clocks' | 'clocksMet'
>;

/** What the deciders know of a lead. Personal parts are sealed here. */
export interface LeadState {
  /** Status code of DOMAIN §3.2, or `none` before the first event. */
  readonly status: string;
  readonly unit: string;
  readonly source: string;
  readonly content?: LeadContent;
  readonly department?: string | undefined;
  readonly discoveredOn: string;
  readonly receivedOn?: string;
  readonly registeredOn?: string;
  /** Everybody who found it; a merged lead brings its own along. */
  readonly discoverers: readonly StaffMember[];
  readonly takenOver: boolean;
  readonly mergedInto?: string;
  readonly duplicates: readonly string[];
  readonly matter?: string;
  readonly handlers: readonly string[];
  readonly running: RunningClocks;
  readonly erased: boolean;
}

export const noLead: LeadState = {
  status: 'none',
  unit: '',
  source: '',
  discoveredOn: '',
  discoverers: [],
  takenOver: false,
  duplicates: [],
  handlers: [],
  running: [],
  erased: false,
};

/** The members who are new, after those who are there: nobody is counted twice. */
export function withDiscoverers(
  known: readonly StaffMember[],
  more: readonly StaffMember[],
): readonly StaffMember[] {
  const fresh = more.filter((one) => !known.some(({ person }) => person === one.person));
  return fresh.length === 0 ? known : [...known, ...fresh];
}

function evolveFacts(state: LeadState, event: LeadFact): LeadState {
  switch (event.type) {
    case 'LeadReceived': {
      const {
        unit,
        source,
        channel: _channel,
        receivedOn,
        clocks: _s,
        clocksMet: _m,
        ...content
      } = event.data;
      return { ...state, unit, source, receivedOn, discoveredOn: receivedOn, content };
    }
    case 'LeadRegistered':
      return registered(state, event);
    case 'LeadTransferReceived': {
      const { unit, source, discoveredOn, receivedOn, discoverers } = event.data;
      const { origin: _o, fromUnit: _u, fromLead: _l, clocks: _s, clocksMet: _m, ...rest } = event.data;
      const {
        unit: _unit,
        source: _source,
        discoveredOn: _d,
        receivedOn: _r,
        discoverers: _f,
        ...content
      } = rest;
      const born = { unit, source, discoveredOn, receivedOn, registeredOn: receivedOn, discoverers };
      return { ...state, ...born, content, takenOver: true };
    }
    case 'LeadTransferred':
      return state.status === 'none' ? bornOfIssue(state, event) : state;
    case 'LeadKeptOffline':
      return { ...state, unit: event.data.unit };
    case 'LeadDuplicateFlagged':
      return { ...state, duplicates: [...state.duplicates, event.data.of] };
    case 'LeadScreened':
      return screened(state, event);
    case 'LeadMerged':
      return { ...state, mergedInto: event.data.into };
    case 'LeadAbsorbed':
      return { ...state, discoverers: withDiscoverers(state.discoverers, event.data.discoverers) };
    case 'LeadHandlersChanged': {
      const { matter, handler, assistants } = event.data;
      return { ...state, matter, handlers: [handler, ...assistants].map(({ person }) => person) };
    }
    case 'ReporterErased':
      return { ...state, erased: true };
    case 'LeadAccepted':
    case 'LeadNotAccepted':
    case 'ReporterOpened':
      return state;
  }
}

function registered(state: LeadState, { data }: LeadRegistered): LeadState {
  const {
    unit,
    source,
    origin: _o,
    discoveredOn,
    registeredOn,
    discoverer,
    line: _l,
    department,
    ...rest
  } = data;
  const { fromIssue: _i, fromInstrument: _d, clocks: _s, clocksMet: _m, ...said } = rest;
  // The words of the person who came stay where they were first taken down.
  const content = { ...state.content, ...said };
  const discoverers = withDiscoverers(state.discoverers, [discoverer]);
  const on = registeredOn === undefined ? {} : { registeredOn };
  return { ...state, unit, source, discoveredOn, department, discoverers, content, ...on };
}

function screened(state: LeadState, { data }: LeadScreened): LeadState {
  const {
    type = state.content?.type,
    subKind = state.content?.subKind,
    department = state.department,
  } = data;
  if (state.content === undefined) return state;
  return { ...state, department, content: { ...state.content, type, subKind } };
}

/** A lead that an issue of a matter gave rise to is born with its transfer. */
function bornOfIssue(state: LeadState, { data }: LeadTransferred): LeadState {
  if (data.content === undefined) return state;
  const { title, supervisedBody, clause, source, discoveredOn, discoverers, custody, type } = data.content;
  const { secrecy, accessList } = data;
  const content = { title, supervisedBody, clause, custody, type, secrecy, accessList };
  const unit = discoverers[0]?.unit ?? '';
  return { ...state, unit, source, discoveredOn, discoverers, content };
}

export function evolveLead(state: LeadState, event: LeadFact): LeadState {
  const next = evolveFacts(state, event);
  const status = statusAfter(event, state.status === 'none' ? undefined : state.status) ?? state.status;
  const running = foldRunning(state.running, event.data);
  return { ...next, status, running };
}

/** What access rules see. Whoever found it, and whoever handles what became of it, may read it. */
export function leadResource(state: LeadState): ResourceFacts {
  const { unit, discoverers, handlers, content, department } = state;
  return {
    unit,
    handlers: [...new Set([...handlers, ...discoverers.map(({ person }) => person)])],
    secrecy: content?.secrecy ?? 'internal',
    ...(content?.accessList === undefined ? {} : { accessList: content.accessList }),
    ...(content?.type === undefined ? {} : { type: content.type }),
    ...(department === undefined ? {} : { department }),
  };
}
