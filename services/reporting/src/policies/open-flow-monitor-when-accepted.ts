import type { MatterAccepted } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Every matter is under watch from its acceptance on (S19 §2: the whole course). */
export const openFlowMonitorWhenAccepted = definePolicy({
  name: 'openFlowMonitorWhenAccepted',
  title: { zh: '受理即纳入流程监控', en: 'Open flow monitoring when a matter is accepted' },
  from: ['intake'],
  on: {
    MatterAccepted: when<MatterAccepted['data']>(({ stream, data: { acceptedOn, profile } }) => {
      const { unit, type, department, secrecy, accessList } = profile;
      return [
        {
          command: 'reporting.openFlowMonitor',
          id: idOf(stream),
          input: {
            unit,
            type,
            department,
            secrecy,
            openedOn: acceptedOn,
            ...(accessList === undefined ? {} : { accessList }),
          },
          tolerate: ['flow.monitored'],
        },
      ];
    }),
  },
});
