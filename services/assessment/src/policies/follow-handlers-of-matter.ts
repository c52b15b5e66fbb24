import type { HandlerReassigned, HandlerResumed, HandlerSuspended } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Before the filing there is no quality check yet. */
const tolerate = ['thing.unknown'];

/** Whoever handles the matter checks it; who once handled it does not grade it. */
export const followHandlersOfMatter = definePolicy({
  name: 'followHandlersOfMatter',
  title: { zh: '承办人随事项变更', en: 'Follow the handlers of the matter' },
  from: ['intake'],
  on: {
    HandlerReassigned: when<HandlerReassigned['data']>(({ data, stream }) => {
      const { handler, assistants } = data;
      const input = { handler, assistants };
      return [{ command: 'assessment.changeHandlers', id: idOf(stream), input, tolerate }];
    }),
    HandlerSuspended: when<HandlerSuspended['data']>(({ data, stream }) => {
      const input = { person: data.person };
      return [{ command: 'assessment.suspendHandler', id: idOf(stream), input, tolerate }];
    }),
    HandlerResumed: when<HandlerResumed['data']>(({ data, stream }) => {
      const input = { person: data.person };
      return [{ command: 'assessment.resumeHandler', id: idOf(stream), input, tolerate }];
    }),
  },
});
