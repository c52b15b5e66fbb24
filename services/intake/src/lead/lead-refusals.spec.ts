import { given, type Scene } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import {
  chief,
  clerk,
  erased,
  gate,
  input,
  issue,
  merged,
  prosecutor,
  rejected,
  screened,
  takenOver,
  transferred,
  withReporter,
} from '../../test/lead-histories.ts';
import { complaint, LEAD, received, registered } from '../../test/scene.ts';
import { lead } from './lead.ts';
import type { LeadFact } from './state.ts';

describe('what a lead refuses', () => {
  const refused: readonly (readonly [string, Scene, readonly LeadFact[], string, unknown, string])[] = [
    ['a source nobody knows', clerk, [], 'registerLead', { ...input, source: 'rumour' }, 'source.unknown'],
    ['a type nobody knows', clerk, [], 'registerLead', { ...input, type: 'XYZ' }, 'type.unknown'],
    [
      'a plan is no source of CFS',
      clerk,
      [],
      'registerLead',
      { ...input, source: 'plan' },
      'type.source-not-fitting',
    ],
    [
      'a sub-kind of another type',
      clerk,
      [],
      'registerLead',
      { ...input, subKind: 'regular' },
      'subkind.unknown',
    ],
    [
      'an end before its beginning',
      clerk,
      [],
      'registerLead',
      { ...input, happenedFrom: '2025-02-02', happenedTo: '2025-02-01' },
      'period.reversed',
    ],
    [
      'restricted without a list',
      clerk,
      [],
      'registerLead',
      { ...input, secrecy: 'restricted' },
      'secrecy.access-list-missing',
    ],
    [
      'found by somebody the directory does not know',
      clerk,
      [],
      'registerLead',
      { ...input, discoverer: 'P-630103-nobody' },
      'person.unknown',
    ],
    ['a state secret', clerk, [], 'registerLead', { ...input, secrecy: 'state_secret' }, 'input.invalid'],
    [
      'a find of tomorrow',
      clerk,
      [],
      'registerLead',
      { ...input, discoveredOn: '2025-03-11' },
      'date.in-future',
    ],
    [
      'a day that does not exist',
      clerk,
      [],
      'registerLead',
      { ...input, discoveredOn: '2025-02-29' },
      'input.invalid',
    ],
    [
      'a receipt of tomorrow',
      clerk,
      [],
      'receiveLead',
      { ...input, receivedOn: '2025-03-11' },
      'date.in-future',
    ],
    ['registered twice', clerk, [received, registered], 'registerReceivedLead', {}, 'lead.registered'],
    ['registered after its end', clerk, [registered, rejected], 'registerReceivedLead', {}, 'lead.ended'],
    [
      'screened before it is registered',
      clerk,
      [received],
      'screenLead',
      { result: 'accept', opinion: '可' },
      'lead.not-registered',
    ],
    [
      'screened twice',
      clerk,
      [complaint, screened],
      'screenLead',
      { result: 'accept', opinion: '可' },
      'screening.done',
    ],
    ['accepted unscreened', gate, [complaint], 'acceptLead', {}, 'screening.missing'],
    ['accepted by the finder', prosecutor, [registered], 'acceptLead', {}, 'gate.not-yours'],
    [
      'accepted in a department that is not competent',
      gate,
      [registered],
      'acceptLead',
      { department: 'penal_execution' },
      'department.not-competent',
    ],
    [
      'accepted before it was registered',
      gate,
      [registered],
      'acceptLead',
      { acceptedOn: '2025-03-02' },
      'date.before-acceptance',
    ],
    ['accepted tomorrow', gate, [registered], 'acceptLead', { acceptedOn: '2025-03-11' }, 'date.in-future'],
    ['accepted after rejection', gate, [registered, rejected], 'acceptLead', {}, 'lead.ended'],
    ['rejected after rejection', gate, [registered, rejected], 'rejectLead', { opinion: '不' }, 'lead.ended'],
    ['merged into itself', clerk, [registered], 'mergeLead', { into: LEAD, opinion: '同' }, 'merge.itself'],
    [
      'merged twice',
      clerk,
      [registered, merged],
      'mergeLead',
      { into: 'L-630103-2025-CCCCCCCC', opinion: '同' },
      'lead.ended',
    ],
    [
      'two leads merged into each other',
      gate,
      [registered, merged],
      'absorbLead',
      { from: 'L-630103-2025-BBBBBBBB', fromUnit: '630103', discoverers: [] },
      'merge.circular',
    ],
    ['transferred nowhere', chief, [registered], 'transferLead', { opinion: '移' }, 'transfer.nowhere'],
    [
      'transferred to the own unit',
      chief,
      [registered],
      'transferLead',
      { ...transferred, toUnit: '630103' },
      'transfer.nowhere',
    ],
    ['passed on after it was taken over', chief, [takenOver], 'transferLead', transferred, 'transfer.bounce'],
    ['an issue transferred nowhere', chief, [], 'transferIssue', issue, 'transfer.nowhere'],
    [
      'kept offline tomorrow',
      clerk,
      [],
      'keepOffline',
      { unit: '630103', offlineNumber: '密-1', keptOn: '2025-03-11' },
      'date.in-future',
    ],
    [
      'content in an offline stub',
      clerk,
      [],
      'keepOffline',
      { unit: '630103', offlineNumber: '密-1', title: '内容' },
      'input.invalid',
    ],
    ['no reporter to look up', clerk, [registered], 'openReporter', { purpose: '核实' }, 'reporter.none'],
    [
      'an erased reporter looked up',
      clerk,
      [withReporter, erased],
      'openReporter',
      { purpose: '核实' },
      'reporter.erased',
    ],
    [
      'no reporter to erase',
      chief,
      [registered],
      'eraseReporter',
      { ground: 'order', basis: '令' },
      'reporter.none',
    ],
    [
      'erased twice',
      chief,
      [withReporter, erased],
      'eraseReporter',
      { ground: 'order', basis: '令' },
      'reporter.erased',
    ],
  ];
  test.each(refused)('refused: %s', (_title, who, facts, command, raw, code) => {
    expect(given(lead, LEAD, who, facts).when(command, raw)).toMatchObject({ refused: code });
  });

  test('refused: accepted twice', () => {
    const done = given(lead, LEAD, gate, [registered]).when('acceptLead', {});
    const facts = 'facts' in done ? (done.facts as readonly LeadFact[]) : [];
    expect(given(lead, LEAD, gate, [registered, ...facts]).when('acceptLead', {})).toMatchObject({
      refused: 'lead.accepted',
    });
  });

  test('refused: accepted without a type', () => {
    const { type: _type, ...untyped } = registered.data as Record<string, unknown>;
    const bare = { type: 'LeadRegistered', data: untyped } as LeadFact;
    expect(given(lead, LEAD, gate, [bare]).when('acceptLead', {})).toMatchObject({
      refused: 'type.missing',
      field: 'type',
    });
  });
});
