import type { HandlerReassigned, HandlerResumed, HandlerSuspended } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Before filing there is no disposal to tell. */
const tolerate = ['thing.unknown', 'matter.terminated', 'number.voided'];

/** Whoever handles the matter, or must keep away from it, is the same here as in intake. */
export const changeHandlersWhenReassigned = definePolicy({
  name: 'changeHandlersWhenReassigned',
  title: { zh: '承办人变更、停止履职的同步', en: 'Follow changes and suspensions of handlers' },
  from: ['intake'],
  on: {
    HandlerReassigned: when<HandlerReassigned['data']>(({ data: { handler, assistants }, stream }) => [
      {
        command: 'disposition.changeDisposalHandlers',
        id: idOf(stream),
        input: { handler, assistants },
        tolerate,
      },
    ]),
    HandlerSuspended: when<HandlerSuspended['data']>(({ data: { person }, stream }) => [
      {
        command: 'disposition.changeDisposalHandlers',
        id: idOf(stream),
        input: { suspend: [person] },
        tolerate,
      },
    ]),
    HandlerResumed: when<HandlerResumed['data']>(({ data: { person }, stream }) => [
      {
        command: 'disposition.changeDisposalHandlers',
        id: idOf(stream),
        input: { resume: [person] },
        tolerate,
      },
    ]),
  },
});
