import { afterAll, beforeAll, expect, test } from 'vitest';
import { House } from './house.ts';
import { IAS } from './matters.ts';
import { tellOverdueMatter } from './overdue-matter.ts';

let house: House;
const ma = 'P-630202-ma';

beforeAll(async () => {
  house = await House.open(tellOverdueMatter().events, '2025-08-26');
});
afterAll(() => house.close());

test('from acceptance on case administration may speak; the handler answers; the board and the page know', async () => {
  const notice = { check: 'report_missing', content: '报告未上传' };
  expect(await house.give('reporting.issueFlowNotice', IAS, notice, ma)).toMatchObject({
    done: true,
    events: ['FlowMonitorNoticeIssued'],
  });
  const open = await house.answer('deadlines', { matter: IAS, status: 'open' }, ma);
  expect(open).toMatchObject({
    items: [{ clock: 'DL-47', subject: 'F-1', due: '2025-09-05', matter: IAS, handler: { name: '冶某' } }],
  });
  const answer = { flow: 'F-1', answer: '已上传' };
  const outsider = await house.give('reporting.answerFlowNotice', IAS, answer, 'P-630202-other');
  expect(outsider).toMatchObject({ done: false, refusal: { code: 'access.not-handler' } });
  expect(await house.give('reporting.answerFlowNotice', IAS, answer, 'P-630202-ye')).toMatchObject({
    done: true,
  });
  expect(await house.answer('matterPage', { id: IAS }, ma)).toMatchObject({
    flow: [{ flow: 'F-1', kind: 'notice', answeredOn: '2025-08-26' }],
    revisions: { reporting: 3 },
  });
});

test('of a matter that does not exist there is nothing to say', async () => {
  const unknown = 'IAS-630202-2025-09999';
  const said = { check: 'report_missing', content: '报告未上传' };
  expect(await house.give('reporting.promptFlowMonitor', unknown, said, ma)).toMatchObject({
    done: false,
    refusal: { code: 'thing.unknown' },
  });
});

test('nothing was parked on the way', async () => {
  expect(await house.runtime.parked()).toEqual([]);
});
