import { afterEach, describe, expect, test } from 'vitest';
import type { OpenClockDoc } from '../src/views/open-clocks.ts';
import { closeOffices, dated, filed, IAS, served } from './filed-office.ts';
import { effect, everyPaper } from './scene.ts';

afterEach(closeOffices);

describe('EX-02 through policies, views and the watch', () => {
  test('the chain of replies, day by day', async () => {
    const office = await filed();
    await served(office);
    expect((await office.recorded('InstrumentIssued'))[0]?.data).toMatchObject({
      printedNumber: '乐都检纠违〔2025〕1号',
      issuedOn: '2025-04-18',
      replyClock: { clock: 'DL-16' },
    });

    for (const day of ['2025-04-28', '2025-04-29', '2025-04-30', '2025-05-06']) await office.watch(day);
    expect(dated(await office.recorded('DeadlineWarned'))).toEqual([
      '2025-04-29 DeadlineWarned',
      '2025-05-03 DeadlineWarned',
      '2025-05-05 DeadlineWarned',
    ]);
    expect(await office.recorded('ReplyOverdue')).toEqual([]);
    await office.watch('2025-05-07');
    await office.watch('2025-05-07');
    expect(dated(await office.recorded('ReplyOverdue', 'DeadlineMissed'))).toEqual([
      '2025-05-07 DeadlineMissed',
      '2025-05-07 ReplyOverdue',
    ]);

    await office.act('2025-05-08', 'P-630202-ye', 'urgeReply', IAS, { instrument: 'D-1' });
    await office.watch('2025-05-18');
    await office.act('2025-05-19', 'P-630202-qi', 'requestReExamination', IAS, {
      instrument: 'D-1',
      content: '申请复查',
    });
    const late = await office.doc<OpenClockDoc>('openClocks', `${IAS}/DL-16/D-1`);
    expect(late?.rounds).toMatchObject([
      { due: '2025-05-06', status: 'met', metOn: '2025-05-19', daysLate: 13 },
    ]);
    await office.act('2025-05-22', 'P-630202-duo', 'decideReExamination', IAS, {
      instrument: 'D-1',
      examiner: 'P-630202-ma2',
      outcome: 'upheld',
      opinion: '正确',
    });
    expect(await office.refused('2025-05-22', 'P-630200-an', 'acceptEscalation', IAS, {})).toBe(
      'access.other-unit',
    );
    await office.act('2025-05-22', 'P-630202-ye', 'escalateToSuperior', IAS, {
      instruments: ['D-1'],
      opinion: '报告',
    });

    const waiting = await office.ask('P-630200-an', 'escalations', { stage: 'waiting' });
    expect(waiting).toMatchObject({ ok: true, value: { items: [{ id: IAS, stage: 'waiting' }] } });
    const none = await office.ask('P-630103-shi', 'escalations', {});
    expect(none).toMatchObject({ ok: true, value: { items: [] } });

    await office.act('2025-05-26', 'P-630200-an', 'acceptEscalation', IAS, {});
    await office.act('2025-06-10', 'P-630200-xie', 'decideSuperiorReview', IAS, {
      outcome: 'correct',
      opinion: '正确',
    });
    await office.act('2025-06-12', 'P-630200-cai', 'notifySupervisedSuperior', IAS, {
      body: '海东市公安局',
      content: '督促',
    });
    await office.act('2025-07-01', 'P-630202-qi', 'recordReply', IAS, {
      instruments: ['D-1'],
      kind: 'rectification',
      content: '已纠正',
    });
    await office.act('2025-07-03', 'P-630202-ye', 'assessReply', IAS, {
      reply: 'R-1',
      adoption: 'full',
      opinion: '全部采纳',
    });
    await office.act('2025-07-08', 'P-630202-ye', 'verifyRectification', IAS, {
      persons: ['P-630202-ye', 'P-630202-li'],
      instruments: ['D-1'],
      corrected: true,
      finding: '抽查6份',
    });
    await office.act('2025-07-14', 'P-630202-duo', 'concludeMatter', IAS, {
      result: 'corrected',
      effect,
      opinion: '办结',
    });
    await office.says('2025-07-15', 'assessment', IAS, 'SelfChecked', {
      scheme: 's2026',
      answers: [],
      proposedGrade: 'qualified',
      checkedOn: '2025-07-15',
    });
    expect(
      await office.act('2025-07-25', 'P-630202-zhang', 'archiveDossier', IAS, { documents: everyPaper }),
    ).toEqual(['DossierChecked', 'DossierArchived']);
    await office.watch('2026-01-30');
    expect(await office.recorded('ReplyOverdue')).toHaveLength(1);
    const missed = (await office.recorded('DeadlineMissed')).map(({ data }) => data['clock']);
    expect(missed, 'the self-check is another service’s to meet').toEqual(['DL-16', 'DL-59']);
    expect(await office.runtime.parked()).toEqual([]);
  });

  test('after a long stop everything that fell is said once, on its own day', async () => {
    const office = await filed();
    await served(office);
    await office.watch('2025-06-30');
    await office.watch('2025-06-30');
    expect(dated(await office.recorded('DeadlineWarned', 'DeadlineMissed', 'ReplyOverdue'))).toEqual([
      '2025-04-29 DeadlineWarned',
      '2025-05-03 DeadlineWarned',
      '2025-05-05 DeadlineWarned',
      '2025-05-07 DeadlineMissed',
      '2025-05-07 ReplyOverdue',
      '2025-05-09 DeadlineWarned',
      '2025-05-11 DeadlineWarned',
      '2025-05-13 DeadlineMissed',
    ]);
  });

  test('a reply that came late while nobody watched was overdue all the same', async () => {
    const office = await filed();
    await served(office);
    await office.act('2025-05-19', 'P-630202-qi', 'recordReply', IAS, {
      instruments: ['D-1'],
      kind: 'rectification',
      content: '已纠正',
    });
    await office.watch('2025-05-20');
    const overdue = await office.recorded('ReplyOverdue');
    expect(dated(overdue)).toEqual(['2025-05-07 ReplyOverdue']);
    expect(overdue[0]?.data['clocks'], 'nobody is to urge any more').toEqual([]);
    expect(await office.runtime.parked()).toEqual([]);
  });

  test('a reply that came in time and was entered late is not overdue', async () => {
    const office = await filed();
    await served(office);
    await office.act('2025-05-19', 'P-630202-qi', 'recordReply', IAS, {
      instruments: ['D-1'],
      kind: 'rectification',
      content: '已纠正',
      receivedOn: '2025-05-06',
    });
    await office.watch('2025-05-20');
    expect(await office.recorded('ReplyOverdue')).toEqual([]);
  });
});
