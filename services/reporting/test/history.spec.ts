import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from './house.ts';
import { CIR, IAS } from './matters.ts';
import { outputOf } from './output.ts';
import { tellOverdueMatter } from './overdue-matter.ts';
import { audit, clerk, type Entry, type Page, TODAY, tellThreeMatters, ye } from './scene.ts';

let house: House;

beforeAll(async () => {
  house = await House.open(tellThreeMatters().events, TODAY);
});
afterAll(() => house.close());

describe('replay', () => {
  const history = (person: string) => house.answer<{ items: Entry[] }>('matterHistory', { id: IAS }, person);
  const entry = async (type: string, person: string) =>
    (await history(person)).items.find((each) => each.type === type);

  test('every event of the lead, the matter and its timers, in the order of the record', async () => {
    const answered = await history(ye);
    expect(outputOf('matterHistory').safeParse(answered).error).toBeUndefined();
    const types = answered.items.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['LeadRegistered', 'MatterAccepted', 'HandlerAssigned']);
    expect(types).toContain('DeadlineMissed');
    expect(types).toContain('FlowMonitorOpened');
    expect(types).toHaveLength(tellOverdueMatter().events.length + 2);
  });

  test('names of those heard are for those who handle the matter; the reporter only for who gave a reason', async () => {
    const heard = { count: 2, kinds: ['officer'], names: '金丝雀甲、金丝雀乙' };
    expect((await entry('InvestigativeMeasureTaken', ye))?.data).toMatchObject({ heard });
    expect(await entry('InvestigativeMeasureTaken', 'P-630200-line')).toMatchObject({
      data: { heard: { count: 2, kinds: ['officer'] }, finding: '三次讯问没有录音录像' },
      withheld: ['heard.names'],
    });
    expect((await entry('InvestigativeMeasureTaken', clerk))?.withheld).toEqual(['finding', 'heard']);
    const lead = await entry('LeadRegistered', ye);
    expect(lead?.withheld).toEqual(['statement', 'reporter.name', 'reporter.phone']);
    expect(JSON.stringify(await history(clerk))).not.toContain('金丝雀');
  });

  test('deliberation stays in the inner volume', async () => {
    expect((await entry('DecisionMade', 'P-630202-duo'))?.data).toHaveProperty('vote');
    expect(await entry('DecisionMade', clerk)).toMatchObject({ withheld: ['vote'] });
  });

  test('an auditor sees acts, people and times, and no content', async () => {
    const { items } = await history(audit);
    expect(items).toHaveLength((await history(ye)).items.length);
    expect(items.every(({ data }) => Object.keys(data).length === 0)).toBe(true);
    expect(items.find(({ type }) => type === 'FilingApproved')).toMatchObject({
      actor: { name: '多某', role: 'chief' },
      withheld: expect.arrayContaining(['filedOn', 'profile']),
    });
    const then = await house.answer<{ page: Page }>('matterHistory', { id: IAS, at: '2025-05-07' }, audit);
    expect(then.page).toMatchObject({ status: 'overdue', card: { title: '〔未显示〕' } });
    expect(JSON.stringify(then)).not.toContain('乐都公安');
  });

  test('a page of history goes on where the one before ended', async () => {
    const ask = (more: object) =>
      house.answer<{ items: { position: number }[]; next?: string }>(
        'matterHistory',
        { id: IAS, ...more },
        ye,
      );
    const whole = await ask({});
    const first = await ask({ limit: '10' });
    const rest = await ask({ from: first.next });
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(whole).not.toHaveProperty('next');
  });

  test('at a day, an instant or a position the matter is as it was seen then', async () => {
    const at = (moment: string) => house.answer<{ page: Page }>('matterHistory', { id: IAS, at: moment }, ye);
    expect((await at('2025-05-06')).page).toMatchObject({ status: 'awaiting_reply', nextDue: '2025-05-06' });
    expect((await at('2025-05-07')).page).toMatchObject({ status: 'overdue' });
    expect((await at('2025-05-07T09:59:00+08:00')).page).toMatchObject({ status: 'awaiting_reply' });
    expect((await at('2025-05-07T10:00:00+08:00')).page).toMatchObject({ status: 'overdue' });
    const { items } = await house.answer<{ items: (Entry & { position: number })[] }>(
      'matterHistory',
      { id: IAS },
      ye,
    );
    const then = await at(String(items.find(({ type }) => type === 'FilingApproved')?.position));
    expect(then.page).toMatchObject({ status: 'filed' });
    expect(outputOf('matterHistory').safeParse(then).error).toBeUndefined();
    expect(await house.refusal('matterHistory', { id: IAS, at: '2025-04-07' }, ye)).toBe(
      'moment.before-matter',
    );
    expect(await house.refusal('matterHistory', { id: IAS, at: '2025-02-30' }, ye)).toBe('input.invalid');
  });

  test('the replayed page of now is the page of now', async () => {
    const head = String(await house.store.head());
    for (const [matter, person] of [
      [IAS, ye],
      [CIR, 'P-632800-ba'],
    ] as const) {
      const { page } = await house.answer<{ page: Page }>('matterHistory', { id: matter, at: head }, person);
      const now = await house.answer<Page>('matterPage', { id: matter }, person);
      const states = ({ clocks, ...rest }: Page) => ({
        ...rest,
        clocks: clocks.map(({ clock, due }) => ({ clock, due })),
      });
      expect(JSON.parse(JSON.stringify(states(page)))).toEqual(JSON.parse(JSON.stringify(states(now))));
    }
  });

  test('two moments are compared field by field', async () => {
    const answered = await house.answer<{ differences: { path: string }[] }>(
      'compareMatter',
      { id: IAS, from: '2025-05-06', to: '2025-05-07' },
      ye,
    );
    expect(answered.differences).toEqual([
      { path: 'clocks.D-1/DL-16/2025-04-21.missedOn', before: null, after: '2025-05-07' },
      { path: 'clocks.D-1/DL-16/2025-04-21.status', before: 'running', after: 'missed' },
      { path: 'instruments.D-1.overdueSince', before: null, after: '2025-05-07' },
      { path: 'instruments.D-1.status', before: 'awaiting_reply', after: 'overdue' },
      { path: 'status', before: 'awaiting_reply', after: 'overdue' },
      { path: 'statusSince', before: '2025-04-21', after: '2025-05-07' },
    ]);
  });

  test('the timeline goes by the days of the facts, and names what is still ahead', async () => {
    const line = await house.answer('timeline', { id: CIR }, 'P-632800-ba');
    expect(outputOf('timeline').safeParse(line).error).toBeUndefined();
    expect(line).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ on: '2025-08-13', about: ['I-1'] })]),
      ahead: [{ clock: 'DL-18' }, { clock: 'DL-16' }],
    });
  });
});
