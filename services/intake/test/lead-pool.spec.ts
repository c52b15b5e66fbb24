import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.done('P-630103-shi', 'continueSeries', 'CFS-630103-2025', { lastNumber: 17 });
}, 30_000);
afterAll(async () => {
  await house.close();
});

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('registers', () => {
  test('a number is a place in the record: no gaps, voids stay', async () => {
    const leads: string[] = [];
    for (const day of ['2025-09-01', '2025-09-02']) {
      const lead = await house.on(day).done('P-630103-li', 'registerLead', undefined, {
        unit: '630103',
        source: 'own_case',
        type: 'CFS',
        title: `线索 ${day}`,
        supervisedBody: { name: `某派出所${day}` },
      });
      await house.done('P-630103-shi', 'acceptLead', lead, {});
      leads.push(lead);
    }
    await house.done('P-630103-shi', 'voidNumber', 'CFS-630103-2025-00018', { opinion: '重复录入' });
    const register = await house.ask('P-630103-shi', 'numberSeries', { id: 'CFS-630103-2025' });
    expect(register).toMatchObject({ continuedFrom: 17, last: 19, gapless: true, gaps: [] });
    expect((register.numbers as { voidedFor: unknown }[]).map(({ voidedFor }) => voidedFor)).toEqual([
      '重复录入',
      null,
    ]);
    expect(
      await house.refused('P-630103-li', 'assessSignificance', 'CFS-630103-2025-00018', { scores: [] }),
    ).toBe('number.void');
    expect(await house.ask('P-630103-shi', 'numberSeriesList', { unit: '630103' })).toMatchObject({
      items: [{ last: 19, given: 2, voided: 1 }],
    });
  });
});

describe('the pool', () => {
  const sand = {
    source: 'data_sharing',
    title: '湟水河非法采砂污染',
    facts: '砂场夜间采砂，河道浑浊',
    supervisedBody: { name: '高原砂石有限公司', kind: 'enterprise' },
    place: '湟水河乐都段',
    happenedFrom: '2025-05-01',
    happenedTo: '2025-06-01',
  };

  test('the same lead in two units is flagged in both, once, and a merger keeps both discoverers', async () => {
    const first = await house
      .on('2025-06-03')
      .done('P-630202-ye', 'registerLead', undefined, { unit: '630202', ...sand });
    const again = {
      ...sand,
      title: '湟水河采砂污染',
      supervisedBody: { name: '高原砂石 有限公司', kind: 'enterprise' },
    };
    const second = await house
      .on('2025-06-05')
      .done('P-630200-xie', 'registerLead', undefined, { unit: '630200', ...again });
    await house.tick();
    await house.tick();
    const flags = (await house.stream('lead', second)).filter(({ type }) => type === 'LeadDuplicateFlagged');
    expect(flags.map(({ data }) => data)).toEqual([
      expect.objectContaining({
        of: first,
        signs: ['same_body', 'same_place', 'overlapping_time', 'similar_words'],
      }),
    ]);
    expect(
      typesOf(await house.stream('lead', first)).filter((type) => type === 'LeadDuplicateFlagged'),
    ).toHaveLength(1);
    await house.done('P-630200-an', 'mergeLead', second, { into: first, opinion: '同一砂场同一河段' });
    const kept = await house.ask('P-630202-ye', 'lead', { id: first });
    expect((kept.discoverers as { name: string }[]).map(({ name }) => name)).toEqual(['冶某', '解某']);
    expect(await house.ask('P-630200-an', 'lead', { id: second })).toMatchObject({
      status: 'merged',
      mergedInto: first,
    });
    expect(await house.refused('P-630200-an', 'acceptLead', second, {})).toBe('lead.ended');
  });

  test('filters, words, paging; other units stay unseen', async () => {
    const mine = await house.ask('P-630103-shi', 'leadPool', {
      status: 'accepted',
      limit: '1',
      sort: 'registeredOn',
    });
    expect(mine.total).toBe(2);
    expect((mine.items as { unit: string }[]).every(({ unit }) => unit === '630103')).toBe(true);
    const rest = await house.ask('P-630103-shi', 'leadPool', {
      status: 'accepted',
      limit: '1',
      cursor: mine.next,
    });
    expect(rest.items).toHaveLength(1);
    const found = await house.ask('P-630202-ma', 'leadPool', { words: '非法采砂' });
    expect((found.items as { title: string }[]).map(({ title }) => title)).toEqual(['湟水河非法采砂污染']);
    expect(await house.ask('P-630103-shi', 'leadPool', { unit: '630202' })).toMatchObject({
      items: [],
      total: 0,
    });
  });

  test('a lead handed to another unit lands there and does not bounce', async () => {
    const lead = await house.on('2025-10-09').done('P-630202-ye', 'registerLead', undefined, {
      unit: '630202',
      source: 'own_case',
      type: 'IAS',
      title: '应由上级院办理的线索',
      supervisedBody: { name: '海东市公安局' },
    });
    await house.done('P-630202-duo', 'transferLead', lead, { toUnit: '630200', opinion: '属上级院管辖' });
    const pool = await house.ask('P-630200-an', 'leadPool', { source: 'internal_transfer' });
    const [taken] = pool.items as { id: string; status: string }[];
    expect(taken).toMatchObject({ status: 'lead_registered', title: '应由上级院办理的线索' });
    expect(
      await house.refused('P-630200-cai', 'transferLead', taken?.id, { toUnit: '630202', opinion: '退回' }),
    ).toBe('transfer.bounce');
  });
});

describe('recusal and conflict', () => {
  test('whoever declares a conflict is replaced; where nobody is left somebody is named', async () => {
    const matter = 'CFS-630103-2025-00019';
    await house
      .on('2025-09-03')
      .done('P-630103-li', 'declareConflict', matter, { conflict: true, ground: 'relative' });
    expect(await house.ask('P-630103-bai', 'matter', { id: matter })).toMatchObject({
      handler: { name: '李某' },
    });
    expect(
      await house.refused('P-630103-qi', 'reassignHandler', matter, {
        handler: 'P-630103-li',
        opinion: '照旧',
      }),
    ).toBe('handler.conflicted');
    await house.done('P-630103-qi', 'reassignHandler', matter, {
      handler: 'P-630103-xing',
      opinion: '原承办人回避',
    });
    expect(await house.ask('P-630103-xing', 'matter', { id: matter })).toMatchObject({
      handler: { name: '星某' },
      handlers: ['P-630103-xing'],
    });
    expect(await house.refused('P-630103-li', 'assessSignificance', matter, { scores: [] })).toBe(
      'access.not-handler',
    );
  });
});

describe('what must not get in', () => {
  test('a state secret leaves nothing behind', async () => {
    const head = await house.on('2025-10-10').runtime.parts.store.head();
    const input = {
      unit: '630103',
      source: 'own_case',
      title: '绝不入库',
      secrecy: 'state_secret',
      supervisedBody: { name: '某' },
    };
    expect(await house.refused('P-630103-li', 'registerLead', undefined, input)).toBe('secrecy.state-secret');
    expect(await house.runtime.parts.store.head()).toBe(head);
    const stub = await house.done('P-630103-han', 'keepOffline', undefined, {
      unit: '630103',
      offlineNumber: '密-7',
    });
    const [kept] = await house.stream('lead', stub);
    expect(kept?.data).toEqual({ unit: '630103', keptOn: '2025-10-10', offlineNumber: '密-7' });
    expect(
      await house.refused('P-630103-han', 'keepOffline', undefined, {
        unit: '630103',
        offlineNumber: '密-8',
        facts: '内容',
      }),
    ).toBe('input.invalid');
  });
});
