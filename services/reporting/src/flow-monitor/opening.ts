import {
  code,
  handlingGroup,
  listOf,
  localDate,
  matterType,
  personId,
  secrecyLabel,
  unitCode,
} from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import type { FlowFact, FlowMonitor } from './state.ts';

const command = commandsOf<FlowMonitor, FlowFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

/** What follows from intake: a matter comes under watch, its handlers change. */
export const openingCommands = {
  openFlowMonitor: command({
    title: { zh: '纳入流程监控', en: 'Open flow monitoring' },
    law: ['S19 §2', 'DOMAIN §5.2'],
    ...bySystem,
    startsStream: true,
    input: z.strictObject({
      unit: unitCode,
      type: matterType,
      department: code,
      secrecy: secrecyLabel,
      accessList: listOf(personId, 100).optional(),
      openedOn: localDate,
    }),
    decide: (input, state) =>
      state.opened
        ? refuse('flow.monitored')
        : [{ type: 'FlowMonitorOpened', data: input, occurredOn: input.openedOn }],
  }),
  changeFlowMonitorHandlers: command({
    title: { zh: '变更流程监控承办人', en: 'Change the handlers under flow monitoring' },
    law: ['DOMAIN §5.2'],
    ...bySystem,
    input: z.strictObject(handlingGroup),
    decide: (input) => [{ type: 'FlowMonitorHandlersChanged', data: input }],
  }),
};
