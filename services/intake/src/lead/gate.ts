import { leadSourceOf, type MatterType, matterType } from '@jiandu/catalogue';
import { code, localDate, type MatterProfile, shortText, matterType as typeCode } from '@jiandu/contracts';
import { type Context, commandsOf, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { refuseAhead, refuseMisfit } from './content.ts';
import { refuseUnlessOpen } from './screening.ts';
import type { LeadContent, LeadFact, LeadState } from './state.ts';

const command = commandsOf<LeadState, LeadFact>();

const acceptance = z.strictObject({
  type: typeCode.optional(),
  subKind: code.optional(),
  title: shortText.optional(),
  department: code.optional(),
  nationalCaseRef: shortText.optional(),
  acceptedOn: localDate.optional(),
});
type Acceptance = z.output<typeof acceptance>;

function refuseAtGate(state: LeadState, { actor }: Context): Refusal | undefined {
  const source = leadSourceOf(state.source);
  if (source === undefined) return refuse('source.unknown', { source: state.source });
  if (!source.acceptedBy.includes(actor.role)) return refuse('gate.not-yours');
  return source.screening && state.status !== 'lead_screened' ? refuse('screening.missing') : undefined;
}

function profileOf(
  type: MatterType,
  { subKind, title, department, nationalCaseRef }: Acceptance,
  state: LeadState,
  content: LeadContent,
  lead: string,
): MatterProfile {
  const { supervisedBody, clause, custody, secrecy, accessList, reporter } = content;
  const ref = nationalCaseRef ?? content.nationalCaseRef;
  const kind = subKind ?? content.subKind;
  return {
    type: type.code,
    ...(kind === undefined ? {} : { subKind: kind }),
    unit: state.unit,
    lead,
    title: title ?? content.title,
    track: 'case',
    procedure: 'full',
    function: type.function,
    line: type.line,
    department: department ?? state.department ?? type.departments[0] ?? type.line,
    supervisedBody,
    ...(clause === undefined ? {} : { clause }),
    custody,
    complainant: reporter !== undefined && reporter.kind !== 'anonymous',
    secrecy,
    ...(accessList === undefined ? {} : { accessList }),
    ...(ref === undefined ? {} : { nationalCaseRef: ref }),
  };
}

/** The single gate (扎口): after this the lead gets a number, or it was no matter. */
export const acceptLead = command({
  title: { zh: '案管受理', en: 'Accept a lead at the gate' },
  law: ['S2 §156-161', 'S5 §34-39', 'DOMAIN §0.1 (6), §2.1'],
  input: acceptance,
  may: [
    { role: 'case_admin', relation: 'unit' },
    { role: 'prosecutor', relation: 'unit' },
  ],
  decide(input, state, context) {
    const { content } = state;
    const { today, id, directory } = context;
    const { type: code = content?.type, subKind = content?.subKind, acceptedOn = today } = input;
    const closed = refuseUnlessOpen(state) ?? refuseAtGate(state, context);
    if (closed !== undefined) return closed;
    if (code === undefined || content === undefined) return refuse('type.missing', { field: 'type' });
    const wrong =
      refuseMisfit({ type: code, subKind }, state.source, context) ??
      refuseAhead('acceptedOn', acceptedOn, context);
    if (wrong !== undefined) return wrong;
    const type = matterType(directory.catalogueVersion, code);
    if (type === undefined) return refuse('type.unknown', { field: 'type', type: code });
    const { discoveredOn, receivedOn, registeredOn, discoverers, source } = state;
    const since = registeredOn ?? discoveredOn;
    if (acceptedOn < since) {
      return refuse('date.before-acceptance', { field: 'acceptedOn', date: acceptedOn, accepted: since });
    }
    const profile = profileOf(type, input, state, content, id);
    if (!type.departments.includes(profile.department)) {
      const { department } = profile;
      return refuse('department.not-competent', { field: 'department', department, type: code });
    }
    const provenance = {
      source,
      origin: leadSourceOf(source)?.origin ?? 'own_motion',
      discoveredOn,
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...(registeredOn === undefined ? {} : { registeredOn }),
      discoverers,
    };
    const met = endClocks(state.running, ['DL-01', 'DL-02', 'DL-05', 'DL-53']);
    return [
      {
        type: 'LeadAccepted',
        data: { acceptedOn, profile, provenance, ...clockNews([], met) },
        occurredOn: acceptedOn,
      },
    ];
  },
});
