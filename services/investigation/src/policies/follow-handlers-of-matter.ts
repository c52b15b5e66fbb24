import type { HandlerReassigned, HandlerResumed, HandlerSuspended } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Before the filing there is no verification yet, after the end it takes no more notice. */
const tolerate = ['thing.unknown', 'verification.closed', 'number.voided'];

/** Whoever handles the matter handles its verification; who is suspended there is suspended here. */
export const followHandlersOfMatter = definePolicy({
  name: 'followHandlersOfMatter',
  title: { zh: '承办人随事项变更', en: 'Follow the handlers of the matter' },
  from: ['intake'],
  on: {
    HandlerReassigned: when<HandlerReassigned['data']>(({ data, stream }) => {
      const { handler, assistants } = data;
      const input = { handler, assistants };
      return [{ command: 'investigation.changeHandlers', id: idOf(stream), input, tolerate }];
    }),
    HandlerSuspended: when<HandlerSuspended['data']>(({ data, stream }) => {
      const input = { person: data.person };
      return [{ command: 'investigation.suspendHandler', id: idOf(stream), input, tolerate }];
    }),
    HandlerResumed: when<HandlerResumed['data']>(({ data, stream }) => {
      const input = { person: data.person };
      return [{ command: 'investigation.resumeHandler', id: idOf(stream), input, tolerate }];
    }),
  },
});
