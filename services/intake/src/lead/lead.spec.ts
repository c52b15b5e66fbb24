import { given, type Scene } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import {
  chief,
  clerk,
  gate,
  input,
  issue,
  merged,
  prosecutor,
  screened,
  transferred,
  withReporter,
} from '../../test/lead-histories.ts';
import { complaint, LEAD, received, registered, said, scene } from '../../test/scene.ts';
import { lead } from './lead.ts';
import type { LeadFact } from './state.ts';

describe('what comes of a lead', () => {
  const done: readonly (readonly [string, Scene, readonly LeadFact[], string, unknown, readonly object[]])[] =
    [
      [
        'a lead found in an own case has five working days',
        prosecutor,
        [],
        'registerLead',
        { ...input, type: undefined },
        [
          {
            type: 'LeadRegistered',
            data: {
              origin: 'own_motion',
              discoverer: { person: 'P-630103-li' },
              clocks: [{ clock: 'DL-53', due: '2025-03-17' }],
            },
          },
        ],
      ],
      [
        'who found it is named by id; the record has the name of the directory',
        clerk,
        [],
        'registerLead',
        { ...input, discoverer: 'P-630103-li' },
        [
          {
            type: 'LeadRegistered',
            data: { discoverer: { person: 'P-630103-li', name: '李某', unit: '630103' } },
          },
        ],
      ],
      [
        'a letter has three clocks',
        clerk,
        [],
        'receiveLead',
        { ...input, source: 'letter' },
        [
          {
            data: {
              clocks: [
                { clock: 'DL-01', due: '2025-03-17' },
                { clock: 'DL-02', due: '2025-03-17' },
                { clock: 'DL-03', due: '2025-06-10' },
              ],
            },
          },
        ],
      ],
      [
        "registering keeps the window's wording and corrects what is given",
        clerk,
        [received],
        'registerReceivedLead',
        { title: '更正案由' },
        [
          {
            type: 'LeadRegistered',
            data: { title: '更正案由', source: 'citizen_complaint', supervisedBody: said.supervisedBody },
          },
        ],
      ],
      [
        'rejection at the screening ends every clock',
        clerk,
        [complaint],
        'screenLead',
        { result: 'reject', opinion: '不属监督范围，理由已告知' },
        [
          {
            type: 'LeadScreened',
            data: { result: 'reject', clocksMet: [{ clock: 'DL-53', subject: LEAD }] },
          },
        ],
      ],
      [
        'rejection at the gate ends every clock',
        gate,
        [registered],
        'rejectLead',
        { opinion: '重复' },
        [{ type: 'LeadNotAccepted', data: { clocksMet: [{ clock: 'DL-53', subject: LEAD }] } }],
      ],
      [
        'the gate takes what was screened',
        gate,
        [complaint, screened],
        'acceptLead',
        {},
        [
          {
            type: 'LeadAccepted',
            data: {
              acceptedOn: '2025-03-10',
              profile: { type: 'CFS', department: 'criminal_prosecution', track: 'case' },
            },
          },
        ],
      ],
      [
        'a merger carries the discoverers',
        clerk,
        [registered],
        'mergeLead',
        { into: 'L-630103-2025-CCCCCCCC', opinion: '同' },
        [{ type: 'LeadMerged', data: { discoverers: [{ name: '李某' }] } }],
      ],
      [
        'what comes into a merged lead goes on to where it went',
        gate,
        [registered, merged],
        'absorbLead',
        {
          from: 'L-630103-2025-DDDDDDDD',
          fromUnit: '630103',
          discoverers: [{ person: 'P-630103-xing', name: '星某' }],
        },
        [
          { type: 'LeadAbsorbed' },
          {
            type: 'LeadMerged',
            data: { into: 'L-630103-2025-BBBBBBBB', discoverers: [{ name: '李某' }, { name: '星某' }] },
          },
        ],
      ],
      [
        'a transfer says what the receiving unit needs',
        chief,
        [registered],
        'transferLead',
        transferred,
        [
          {
            type: 'LeadTransferred',
            data: { toUnit: '630100', transferredOn: '2025-03-10', content: { title: said.title } },
          },
        ],
      ],
      [
        'an issue leaves as a restricted lead',
        scene('P-632800-ba'),
        [],
        'transferIssue',
        { ...issue, toBody: { name: '监委', kind: 'supervision_commission' } },
        [{ type: 'LeadTransferred', data: { secrecy: 'restricted', fromIssue: { issue: 'I-9' } } }],
      ],
      [
        'erasing names the keys',
        chief,
        [withReporter],
        'eraseReporter',
        { ground: 'order', basis: '令' },
        [{ type: 'ReporterErased', data: { keys: ['k-9'] } }],
      ],
    ];
  test.each(done)('%s', (_title, who, facts, command, raw, expected) => {
    expect(given(lead, LEAD, who, facts).when(command, raw)).toMatchObject({ facts: expected });
  });

  test('a duplicate is flagged once', () => {
    const flag = { of: 'L-630103-2025-BBBBBBBB', ofUnit: '630103', similarity: 0.9, signs: ['same_body'] };
    const first = given(lead, LEAD, gate, [registered]).when('flagDuplicate', flag);
    expect(first).toMatchObject({ facts: [{ type: 'LeadDuplicateFlagged' }] });
    const facts = 'facts' in first ? (first.facts as readonly LeadFact[]) : [];
    expect(given(lead, LEAD, gate, [registered, ...facts]).when('flagDuplicate', flag)).toEqual({
      facts: [],
    });
  });
});
