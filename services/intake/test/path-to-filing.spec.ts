import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
}, 30_000);
afterAll(async () => {
  await house.close();
});

const scores = (...points: number[]) =>
  ['nature', 'extent', 'repetition', 'social_effect', 'protected', 'need'].map((criterion, place) => ({
    criterion,
    points: points[place] ?? 0,
  }));

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('EX-01: a complaint becomes a filed matter in 城中区院', () => {
  let lead = '';
  const matter = 'CFS-630103-2025-00017';

  test('the window receives it: seven days run from that day (S2 §161)', async () => {
    await house
      .on('2025-03-03')
      .done('P-630103-shi', 'continueSeries', 'CFS-630103-2025', { lastNumber: 16 });
    lead = await house.done('P-630103-ding', 'receiveLead', undefined, {
      unit: '630103',
      source: 'citizen_complaint',
      channel: 'window_12309',
      type: 'CFS',
      subKind: 'should_file',
      title: '预付卡诈骗应当立案而不立案',
      statement: '马占某说三十一人被骗',
      supervisedBody: { name: '城中公安分局', kind: 'public_security' },
      amount: 860_000,
      persons: 31,
      reporter: { kind: 'citizen', name: '马占某', phone: '13900000001' },
    });
    expect(lead).toMatch(/^L-630103-2025-[0-9A-Z]{8}$/);
    await house.done('P-630103-han', 'registerReceivedLead', lead, {});
    const page = await house.ask('P-630103-han', 'lead', { id: lead });
    expect(page).toMatchObject({ status: 'lead_registered', dueOn: '2025-03-10', etag: '1' });
    expect(page.clocks).toEqual([
      expect.objectContaining({ clock: 'DL-01', due: '2025-03-10', status: 'running' }),
      expect.objectContaining({ clock: 'DL-53', due: '2025-03-10', status: 'running' }),
    ]);
    expect(JSON.stringify(page)).not.toContain('马占某');
  });

  test('it passes no gate unscreened', async () => {
    expect(await house.refused('P-630103-shi', 'acceptLead', lead, {})).toBe('screening.missing');
  });

  test('screened and accepted, it gets the number after the paper register', async () => {
    await house.on('2025-03-07').done('P-630103-ding', 'screenLead', lead, {
      result: 'accept',
      department: 'criminal_prosecution',
      opinion: '属本院管辖，移送负责捕诉的部门',
    });
    await house.on('2025-03-10').done('P-630103-shi', 'acceptLead', lead, {});
    const page = await house.ask('P-630103-shi', 'lead', { id: lead });
    expect(page).toMatchObject({ status: 'accepted', matter, dueOn: null });
    expect(typesOf(await house.stream('matter', matter))).toEqual(['MatterAccepted', 'HandlerAssigned']);
  });

  test('李某 is drawn with 才某, and the draw can be repeated', async () => {
    const [accepted, assigned] = await house.stream('matter', matter);
    expect(accepted?.data['clocks']).toEqual([
      expect.objectContaining({ clock: 'DL-54', subject: matter, due: '2025-03-24' }),
    ]);
    expect(assigned?.data).toMatchObject({
      lead,
      handler: { person: 'P-630103-li' },
      assistants: [{ person: 'P-630103-cai' }],
      candidates: [{ person: 'P-630103-li' }],
      seed: accepted?.id,
    });
    expect(await house.ask('P-630103-li', 'matter', { id: matter })).toMatchObject({ status: 'accepted' });
    expect(await house.ask('P-630103-li', 'lead', { id: lead })).toMatchObject({ matter });
    expect(await house.ask('P-630103-xing', 'matter', { id: matter })).toEqual({
      refused: 'access.not-handler',
    });
  });

  test('78 points, reviewed by 祁某, filed by 白某', async () => {
    await house.on('2025-03-12').done('P-630103-li', 'assessSignificance', matter, {
      scores: scores(25, 20, 15, 13, 0, 5),
    });
    expect(await house.on('2025-03-13').refused('P-630103-bai', 'approveFiling', matter, {})).toBe(
      'review.missing',
    );
    await house.done('P-630103-qi', 'reviewFiling', matter, { agreed: true });
    await house.on('2025-03-14').done('P-630103-bai', 'approveFiling', matter, {});
    const filed = (await house.stream('matter', matter)).at(-1);
    expect(filed?.data).toMatchObject({
      filedOn: '2025-03-14',
      basis: 'score',
      score: 78,
      profile: { type: 'CFS', complainant: true, lead, department: 'criminal_prosecution' },
      provenance: { source: 'citizen_complaint', receivedOn: '2025-03-03', discoverers: [{ name: '韩某' }] },
      handler: { name: '李某' },
      clocksMet: [{ clock: 'DL-54', subject: matter }],
    });
    expect(JSON.stringify(filed)).not.toContain('马占某');
  });

  test('the complainant is told; a filed matter is not voided', async () => {
    await house.on('2025-04-28').done('P-630103-li', 'notifyParty', matter, {
      party: 'reporter',
      about: 'outcome',
      method: 'in_writing',
    });
    expect(await house.refused('P-630103-shi', 'voidNumber', matter, { opinion: '误' })).toBe('matter.filed');
  });

  test('who the reporter is shows only after a reason, on that day, and never again once erased', async () => {
    const ask = () => house.ask('P-630103-li', 'reporter', { id: lead });
    expect(await ask()).toEqual({ refused: 'reporter.not-opened' });
    await house.done('P-630103-li', 'openReporter', lead, { purpose: '当面告知' });
    expect(await ask()).toMatchObject({
      reporter: { name: '马占某', phone: '13900000001' },
      statement: '马占某说三十一人被骗',
    });
    house.on('2025-04-29');
    expect(await ask()).toEqual({ refused: 'reporter.not-opened' });
    expect(await house.ask('P-630103-qi', 'reporter', { id: lead })).toEqual({ refused: 'access.denied' });
    await house.done('P-630103-bai', 'eraseReporter', lead, { ground: 'on_request', basis: 'PIPL §47' });
    const erased = (await house.stream('lead', lead)).at(-1);
    expect(erased).toMatchObject({ type: 'ReporterErased', data: { keys: ['k-1'] } });
    expect(await ask()).toEqual({ refused: 'reporter.erased' });
    expect(
      await house.refused('P-630103-bai', 'eraseReporter', lead, { ground: 'on_request', basis: 'x' }),
    ).toBe('reporter.erased');
  });

  test('concluded by disposition, it is assigned to nobody else; its party may still be told', async () => {
    const concluded = {
      result: 'filed_upon_supervision',
      effect: { obtained: true },
      concludedOn: '2025-08-25',
      opinion: '监督立案成功',
    };
    const other = { handler: 'P-630103-xing', opinion: '调整' };
    await house.on('2025-08-25').said(matter, { type: 'MatterConcluded', data: concluded });
    expect(await house.refused('P-630103-qi', 'reassignHandler', matter, other)).toBe('matter.ended');
    expect(await house.ask('P-630103-li', 'matter', { id: matter })).toMatchObject({
      status: 'concluded',
      handler: { name: '李某' },
    });
    const told = { party: 'reporter', about: 'outcome', method: 'by_phone' };
    await house.done('P-630103-li', 'notifyParty', matter, told);
    expect(typesOf(await house.stream('matter', matter)).slice(-2)).toEqual([
      'MatterEndNoted',
      'PartyNotified',
    ]);
  });
});

describe('EX-02 and EX-06 up to filing', () => {
  test('EX-02: found in an own case, accepted the same day without screening, filed without review', async () => {
    const matter = 'IAS-630202-2025-00009';
    await house.on('2025-04-08').done('P-630202-ma', 'continueSeries', 'IAS-630202-2025', { lastNumber: 8 });
    const lead = await house.done('P-630202-ye', 'registerLead', undefined, {
      unit: '630202',
      source: 'own_case',
      type: 'IAS',
      title: '讯问未录音录像',
      supervisedBody: { name: '乐都公安分局', kind: 'public_security' },
      clause: '规则第五百六十七条第二项',
    });
    await house.done('P-630202-ma', 'acceptLead', lead, {});
    const card = await house.ask('P-630202-ye', 'matter', { id: matter });
    expect(card).toMatchObject({ handler: { name: '冶某' }, assistants: [{ name: '李某' }] });
    await house
      .on('2025-04-09')
      .done('P-630202-ye', 'assessSignificance', matter, { scores: scores(30, 10, 15, 10, 1, 5) });
    await house.on('2025-04-10').done('P-630202-duo', 'approveFiling', matter, {});
    expect(await house.ask('P-630202-duo', 'matter', { id: matter })).toMatchObject({
      status: 'filed',
      significance: { score: 71 },
    });
  });

  test('EX-06: a planned inspection passes the gate with its prosecutor and is major by kind, the plan with the filing', async () => {
    const matter = 'CIR-632800-2025-00003';
    await house
      .on('2025-08-04')
      .done('P-632800-tang', 'continueSeries', 'CIR-632800-2025', { lastNumber: 2 });
    const lead = await house.done('P-632800-su', 'registerLead', undefined, {
      unit: '632800',
      source: 'plan',
      type: 'CIR',
      subKind: 'regular',
      title: '格尔木市看守所常规巡回检察',
      supervisedBody: { name: '格尔木市看守所', kind: 'detention_house' },
      custody: true,
    });
    await house.done('P-632800-su', 'acceptLead', lead, {});
    const card = await house.ask('P-632800-su', 'matter', { id: matter });
    expect(card).toMatchObject({ handler: { name: '苏某' }, assistants: [{ name: '刘某' }] });
    const plan = {
      aim: '年度计划内常规巡回',
      measures: ['talk'],
      team: ['P-632800-su', 'P-632800-liu'],
      recused: ['P-630202-yan'],
    };
    expect(await house.on('2025-08-06').refused('P-632800-ba', 'approveFiling', matter, {})).toBe(
      'plan.missing',
    );
    const nobody = { ...plan, recused: ['P-632800-nobody'] };
    expect(await house.refused('P-632800-ba', 'approveFiling', matter, { plan: nobody })).toBe(
      'person.unknown',
    );
    await house.done('P-632800-ba', 'approveFiling', matter, { plan });
    const filed = (await house.stream('matter', matter)).at(-1);
    expect(filed?.data).toMatchObject({
      basis: 'kind',
      plan: {
        aim: '年度计划内常规巡回',
        team: [{ name: '苏某' }, { person: 'P-632800-liu', name: '刘某', unit: '632800' }],
        recused: [{ name: '严某', unit: '630202' }],
      },
    });
  });

  test('EX-06: issue I-9 leaves as a restricted lead that only its list sees', async () => {
    const lead = await house.on('2025-08-15').done('P-632800-ba', 'transferIssue', undefined, {
      unit: '632800',
      matter: 'CIR-632800-2025-00003',
      issue: 'I-9',
      toUnit: '630000',
      opinion: '按规定移送，另行密级管理',
      title: '民警涉嫌通风报信线索',
      supervisedBody: { name: '格尔木市看守所', kind: 'detention_house' },
      accessList: ['P-632800-ba', 'P-632800-su'],
    });
    const [born] = await house.stream('lead', lead);
    expect(born).toMatchObject({
      type: 'LeadTransferred',
      data: { fromIssue: { matter: 'CIR-632800-2025-00003', issue: 'I-9' } },
      metadata: { secrecy: 'restricted', unit: '632800' },
    });
    expect(await house.ask('P-632800-ba', 'lead', { id: lead })).toMatchObject({ status: 'transferred_out' });
    expect(await house.ask('P-632800-tang', 'lead', { id: lead })).toEqual({ refused: 'thing.unknown' });
    const pool = await house.ask('P-632800-tang', 'leadPool', { unit: '632800' });
    expect(JSON.stringify(pool)).not.toContain(lead);
  });
});
