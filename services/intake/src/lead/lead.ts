import { defineAggregate } from '@jiandu/eventing';
import { acceptLead } from './gate.ts';
import { leadIdOf } from './lead-id.ts';
import { absorbLead, flagDuplicate, mergeLead } from './merging.ts';
import { keepOffline } from './offline.ts';
import { receiveLead, registerLead, registerReceivedLead } from './reception.ts';
import { eraseReporter, noteHandlers, openReporter } from './reporter.ts';
import { rejectLead, screenLead } from './screening.ts';
import { evolveLead, leadResource, noLead } from './state.ts';
import { takeOverLead, transferIssue, transferLead } from './transfer.ts';

/** A lead (线索): from the first word of somebody until case administration lets it through the gate, or not. */
export const lead = defineAggregate({
  name: 'lead',
  route: 'leads',
  title: { zh: '线索', en: 'Lead' },
  initial: noLead,
  evolve: evolveLead,
  resource: leadResource,
  newId: leadIdOf,
  commands: {
    registerLead,
    receiveLead,
    registerReceivedLead,
    keepOffline,
    screenLead,
    mergeLead,
    transferLead,
    transferIssue,
    rejectLead,
    acceptLead,
    openReporter,
    eraseReporter,
    takeOverLead,
    absorbLead,
    flagDuplicate,
    noteHandlers,
  },
});
