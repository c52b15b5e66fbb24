import { forbiddenMeasures } from '@jiandu/catalogue';
import { describe, expect, test } from 'vitest';
import { actor, member, opened, openedIas, people, when } from '../../test/scene.ts';

const persons = [people.su.person, people.liu.person];
const input = { kind: 'obtain_recordings', persons, finding: '讯问未全程录音录像' };
const filed = [openedIas()];

describe('takeMeasure', () => {
  test('two persons, one of them a prosecutor, take a measure the type provides for', () => {
    expect(when(filed, 'takeMeasure', { ...input, takenOn: '2025-08-12' })).toEqual({
      facts: [
        {
          type: 'InvestigativeMeasureTaken',
          data: {
            ...input,
            measure: 'M-1',
            persons: [member('su'), member('liu')],
            takenOn: '2025-08-12',
          },
          occurredOn: '2025-08-12',
        },
      ],
    });
  });

  test('somebody of the plan’s team from another unit counts', () => {
    const visit = { ...input, kind: 'view_cells', persons: [people.guest.person, people.liu.person] };
    expect(when([opened()], 'takeMeasure', visit)).toMatchObject({
      facts: [{ data: { persons: [{ person: people.guest.person, unit: '632801' }, {}] } }],
    });
  });

  test('measures are numbered in order', () => {
    const first = when(filed, 'takeMeasure', input);
    expect('facts' in first).toBe(true);
    const facts = 'facts' in first ? [...filed, ...(first.facts as typeof filed)] : [];
    expect(when(facts, 'takeMeasure', input)).toMatchObject({ facts: [{ data: { measure: 'M-2' } }] });
  });

  test('not before the filing (DOMAIN §10(1))', () => {
    expect(when(filed, 'takeMeasure', { ...input, takenOn: '2025-08-05' })).toMatchObject({
      refused: 'measure.before-filing',
      field: 'takenOn',
      params: { filedOn: '2025-08-06' },
    });
    expect(when([], 'takeMeasure', input)).toMatchObject({ refused: 'verification.not-open' });
  });

  test.each(forbiddenMeasures.map(({ code, law }) => [code, law]))(
    '%s is forbidden, with its article',
    (kind, law) => {
      expect(when(filed, 'takeMeasure', { ...input, kind })).toMatchObject({
        refused: 'measure.forbidden',
        field: 'kind',
        params: { kind, law },
      });
    },
  );

  test('what only places of detention know is not provided elsewhere', () => {
    expect(when(filed, 'takeMeasure', { ...input, kind: 'view_cells' })).toMatchObject({
      refused: 'measure.not-provided',
      params: { kind: 'view_cells', type: 'IAS', law: expect.stringContaining('S2') },
    });
  });

  test('the plan comes first where the type demands it', () => {
    const unplanned = openedIas({ type: 'CFS' });
    expect(when([unplanned], 'takeMeasure', input)).toMatchObject({ refused: 'plan.missing' });
  });

  test.each([
    ['team.single-person', [people.su.person]],
    ['team.single-person', [people.su.person, people.su.person]],
    ['team.outsider', [people.su.person, people.stranger.person]],
    ['person.unknown', [people.su.person, 'P-630103-nobody']],
  ])('%s', (code, who) => {
    expect(when(filed, 'takeMeasure', { ...input, persons: who })).toMatchObject({
      refused: code,
      field: 'persons',
    });
  });

  test('assistants alone are not enough', () => {
    const twoAssistants = opened({ assistants: [member('liu'), member('ga')] });
    const who = [people.liu.person, people.ga.person];
    expect(when([twoAssistants], 'takeMeasure', { ...input, persons: who })).toMatchObject({
      refused: 'team.without-prosecutor',
    });
  });

  test('it cannot bear on an issue that does not exist', () => {
    expect(when(filed, 'takeMeasure', { ...input, issues: ['I-1'] })).toMatchObject({
      refused: 'issue.unknown',
    });
  });

  test('a type the catalogue does not have has no measures', () => {
    expect(when([openedIas({ type: 'EIM' })], 'takeMeasure', input)).toMatchObject({
      refused: 'type.unknown',
    });
  });
});

describe('recordRefusedMeasure', () => {
  const refusal = { kind: 'obtain_recordings', ground: '称录像已覆盖' };

  test('the body that would not cooperate is the supervised one unless told', () => {
    expect(when(filed, 'recordRefusedMeasure', refusal)).toEqual({
      facts: [
        {
          type: 'MeasureRefused',
          data: { ...refusal, body: filed[0]?.data.profile.supervisedBody, refusedOn: '2025-08-13' },
        },
      ],
    });
  });

  test('nobody can refuse what was never allowed, nor before the filing', () => {
    expect(when(filed, 'recordRefusedMeasure', { ...refusal, kind: 'seize' })).toMatchObject({
      refused: 'measure.forbidden',
    });
    expect(when(filed, 'recordRefusedMeasure', { ...refusal, refusedOn: '2025-08-01' })).toMatchObject({
      refused: 'date.before-filing',
    });
    expect(when([openedIas({ type: 'EIM' })], 'recordRefusedMeasure', refusal)).toMatchObject({
      refused: 'type.unknown',
    });
  });
});

describe('who may write at all', () => {
  test('a suspended handler writes nothing (DOMAIN §10(5))', () => {
    const data = { handler: member('su'), assistants: [member('liu')], suspended: [people.su.person] };
    const facts = [...filed, { type: 'VerificationHandlersChanged', data } as const];
    expect(when(facts, 'takeMeasure', input)).toMatchObject({ refused: 'handler.suspended' });
    expect(when(facts, 'takeMeasure', input, { actor: actor('liu') })).toMatchObject({
      refused: 'team.suspended',
    });
  });

  test.each([
    ['verification.closed', 'concluded'],
    ['number.voided', 'voided'],
  ] as const)('nothing is written when it has ended: %s', (code, ground) => {
    const closed = { type: 'VerificationClosed', data: { ground, endedOn: '2025-08-12' } } as const;
    expect(when([...filed, closed], 'takeMeasure', input)).toMatchObject({ refused: code });
  });
});
