import type { HandlerAssigned, HandlerReassigned } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

const follow = when<HandlerAssigned['data'] | HandlerReassigned['data']>(
  ({ stream, data: { handler, assistants } }) => [
    { command: 'reporting.changeFlowMonitorHandlers', id: idOf(stream), input: { handler, assistants } },
  ],
);

/** Notices are answered by whom the matter is assigned to. */
export const followHandlersOfMatter = definePolicy({
  name: 'followHandlersOfMatter',
  title: { zh: '承办人随分案变更', en: 'Follow the handlers of the matter' },
  from: ['intake'],
  on: { HandlerAssigned: follow, HandlerReassigned: follow },
});
