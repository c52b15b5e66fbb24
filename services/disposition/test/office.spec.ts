import { afterEach, describe, expect, test } from 'vitest';
import { CFS, closeOffices, dated, filed, IAS, served } from './filed-office.ts';
import { staff } from './scene.ts';

afterEach(closeOffices);

describe('what disposition hears from the others', () => {
  const CIR = 'CIR-632800-2025-00003';

  test('issues are tracked, overdue, settled and transferred', async () => {
    const office = await filed(CIR, '632800', 'CIR');
    const found = (n: number) => ({
      issue: `I-${n}`,
      grade: 'slight',
      response: 'oral_correction',
      title: '问题',
      clause: '§624',
      foundOn: '2025-08-13',
      body: { name: '看守所', kind: 'detention_house' },
    });
    for (const n of [1, 2, 3]) await office.says('2025-08-13', 'investigation', CIR, 'IssueFound', found(n));
    await office.says('2025-08-21', 'investigation', CIR, 'IssueOverdue', {
      issue: 'I-1',
      clock: 'DL-18',
      due: '2025-08-20',
      since: '2025-08-21',
    });
    await office.says('2025-08-20', 'investigation', CIR, 'IssueClosed', {
      issue: 'I-2',
      result: 'corrected',
      evidence: '复核',
      closedOn: '2025-08-20',
    });
    await office.says('2025-08-15', 'investigation', CIR, 'IssueTransferred', {
      issue: 'I-3',
      lead: 'L-632800-2025-7K3M9Q2X',
      transferredOn: '2025-08-15',
      secrecy: 'restricted',
    });
    const card = await office.ask('P-632800-ba', 'disposalCard', { id: CIR });
    expect(card).toMatchObject({
      ok: true,
      value: {
        issues: [
          { issue: 'I-1', overdue: true },
          { issue: 'I-2', settled: 'corrected' },
          { issue: 'I-3', settled: 'transferred' },
        ],
      },
    });
    expect(await office.runtime.parked()).toEqual([]);
  });

  test('a suspended handler stops at once and goes on when he may', async () => {
    const office = await filed();
    await served(office);
    const ask = { act: 'talk', content: '谈话' };
    await office.says('2025-04-22', 'intake', IAS, 'HandlerSuspended', {
      person: 'P-630202-ye',
      recusal: 'RC-1',
    });
    expect(await office.refused('2025-04-22', 'P-630202-ye', 'actOnFollowUp', IAS, ask)).toBe(
      'handler.suspended',
    );
    await office.says('2025-04-23', 'intake', IAS, 'HandlerResumed', {
      person: 'P-630202-ye',
      recusal: 'RC-1',
    });
    expect(await office.act('2025-04-23', 'P-630202-ye', 'actOnFollowUp', IAS, ask)).toEqual([
      'FollowUpActed',
    ]);
    await office.says('2025-04-24', 'intake', IAS, 'HandlerReassigned', {
      handler: staff('P-630202-ma2'),
      assistants: [],
      method: 'designated',
      candidates: [],
      opinion: '变更',
    });
    expect(await office.refused('2025-04-25', 'P-630202-ye', 'actOnFollowUp', IAS, ask)).toBe(
      'access.not-handler',
    );
  });

  test('a party told in intake meets the ten days for telling it (S2 §561), and the board sees it', async () => {
    const office = await filed(CFS, '630103', 'CFS');
    await office.says('2025-04-10', 'investigation', CFS, 'ReviewReportSubmitted', {
      report: 'RR-1',
      kind: 'review',
      submittedOn: '2025-04-10',
      facts: '事实',
      law: 'S2 §561',
      conclusion: 'no_violation',
      proposal: '理由成立',
    });
    const nothing = { outcome: 'no_action', opinion: '不立案理由成立' };
    await office.act('2025-04-11', 'P-630103-bai', 'makeDecision', CFS, nothing);
    const running = `DL-10/${CFS}`;
    expect(await office.doc('openClocks', running)).toMatchObject({
      open: true,
      due: '2025-04-21',
    });
    await office.says('2025-04-14', 'intake', CFS, 'PartyNotified', {
      party: 'victim',
      about: 'reasons_upheld',
      method: 'in_writing',
      notifiedOn: '2025-04-14',
    });
    const [noted] = await office.recorded('PartyNotifiedNoted');
    expect(noted?.data).toMatchObject({ clocksMet: [{ clock: 'DL-10', subject: CFS }] });
    expect(await office.doc('openClocks', running)).toMatchObject({ open: false });
    await office.watch('2025-04-30');
    expect(await office.recorded('DeadlineMissed')).toEqual([]);
  });

  test('a voided matter is closed here, and one never filed is nobody’s business', async () => {
    const office = await filed();
    await office.says('2025-04-11', 'intake', IAS, 'MatterVoided', { opinion: '误立' });
    expect(
      await office.refused('2025-04-12', 'P-630202-qi', 'recordReply', IAS, {
        instruments: ['D-1'],
        kind: 'progress',
        content: '回复',
      }),
    ).toBe('number.voided');
    await office.says('2025-04-11', 'intake', 'IAS-630202-2025-00010', 'MatterVoided', { opinion: '误立' });
    expect(await office.runtime.parked()).toEqual([]);
  });

  test('clocks of other services are watched too, in the same words', async () => {
    const office = await filed();
    const lead = 'L-630202-2025-7K3M9Q2X';
    const clock = {
      clock: 'DL-53',
      subject: lead,
      start: '2025-04-10',
      due: '2025-04-17',
      provisional: false,
      calendar: 'cn-2025.1',
    };
    await office.says('2025-04-10', 'intake', 'IAS-630202-2025-00011', 'LeadNotAccepted', {
      opinion: '示例',
      clocks: [clock],
    });
    await office.watch('2025-04-18');
    expect(dated(await office.recorded('DeadlineWarned', 'DeadlineMissed'))).toEqual([
      '2025-04-14 DeadlineWarned',
      '2025-04-16 DeadlineWarned',
      '2025-04-18 DeadlineMissed',
    ]);
  });
});

describe('what people see', () => {
  test('the list of instruments keeps to the unit; the card to those who handle it', async () => {
    const office = await filed();
    await served(office);
    const rows = await office.ask('P-630202-ma', 'instruments', { status: 'awaiting_reply' });
    expect(rows).toMatchObject({
      ok: true,
      value: {
        items: [
          { id: `${IAS}/D-1`, printedNumber: '乐都检纠违〔2025〕1号', due: '2025-05-06', overdue: false },
        ],
      },
    });
    expect(await office.ask('P-630103-shi', 'instruments', {})).toMatchObject({
      ok: true,
      value: { items: [] },
    });
    await office.watch('2025-05-07');
    expect(await office.ask('P-630202-ma', 'instruments', { overdue: 'true' })).toMatchObject({
      ok: true,
      value: { items: [{ status: 'overdue', wasOverdue: true }] },
    });
    expect(await office.ask('P-630202-ye', 'disposalCard', { id: IAS })).toMatchObject({
      ok: true,
      value: { etag: '5', phase: 'open', instruments: [{ ref: 'D-1', servedOn: '2025-04-21' }] },
    });
    expect(await office.ask('P-630103-li', 'disposalCard', { id: IAS })).toMatchObject({ ok: false });
    expect(await office.ask('P-630202-ye', 'disposalCard', { id: 'IAS-630202-2025-99999' })).toMatchObject({
      ok: false,
      refusal: { code: 'thing.unknown' },
    });
  });

  test('the card built anew is the card that grew', async () => {
    const office = await filed();
    await served(office);
    const before = await office.doc('disposalCard', IAS);
    const clocks = await office.doc('openClocks', `${IAS}/DL-16/D-1`);
    const head = await office.runtime.parts.store.head();
    for (const view of office.runtime.views) await view.rebuild(head);
    expect(await office.doc('disposalCard', IAS)).toEqual(before);
    expect(await office.doc('openClocks', `${IAS}/DL-16/D-1`)).toEqual(clocks);
  });
});
