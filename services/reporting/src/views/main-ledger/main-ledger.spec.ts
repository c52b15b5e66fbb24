import { expect, test } from 'vitest';
import { folded } from '../../../test/folded.ts';
import { tellInspection } from '../../../test/inspection.ts';
import { CIR, IAS } from '../../../test/matters.ts';
import { tellOverdueMatter } from '../../../test/overdue-matter.ts';
import { columns } from './columns.ts';
import { mainLedger } from './main-ledger.ts';

test('an overdue notice that the superior upheld fills its row by itself', async () => {
  const rows = await folded(mainLedger, tellOverdueMatter().envelopes);
  expect(rows.get(IAS)).toMatchObject({
    unit: '630202',
    status: 'archived',
    source: 'own_case',
    discoveredOn: '2025-04-08',
    acceptedOn: '2025-04-08',
    score: 71,
    filedOn: '2025-04-10',
    approvedBy: '多某',
    handler: { name: '冶某' },
    group: ['李某'],
    measures: 1,
    reportOn: '2025-04-17',
    decidedBy: 'chief',
    decidedOn: '2025-04-18',
    escalatedTo: '630200',
    rectifiedOn: '2025-07-08',
    effectPersons: 2,
    result: 'corrected',
    concludedOn: '2025-07-14',
    handlingDays: 97,
    selfCheck: 'qualified',
    archivedOn: '2025-07-25',
    retention: 'long',
  });
});

test('the days late count to the first answer, the request for re-examination, and not to the last one', async () => {
  const rows = await folded(mainLedger, tellOverdueMatter().envelopes);
  expect(rows.get(IAS)?.instruments).toEqual([
    {
      instrument: 'D-1',
      kind: 'correction_notice',
      title: '纠正违法通知书',
      printedNumber: '乐都检纠违〔2025〕3号',
      replyClock: 'DL-16',
      servedOn: '2025-04-21',
      replyDue: '2025-05-06',
      answeredOn: '2025-05-19',
      daysLate: 13,
      adoption: 'full',
      remedy: 'upheld',
    },
  ]);
});

test('the row of an inspection stands where its least advanced issue stands', async () => {
  const { events } = tellInspection();
  const rows = await folded(mainLedger, events);
  expect(rows.get(CIR)).toMatchObject({ status: 'investigating', issues: 3, issuesClosed: 1, related: [] });
});

test('a transferred issue counts as closed once', async () => {
  const log = tellInspection();
  const verification = `investigation.verification-${CIR}`;
  log.say(verification, 'IssueClosed', '2025-11-06', { issue: 'I-3', result: 'transferred' });
  log.say(verification, 'IssueClosed', '2025-11-06', { issue: 'I-1', result: 'corrected' });
  expect((await folded(mainLedger, log.events)).get(CIR)).toMatchObject({ issues: 3, issuesClosed: 2 });
});

test('every column of the ledger has a title in two languages and one of its own', () => {
  const titles = columns.map(({ title }) => title.zh);
  expect(new Set(titles).size).toBe(titles.length);
  expect(columns.every(({ title }) => title.zh !== '' && title.en !== '')).toBe(true);
});
