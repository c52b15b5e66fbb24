import type { HandlerAssigned, HandlerReassigned } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

type Handling = HandlerAssigned['data'] | HandlerReassigned['data'];

const note = when<Handling>(({ stream, data: { lead, handler, assistants } }) =>
  lead === undefined
    ? []
    : [{ command: 'intake.noteHandlers', id: lead, input: { matter: idOf(stream), handler, assistants } }],
);

/** Whoever handles the matter may read the lead it came from. */
export const noteHandlersOnLead = definePolicy({
  name: 'noteHandlersOnLead',
  title: { zh: '线索记载承办人', en: 'Note the handlers on the lead' },
  from: ['intake'],
  on: { HandlerAssigned: note, HandlerReassigned: note },
});
