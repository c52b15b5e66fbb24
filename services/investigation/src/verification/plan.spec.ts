import { describe, expect, test } from 'vitest';
import { actor, directory, member, onSite, opened, openedIas, people, plan, when } from '../../test/scene.ts';

const planInput = {
  aim: '查明讯问是否合法',
  measures: ['obtain_recordings', 'interview_officers'],
  team: [people.su.person, people.liu.person],
};
const team = [people.su.person, people.liu.person];

describe('approvePlan', () => {
  test('the handler approves the plan where the type leaves it to him; names come from the directory', () => {
    expect(when([openedIas()], 'approvePlan', { plan: planInput })).toEqual({
      facts: [
        {
          type: 'InvestigationPlanApproved',
          data: { plan: { ...planInput, team: [member('su'), member('liu')] } },
        },
      ],
    });
  });

  test('who should stay away is part of it, and a late entry keeps its day', () => {
    const input = { plan: { ...planInput, recused: [people.resident.person] }, approvedOn: '2025-08-08' };
    expect(when([openedIas()], 'approvePlan', input)).toEqual({
      facts: [
        {
          type: 'InvestigationPlanApproved',
          data: {
            plan: { ...planInput, team: [member('su'), member('liu')], recused: [member('resident')] },
          },
          occurredOn: '2025-08-08',
        },
      ],
    });
  });

  test('in an inspection the chief approves a changed plan, the handler does not', () => {
    const inspection = { ...planInput, measures: ['view_cells'] };
    expect(when([opened()], 'approvePlan', { plan: inspection })).toMatchObject({
      refused: 'plan.chief-decides',
    });
    const byChief = when([opened()], 'approvePlan', { plan: inspection }, { actor: actor('ba') });
    expect(byChief).toMatchObject({ facts: [{ type: 'InvestigationPlanApproved' }] });
  });

  test.each([
    ['plan.handler-absent', { team: [people.liu.person, people.ga.person] }],
    ['team.single-person', { team: [people.su.person, people.su.person] }],
    ['plan.recused-on-team', { recused: [people.liu.person] }],
    ['person.unknown', { team: [...team, 'P-630103-nobody'] }],
    ['person.unknown', { recused: ['P-630103-nobody'] }],
    ['measure.forbidden', { measures: ['freeze'] }],
    ['measure.not-provided', { measures: ['view_cells'] }],
    ['date.order-reversed', { from: '2025-08-20', until: '2025-08-19' }],
  ])('%s', (code, change) => {
    expect(when([openedIas()], 'approvePlan', { plan: { ...planInput, ...change } })).toMatchObject({
      refused: code,
    });
  });

  test('not before the filing', () => {
    const input = { plan: planInput, approvedOn: '2025-08-05' };
    expect(when([openedIas()], 'approvePlan', input)).toMatchObject({
      refused: 'date.before-filing',
      params: { date: '2025-08-05', filedOn: '2025-08-06' },
    });
  });

  test('a type the catalogue does not have has no rules to plan by', () => {
    expect(when([openedIas({ type: 'SGR' })], 'approvePlan', { plan: planInput })).toMatchObject({
      refused: 'type.unknown',
    });
  });
});

describe('startOnSite', () => {
  const input = { team, announced: true, hotlinePublished: true };

  test('the team begins; the place is the one of the plan', () => {
    expect(when([opened()], 'startOnSite', input, { today: '2025-08-11' })).toEqual({
      facts: [{ type: 'OnSiteStarted', data: { ...onSite.data } }],
    });
  });

  test('only an inspection has it', () => {
    expect(when([openedIas()], 'startOnSite', input)).toMatchObject({ refused: 'on-site.not-inspection' });
  });

  test('once, and under a plan, and not before the filing', () => {
    expect(when([opened(), onSite], 'startOnSite', input)).toMatchObject({ refused: 'on-site.begun' });
    const { plan: _none, ...unplanned } = opened().data;
    expect(when([{ type: 'VerificationOpened', data: unplanned }], 'startOnSite', input)).toMatchObject({
      refused: 'plan.missing',
    });
    expect(when([opened()], 'startOnSite', { ...input, startedOn: '2025-08-01' })).toMatchObject({
      refused: 'date.before-filing',
    });
  });

  test('resident staff stays away although assigned (S17 §6)', () => {
    const withResident = opened({ assistants: [member('liu'), member('resident')], plan });
    expect(
      when([withResident], 'startOnSite', { ...input, team: [...team, people.resident.person] }),
    ).toMatchObject({ refused: 'team.recused', params: { person: people.resident.person } });
  });

  test('a suspended person is not taken along', () => {
    const suspended = {
      type: 'VerificationHandlersChanged',
      data: { handler: member('su'), assistants: [member('liu')], suspended: [people.liu.person] },
    } as const;
    expect(when([opened(), suspended], 'startOnSite', input, { directory })).toMatchObject({
      refused: 'team.suspended',
    });
  });
});
