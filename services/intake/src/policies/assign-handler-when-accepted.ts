import type { MatterAccepted } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Drawn by the id of the event, which nobody could choose; where nobody is eligible, somebody is named by hand. */
export const assignHandlerWhenAccepted = definePolicy({
  name: 'assignHandlerWhenAccepted',
  title: { zh: '受理后随机分案', en: 'Draw a handler when the matter is accepted' },
  from: ['intake'],
  on: {
    MatterAccepted: when<MatterAccepted['data']>(({ id, stream }) => [
      {
        command: 'intake.assignHandler',
        id: idOf(stream),
        input: { seed: id },
        tolerate: ['handler.none-eligible'],
      },
    ]),
  },
});
