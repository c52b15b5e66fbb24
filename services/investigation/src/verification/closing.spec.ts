import { describe, expect, test } from 'vitest';
import { confirm, covered, end, found, recheck, system } from '../../test/issue-histories.ts';
import { people } from '../../test/scene.ts';

describe('closeIssues: each issue has an end of its own', () => {
  test('an oral one is checked again by two persons in time, and its clock is met', () => {
    const facts = found().do('2025-08-20', 'closeIssues', { issues: [end('I-1')], checkedBy: recheck });
    expect(facts).toMatchObject([
      { data: { issue: 'I-1', result: 'corrected', clocksMet: [{ clock: 'DL-18', subject: 'I-1' }] } },
    ]);
    const [fact] = facts;
    expect(fact?.type === 'IssueClosed' && fact.data.checkedBy?.map((each) => each.name)).toEqual([
      '苏某',
      '刘某',
    ]);
  });

  test.each([[[]], [[people.su.person]], [[people.su.person, people.su.person]]])(
    'one person’s word is not enough: %j',
    (checkedBy) => {
      expect(found().try('2025-08-20', 'closeIssues', { issues: [end('I-1')], checkedBy })).toMatchObject({
        refused: 'issue.recheck-single-person',
      });
    },
  );

  test('who checks belongs to the team', () => {
    const checkedBy = [people.su.person, people.stranger.person];
    expect(found().try('2025-08-20', 'closeIssues', { issues: [end('I-1')], checkedBy })).toMatchObject({
      refused: 'team.outsider',
      field: 'checkedBy',
    });
  });

  test('after seven days the word of mouth no longer ends it (S2 §624(2))', () => {
    const input = { issues: [end('I-1')], checkedBy: recheck };
    expect(found().try('2025-08-21', 'closeIssues', input)).toMatchObject({
      refused: 'issue.written-correction-due',
      params: { issue: 'I-1', due: '2025-08-20' },
    });
    expect(found().try('2025-08-25', 'closeIssues', { ...input, closedOn: '2025-08-20' })).toHaveProperty(
      'facts',
    );
  });

  test('a written one needs its instrument and a confirmed correction', () => {
    const input = { issues: [end('I-2')] };
    expect(found().try('2025-09-18', 'closeIssues', input)).toMatchObject({
      refused: 'issue.instrument-missing',
    });
    const history = covered();
    expect(history.try('2025-09-18', 'closeIssues', input)).toMatchObject({
      refused: 'issue.correction-unconfirmed',
    });
    confirm(history, '2025-09-18', 'rectification_verified', true);
    expect(history.try('2025-09-18', 'closeIssues', input)).toHaveProperty('facts');
  });

  test('an answer adopted in full confirms it, until a visit finds otherwise; then only a visit does', () => {
    const history = covered();
    confirm(history, '2025-09-10', 'reply_assessed', true);
    expect(history.try('2025-09-10', 'closeIssues', { issues: [end('I-2')] })).toHaveProperty('facts');
    confirm(history, '2025-09-18', 'rectification_verified', false);
    confirm(history, '2025-09-28', 'reply_assessed', true);
    expect(history.try('2025-09-29', 'closeIssues', { issues: [end('I-2')] })).toMatchObject({
      refused: 'issue.correction-unconfirmed',
    });
    confirm(history, '2025-11-05', 'rectification_verified', true);
    expect(history.try('2025-11-06', 'closeIssues', { issues: [end('I-2')] })).toHaveProperty('facts');
  });

  test('what is to be handed over ends as transferred, and only when it was', () => {
    const history = found();
    const transfer = { issues: [end('I-3', 'transferred')] };
    expect(history.try('2025-08-15', 'closeIssues', transfer)).toMatchObject({
      refused: 'issue.not-transferred',
    });
    expect(history.try('2025-08-15', 'closeIssues', { issues: [end('I-3', 'unfounded')] })).toMatchObject({
      refused: 'issue.ends-as-transferred',
    });
    const lead = {
      issue: 'I-3',
      lead: 'L-632800-2025-7K3M9Q2X',
      transferredOn: '2025-08-15',
      secrecy: 'restricted',
    };
    history.do('2025-08-15', 'markIssueTransferred', lead, system);
    expect(history.try('2025-11-06', 'closeIssues', transfer)).toMatchObject({
      facts: [{ data: { result: 'transferred' } }],
    });
  });

  test('unfounded only while no instrument says the contrary; without effect only after one', () => {
    expect(found().try('2025-08-20', 'closeIssues', { issues: [end('I-2', 'unfounded')] })).toHaveProperty(
      'facts',
    );
    expect(covered().try('2025-09-01', 'closeIssues', { issues: [end('I-2', 'unfounded')] })).toMatchObject({
      refused: 'issue.instrument-stands',
    });
    const without = { issues: [end('I-2', 'no_effect_obtainable')] };
    expect(found().try('2025-09-01', 'closeIssues', without)).toMatchObject({
      refused: 'issue.instrument-missing',
    });
    expect(covered().try('2025-09-01', 'closeIssues', without)).toHaveProperty('facts');
  });

  test('once, known, named once, and not before it was found', () => {
    const history = found();
    const input = { issues: [end('I-1')], checkedBy: recheck };
    expect(history.try('2025-08-20', 'closeIssues', { ...input, closedOn: '2025-08-12' })).toMatchObject({
      refused: 'issue.closed-before-found',
    });
    expect(
      history.try('2025-08-20', 'closeIssues', { ...input, issues: [end('I-1'), end('I-1')] }),
    ).toMatchObject({
      refused: 'issue.named-twice',
    });
    history.do('2025-08-20', 'closeIssues', input);
    expect(history.try('2025-08-20', 'closeIssues', input)).toMatchObject({ refused: 'issue.closed' });
    expect(history.try('2025-08-20', 'closeIssues', { issues: [end('I-9')] })).toMatchObject({
      refused: 'issue.unknown',
    });
  });

  test('all or none: one issue that may not end holds up the others of the same command', () => {
    const input = { issues: [end('I-1'), end('I-2')], checkedBy: recheck };
    expect(found().try('2025-08-20', 'closeIssues', input)).toMatchObject({
      refused: 'issue.instrument-missing',
      params: { issue: 'I-2' },
    });
  });
});
