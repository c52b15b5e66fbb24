/** Leads as they may stand, for the specs. */
import type { LeadFact } from '../src/lead/state.ts';
import { received, said, scene } from './scene.ts';

export const clerk = scene('P-630103-han');
export const gate = scene('P-630103-shi');
export const chief = scene('P-630103-bai');
export const prosecutor = scene('P-630103-li');

export const screened: LeadFact = {
  type: 'LeadScreened',
  data: { result: 'accept', type: 'CFS', opinion: '属本院管辖' },
};
export const rejected: LeadFact = { type: 'LeadNotAccepted', data: { opinion: '不属监督范围' } };
export const merged: LeadFact = {
  type: 'LeadMerged',
  data: { into: 'L-630103-2025-BBBBBBBB', discoverers: [], opinion: '同一事' },
};
export const erased: LeadFact = { type: 'ReporterErased', data: { ground: 'on_request', basis: 'PIPL §47' } };
export const sealed = { $sealed: 'k-9', box: 'AA' } as never;
export const withReporter: LeadFact = {
  type: 'LeadReceived',
  data: { ...(received.data as object), reporter: { kind: 'citizen', name: sealed } } as never,
};
export const input = { unit: '630103', source: 'own_case', type: 'CFS', ...said };

export const transferred = { toUnit: '630100', opinion: '属上级院管辖' };
export const issue = {
  unit: '632800',
  matter: 'CIR-632800-2025-00003',
  issue: 'I-9',
  opinion: '移送',
  title: '线索',
  supervisedBody: { name: '看守所', kind: 'detention_house' },
  accessList: ['P-632800-ba'],
};
export const takenOver: LeadFact = {
  type: 'LeadTransferReceived',
  data: {
    unit: '630103',
    fromUnit: '630100',
    fromLead: 'L-630100-2025-AAAAAAAA',
    source: 'internal_transfer',
    origin: 'transferred',
    discoveredOn: '2025-03-01',
    discoverers: [],
    receivedOn: '2025-03-02',
    ...said,
  },
};
