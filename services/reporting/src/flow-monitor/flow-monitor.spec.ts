import { given } from '@jiandu/eventing/testing';
import { expect, test } from 'vitest';
import { flowMonitor } from './flow-monitor.ts';
import type { FlowFact } from './state.ts';

const scene = {
  today: '2025-08-29',
  actor: { person: 'P-632800-tang', name: '唐某', role: 'case_admin', unit: '632800' },
  directory: { catalogueVersion: '2026.1', calendarVersion: 'cn-2025.1' },
} as unknown as Parameters<typeof given>[2];
const matter = 'CIR-632800-2025-00003';
const su = { person: 'P-632800-su', name: '苏某' };

const opened: FlowFact = {
  type: 'FlowMonitorOpened',
  data: { unit: '632800', type: 'CIR', department: 'custody', secrecy: 'internal', openedOn: '2025-08-04' },
};
const assigned: FlowFact = { type: 'FlowMonitorHandlersChanged', data: { handler: su, assistants: [] } };

function prompted(flow: string, on: string): FlowFact {
  const data = { flow, matter, unit: '632800', check: 'report_missing', content: '未上传', promptedOn: on };
  return { type: 'FlowMonitorPrompted', data };
}

function noticed(flow: string, on: string, due: string): FlowFact {
  return {
    type: 'FlowMonitorNoticeIssued',
    data: {
      flow,
      matter,
      unit: '632800',
      check: 'report_missing',
      content: '未上传',
      issuedOn: on,
      toChief: false,
      clocks: [{ clock: 'DL-47', subject: flow, start: on, due, provisional: false, calendar: 'cn-2025.1' }],
    },
  };
}

const monitored = (...facts: readonly FlowFact[]) =>
  given(flowMonitor, matter, scene, [opened, assigned, ...facts]);
const said = { check: 'report_missing', content: '巡回检察报告未上传' };

test('a slight fault is prompted by word of mouth, and who has to act stands beside it', () => {
  expect(monitored().when('promptFlowMonitor', said)).toEqual({
    facts: [
      {
        type: 'FlowMonitorPrompted',
        occurredOn: '2025-08-29',
        data: { ...said, flow: 'F-1', matter, unit: '632800', promptedOn: '2025-08-29', handler: su },
      },
    ],
  });
});

test('the same again within thirty days takes a notice; after that, or about something else, a prompt will do', () => {
  const before = monitored(prompted('F-1', '2025-08-10'));
  expect(before.when('promptFlowMonitor', said)).toMatchObject({
    refused: 'flow.prompted-before',
    field: 'check',
    params: { flow: 'F-1', on: '2025-08-10' },
  });
  expect(before.when('promptFlowMonitor', { ...said, check: 'language' })).toHaveProperty('facts');
  expect(monitored(prompted('F-1', '2025-07-29')).when('promptFlowMonitor', said)).toHaveProperty('facts');
});

test('a notice must be answered in ten days, rolled over the weekend (DL-47)', () => {
  const came = monitored().when('issueFlowNotice', { ...said, issuedOn: '2025-08-27' });
  expect(came).toMatchObject({
    facts: [
      {
        type: 'FlowMonitorNoticeIssued',
        occurredOn: '2025-08-27',
        data: {
          toChief: false,
          clocks: [{ clock: 'DL-47', subject: 'F-1', start: '2025-08-27', due: '2025-09-08' }],
        },
      },
    ],
  });
});

test('a notice about what an earlier one was not answered on goes to the chief too', () => {
  const ignored = monitored(noticed('F-1', '2025-08-11', '2025-08-21'));
  expect(ignored.when('issueFlowNotice', said)).toMatchObject({
    refused: 'flow.report-needed',
    field: 'toChief',
    params: { flow: 'F-1' },
  });
  expect(ignored.when('issueFlowNotice', { ...said, toChief: true })).toHaveProperty('facts');
});

test('an answer ends the clock of its notice, once', () => {
  const asked = monitored(noticed('F-1', '2025-08-21', '2025-09-01'));
  const answer = { flow: 'F-1', answer: '已上传' };
  expect(asked.when('answerFlowNotice', answer)).toEqual({
    facts: [
      {
        type: 'FlowMonitorNoticeAnswered',
        occurredOn: '2025-08-29',
        data: { ...answer, answeredOn: '2025-08-29', clocksMet: [{ clock: 'DL-47', subject: 'F-1' }] },
      },
    ],
  });
  const answered: FlowFact = {
    type: 'FlowMonitorNoticeAnswered',
    data: { ...answer, answeredOn: '2025-08-25' },
  };
  const twice = monitored(noticed('F-1', '2025-08-21', '2025-09-01'), answered);
  expect(twice.when('answerFlowNotice', answer)).toMatchObject({ refused: 'flow.answered' });
});

test.each([
  ['flow.unknown', { flow: 'F-2' }],
  ['flow.answer-before-notice', { flow: 'F-1', answeredOn: '2025-08-20' }],
])('%s: an answer to nothing, or before it was asked', (code, input) => {
  const asked = monitored(noticed('F-1', '2025-08-21', '2025-09-01'));
  expect(asked.when('answerFlowNotice', { answer: '已上传', ...input })).toMatchObject({ refused: code });
});

test('a prompt by word of mouth has no written answer', () => {
  const spoken = monitored(prompted('F-1', '2025-08-28'));
  expect(spoken.when('answerFlowNotice', { flow: 'F-1', answer: '好' })).toMatchObject({
    refused: 'flow.no-notice',
  });
});

test('a matter comes under watch once', () => {
  const again = monitored().when('openFlowMonitor', opened.data);
  expect(again).toMatchObject({ refused: 'flow.monitored' });
  const fresh = given(flowMonitor, matter, scene).when('openFlowMonitor', opened.data);
  expect(fresh).toEqual({ facts: [{ ...opened, occurredOn: '2025-08-04' }] });
});

test('access is decided on the unit, the handlers and the secrecy of the matter', () => {
  const state = [opened, assigned].reduce(flowMonitor.evolve, flowMonitor.initial);
  expect(flowMonitor.resource(state, matter)).toMatchObject({
    unit: '632800',
    handlers: ['P-632800-su'],
    secrecy: 'internal',
  });
});
