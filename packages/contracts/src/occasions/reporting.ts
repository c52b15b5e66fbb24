import type { reportingEvents } from '../reporting.ts';
import type { Occasions } from './occasion.ts';

/** When the events of reporting happen. */
export const reportingOccasions: Occasions<typeof reportingEvents> = {
  FlowMonitorOpened: {
    zh: '事项受理，案管部门开始流程监控时。',
    en: 'Case administration watches a matter from its acceptance on.',
  },
  FlowMonitorHandlersChanged: {
    zh: '事项变更承办人，流程监控随之记载时。',
    en: 'Flow monitoring learns who has to answer now.',
  },
  FlowMonitorPrompted: {
    zh: '案管部门就轻微问题口头提示时（S2 §665）。',
    en: 'Case administration says a word about something slight (S2 §665).',
  },
  FlowMonitorNoticeIssued: {
    zh: '案管部门发出流程监控通知书时；应当在十日内答复（S2 §665）。',
    en: 'Case administration sends a notice that must be answered in ten days (S2 §665).',
  },
  FlowMonitorNoticeAnswered: {
    zh: '办案部门答复流程监控通知书时。',
    en: 'The department answers the notice.',
  },
};
