import { describe, expect, test } from 'vitest';
import { actor, History, matter, member, opened, openedIas, people, when } from '../../test/scene.ts';

const report = {
  facts: '未录音录像',
  law: '规则第五百六十七条',
  conclusion: 'violation',
  proposal: '书面纠正',
};
const head = actor('head');

describe('submitReviewReport', () => {
  test('the handler submits it; its kind is the type’s', () => {
    expect(
      when([openedIas()], 'submitReviewReport', { ...report, instruments: ['correction_notice'] }),
    ).toEqual({
      facts: [
        {
          type: 'ReviewReportSubmitted',
          data: {
            ...report,
            instruments: ['correction_notice'],
            report: 'RR-1',
            kind: 'review',
            submittedOn: '2025-08-13',
          },
        },
      ],
    });
    expect(when([opened()], 'submitReviewReport', report)).toMatchObject({
      facts: [{ data: { kind: 'inspection' } }],
    });
  });

  test('nobody else does, not even of the team', () => {
    const other = { actor: actor('guest') };
    expect(when([opened()], 'submitReviewReport', report, other)).toMatchObject({
      refused: 'report.not-handler',
    });
  });

  test('not before the filing, and not in a type without rules', () => {
    const early = { ...report, submittedOn: '2025-08-05' };
    expect(when([openedIas()], 'submitReviewReport', early)).toMatchObject({ refused: 'date.before-filing' });
    expect(when([openedIas({ type: 'EIM' })], 'submitReviewReport', report)).toMatchObject({
      refused: 'type.unknown',
    });
  });
});

describe('returnReviewReport', () => {
  test('while it stands there is no second one; returned, there is', () => {
    const history = new History(openedIas());
    history.do('2025-08-20', 'submitReviewReport', report);
    expect(history.try('2025-08-21', 'submitReviewReport', report)).toMatchObject({
      refused: 'report.stands',
      params: { report: 'RR-1' },
    });
    history.do('2025-08-21', 'returnReviewReport', { report: 'RR-1', opinion: '补充证据' }, head);
    expect(
      history.try('2025-08-21', 'returnReviewReport', { report: 'RR-1', opinion: '再退' }, head),
    ).toMatchObject({
      refused: 'report.not-standing',
    });
    expect(history.do('2025-08-22', 'submitReviewReport', report)).toMatchObject([
      { data: { report: 'RR-2' } },
    ]);
  });

  test('a head of department does not return his own', () => {
    const own = opened({ assistants: [member('liu'), member('head')] });
    const input = { report: 'RR-1', opinion: '退' };
    expect(when([own], 'returnReviewReport', input, { actor: head })).toMatchObject({
      refused: 'approval.own-proposal',
    });
  });

  test('the verification’s clock is met by the report and runs on when it is returned (DL-24)', () => {
    const clock = {
      clock: 'DL-24',
      subject: matter,
      start: '2025-08-06',
      due: '2025-10-09',
      provisional: false,
      calendar: 'cn-2025.1',
    };
    const facts = [openedIas()].map((each) => ({ ...each, data: { ...each.data, clocks: [clock] } }));
    const history = new History(...facts);
    const met = [{ clock: 'DL-24', subject: matter }];
    expect(history.do('2025-08-20', 'submitReviewReport', report)).toMatchObject([
      { data: { clocksMet: met } },
    ]);
    const input = { report: 'RR-1', opinion: '补充证据' };
    expect(history.do('2025-08-21', 'returnReviewReport', input, head)).toMatchObject([
      { data: { clocks: [clock] } },
    ]);
    expect(history.do('2025-08-25', 'submitReviewReport', report)).toMatchObject([
      { data: { clocksMet: met } },
    ]);
  });
});

describe('whose matter it is', () => {
  const group = { handler: member('guest'), assistants: [member('ga')] };
  const system = actor('su', 'system');

  test('another handler takes over; somebody suspended who left stays suspended', () => {
    const history = new History(openedIas());
    history.do('2025-08-13', 'changeHandlers', { suspend: people.su.person }, system);
    expect(history.try('2025-08-13', 'submitReviewReport', report)).toMatchObject({
      refused: 'handler.suspended',
    });
    expect(history.do('2025-08-14', 'changeHandlers', group, system)).toEqual([
      { type: 'VerificationHandlersChanged', data: { ...group, suspended: [people.su.person] } },
    ]);
    expect(history.try('2025-08-14', 'submitReviewReport', report)).toMatchObject({
      refused: 'handler.suspended',
    });
    expect(history.try('2025-08-14', 'submitReviewReport', report, actor('guest'))).toHaveProperty('facts');
  });

  test('who may go on goes on; said twice it is noted once', () => {
    const history = new History(openedIas());
    const person = people.su.person;
    expect(history.do('2025-08-13', 'changeHandlers', { resume: person }, system)).toEqual([]);
    expect(history.do('2025-08-13', 'changeHandlers', { suspend: person }, system)).toMatchObject([
      { data: { suspended: [person] } },
    ]);
    expect(history.do('2025-08-13', 'changeHandlers', { suspend: person }, system)).toEqual([]);
    expect(history.do('2025-08-14', 'changeHandlers', { resume: person }, system)).toMatchObject([
      { data: { suspended: [] } },
    ]);
    expect(history.try('2025-08-14', 'submitReviewReport', report)).toHaveProperty('facts');
  });

  test('a matter ends once', () => {
    const history = new History(openedIas());
    const end = { ground: 'concluded', endedOn: '2025-08-20' };
    expect(history.do('2025-08-20', 'closeVerification', end, system)).toEqual([
      { type: 'VerificationClosed', data: end },
    ]);
    expect(history.try('2025-08-20', 'closeVerification', end, system)).toMatchObject({
      refused: 'verification.closed',
    });
    const input = { suspend: people.su.person };
    expect(history.try('2025-08-20', 'changeHandlers', input, system)).toMatchObject({
      refused: 'verification.closed',
    });
  });
});
