import { describe, expect, test } from 'vitest';
import { crimeLead, inspected, oral, slight, violation } from '../../test/issue-histories.ts';
import { factsOf, opened, openedIas, when } from '../../test/scene.ts';

describe('findIssues', () => {
  test('findings are numbered in order; each gets the response of its grade (S2 §624)', () => {
    const facts = factsOf(when(inspected, 'findIssues', { issues: [slight, violation, crimeLead] }));
    expect(facts.map(({ data }) => data)).toMatchObject([
      { issue: 'I-1', response: 'oral_correction', foundOn: '2025-08-13' },
      { issue: 'I-2', response: 'written_correction' },
      { issue: 'I-3', response: 'transfer' },
    ]);
  });

  test('an oral correction starts seven days; others start nothing (DL-18)', () => {
    const [first, second] = factsOf(when(inspected, 'findIssues', { issues: [slight, violation] }));
    expect(first?.data).toMatchObject({
      oralCorrection: { givenOn: '2025-08-13' },
      clocks: [{ clock: 'DL-18', subject: 'I-1', start: '2025-08-13', due: '2025-08-20' }],
    });
    expect(second?.data).not.toHaveProperty('clocks');
  });

  test('a shorter date fixed on the spot wins; a longer one is refused', () => {
    const by = (correctBy: string) => [{ ...slight, oralCorrection: { ...oral, correctBy } }];
    expect(factsOf(when(inspected, 'findIssues', { issues: by('2025-08-15') }))[0]?.data).toMatchObject({
      clocks: [{ due: '2025-08-15', fixedDate: '2025-08-15' }],
    });
    expect(when(inspected, 'findIssues', { issues: by('2025-08-25') })).toMatchObject({
      refused: 'clock.fixed-not-shorter',
    });
    expect(when(inspected, 'findIssues', { issues: by('2025-08-13') })).toMatchObject({
      refused: 'clock.would-shorten',
    });
  });

  test('entered late, the clock runs from the day it was said', () => {
    const told = { ...slight, oralCorrection: { ...oral, givenOn: '2025-08-13' } };
    const [fact] = factsOf(
      when(inspected, 'findIssues', { foundOn: '2025-08-12', issues: [told] }, { today: '2025-08-15' }),
    );
    expect(fact).toMatchObject({ occurredOn: '2025-08-12', data: { clocks: [{ due: '2025-08-20' }] } });
  });

  test.each([
    ['issue.response-unfit', { ...violation, response: 'oral_correction', oralCorrection: oral }],
    ['issue.oral-record-missing', { ...slight, oralCorrection: undefined }],
    ['issue.oral-record-unfit', { ...violation, oralCorrection: oral }],
    ['issue.oral-date-unfit', { ...slight, oralCorrection: { ...oral, givenOn: '2025-08-12' } }],
    ['issue.oral-date-unfit', { ...slight, oralCorrection: { ...oral, givenOn: '2025-08-14' } }],
    ['issue.facts-belong-to-lead', { ...crimeLead, facts: '某民警' }],
  ])('%s', (code, issue) => {
    expect(when(inspected, 'findIssues', { issues: [issue] })).toMatchObject({
      refused: code,
      field: 'issues',
    });
  });

  test('an inspection finds nothing before it is on site, no matter before it is filed', () => {
    expect(when([opened()], 'findIssues', { issues: [violation] })).toMatchObject({
      refused: 'issue.before-on-site',
    });
    const early = { foundOn: '2025-08-10', issues: [violation] };
    expect(when(inspected, 'findIssues', early)).toMatchObject({ refused: 'issue.before-on-site' });
    expect(when(inspected, 'findIssues', { ...early, foundOn: '2025-08-01' })).toMatchObject({
      refused: 'date.before-filing',
    });
  });

  test('types without a list of issues have none', () => {
    expect(when([openedIas()], 'findIssues', { issues: [violation] })).toMatchObject({
      refused: 'issue.not-tracked',
    });
    expect(when([openedIas({ type: 'EIM' })], 'findIssues', { issues: [violation] })).toMatchObject({
      refused: 'type.unknown',
    });
  });
});
