import type { Office } from '../offices.ts';
import type { Act } from '../story.ts';

/** What a lead says, in the words of the register. */
export type Said = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly title: string;
  readonly supervisedBody: { readonly name: string; readonly kind: string };
};

/** Somebody comes to the window. */
export function received({ unit, leadClerk }: Office, said: Said): Act {
  return {
    after: 0,
    who: leadClerk,
    does: 'intake.receiveLead',
    with: { unit, source: 'citizen_complaint', channel: 'window_12309', ...said },
    keep: 'lead',
    expect: { events: ['LeadReceived'], status: 'lead_received' },
  };
}

/** What came to the window is entered in the pool. */
export function entered({ leadClerk }: Office): Act {
  return {
    after: 1,
    who: leadClerk,
    does: 'intake.registerReceivedLead',
    to: '$lead',
    with: {},
    expect: { events: ['LeadRegistered'], status: 'lead_registered' },
  };
}

/** A prosecutor found it himself, unless the source says otherwise. */
export function found({ unit, handler }: Office, said: Said): Act {
  return {
    after: 0,
    who: handler.person,
    does: 'intake.registerLead',
    with: { unit, source: 'own_case', ...said },
    keep: 'lead',
    expect: { events: ['LeadRegistered'], status: 'lead_registered' },
  };
}

export function screened({ leadClerk }: Office): Act {
  return {
    after: 1,
    who: leadClerk,
    does: 'intake.screenLead',
    to: '$lead',
    with: { result: 'accept', opinion: '属本院管辖，材料齐备，移送负责捕诉的部门。' },
    expect: { events: ['LeadScreened'], status: 'lead_screened' },
  };
}

/** Case administration says no at the gate. */
export function turnedAway({ caseAdmin }: Office, opinion: string): Act {
  return {
    after: 1,
    who: caseAdmin,
    does: 'intake.rejectLead',
    to: '$lead',
    with: { opinion },
    expect: { events: ['LeadNotAccepted'], status: 'rejected' },
  };
}

/** The gate: the matter gets its number and its handler. */
export function accepted({ caseAdmin }: Office): Act {
  return {
    after: 1,
    who: caseAdmin,
    does: 'intake.acceptLead',
    to: '$lead',
    with: {},
    expect: { events: ['MatterAccepted', 'HandlerAssigned'], status: 'accepted' },
  };
}

/** From the window to the number. */
export function cameIn(office: Office, said: Said): readonly Act[] {
  return [received(office, said), entered(office), screened(office), accepted(office)];
}

/** From the own find to the number. */
export function ownMotion(office: Office, said: Said): readonly Act[] {
  return [found(office, said), accepted(office)];
}

/** Opened by mistake: the number stays, void. */
export function voided({ caseAdmin }: Office, opinion: string): Act {
  return {
    after: 1,
    who: caseAdmin,
    does: 'intake.voidNumber',
    to: '$matter',
    with: { opinion },
    expect: { events: ['MatterVoided'], status: 'voided' },
  };
}
