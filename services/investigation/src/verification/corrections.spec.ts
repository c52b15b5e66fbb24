import { describe, expect, test } from 'vitest';
import { confirm, covered, end, found, recheck, system } from '../../test/issue-histories.ts';

describe('what others say of issues', () => {
  test('a written correction takes the place of the oral one, and of its clock', () => {
    const history = found();
    const input = { instrument: 'D-1', kind: 'correction_notice', issues: ['I-1'], issuedOn: '2025-08-22' };
    history.do('2025-08-22', 'coverIssues', input, system);
    const served = { ground: 'instrument_served', issues: [], instruments: ['D-1'], corrected: false };
    expect(
      history.do('2025-08-25', 'confirmCorrection', { ...served, confirmedOn: '2025-08-25' }, system),
    ).toEqual([
      {
        type: 'IssueCorrectionConfirmed',
        data: {
          issue: 'I-1',
          instrument: 'D-1',
          ground: 'instrument_served',
          corrected: false,
          confirmedOn: '2025-08-25',
          clocksMet: [{ clock: 'DL-18', subject: 'I-1' }],
        },
      },
    ]);
    expect(
      history.try('2025-09-10', 'closeIssues', { issues: [end('I-1')], checkedBy: recheck }),
    ).toMatchObject({
      refused: 'issue.correction-unconfirmed',
    });
  });

  test('said twice it is noted once', () => {
    const history = covered();
    const again = { instrument: 'D-1', kind: 'correction_notice', issues: ['I-2'], issuedOn: '2025-08-22' };
    expect(history.do('2025-08-22', 'coverIssues', again, system)).toEqual([]);
    const missed = { issue: 'I-1', clock: 'DL-18', due: '2025-08-20', since: '2025-08-21' };
    expect(history.do('2025-08-24', 'markIssueOverdue', missed, system)).toMatchObject([
      { occurredOn: '2025-08-21', data: missed },
    ]);
    expect(history.do('2025-08-24', 'markIssueOverdue', missed, system)).toEqual([]);
    const lead = {
      issue: 'I-3',
      lead: 'L-632800-2025-7K3M9Q2X',
      transferredOn: '2025-08-24',
      secrecy: 'restricted',
    };
    expect(history.do('2025-08-24', 'markIssueTransferred', lead, system)).toHaveLength(1);
    expect(history.do('2025-08-24', 'markIssueTransferred', lead, system)).toEqual([]);
  });

  test('a closed issue is past being overdue or confirmed', () => {
    const history = found();
    history.do('2025-08-20', 'closeIssues', { issues: [end('I-1')], checkedBy: recheck });
    const missed = { issue: 'I-1', clock: 'DL-18', due: '2025-08-20', since: '2025-08-21' };
    expect(history.do('2025-08-21', 'markIssueOverdue', missed, system)).toEqual([]);
    expect(confirm(history, '2025-08-21', 'reply_assessed', false, ['I-1'])).toEqual([]);
  });

  test.each([
    [
      'coverIssues',
      { instrument: 'D-1', kind: 'correction_notice', issues: ['I-9'], issuedOn: '2025-08-13' },
    ],
    ['markIssueOverdue', { issue: 'I-9', clock: 'DL-18', due: '2025-08-12', since: '2025-08-13' }],
    [
      'markIssueTransferred',
      { issue: 'I-9', lead: 'L-632800-2025-7K3M9Q2X', transferredOn: '2025-08-13', secrecy: 'restricted' },
    ],
  ])('%s of an issue nobody found is refused', (name, input) => {
    expect(found().try('2025-08-13', name, input, system)).toMatchObject({ refused: 'issue.unknown' });
  });
});
