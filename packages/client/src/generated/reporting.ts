// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  CommandAnswer,
  ReportingAnswerFlowNoticeInput,
  ReportingCompareMatterAnswer,
  ReportingDeadlinesAnswer,
  ReportingFeedAnswer,
  ReportingIssueFlowNoticeInput,
  ReportingLedgerCountsAnswer,
  ReportingMainLedgerAnswer,
  ReportingMainLedgerCsvAnswer,
  ReportingMatterHistoryAnswer,
  ReportingMatterPageAnswer,
  ReportingMyMattersAnswer,
  ReportingPromptFlowMonitorInput,
  ReportingSearchAnswer,
  ReportingTimelineAnswer,
} from './schemas.ts';

/** 台账与审计 / Ledgers and audit */
export interface ReportingApi {
  /** 口头提示 / Prompt by word of mouth. `POST /v1/reporting/flow-monitoring/{id}/prompt-flow-monitor` */
  promptFlowMonitor(
    id: string,
    input: ReportingPromptFlowMonitorInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 制发流程监控通知书 / Issue a flow-monitoring notice. `POST /v1/reporting/flow-monitoring/{id}/issue-flow-notice` */
  issueFlowNotice(
    id: string,
    input: ReportingIssueFlowNoticeInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 答复流程监控通知书 / Answer a flow-monitoring notice. `POST /v1/reporting/flow-monitoring/{id}/answer-flow-notice` */
  answerFlowNotice(
    id: string,
    input: ReportingAnswerFlowNoticeInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 事项页 / Matter page. `GET /v1/reporting/matters/{id}` */
  matterPage(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingMatterPageAnswer>>;

  /** 时间线 / Timeline. `GET /v1/reporting/matters/{id}/timeline` */
  timeline(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingTimelineAnswer>>;

  /** 全程回放 / History and replay. `GET /v1/reporting/matters/{id}/history` */
  matterHistory(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;

      /** 位置、日期（当日终了）或者时刻 / Position, day (its end) or instant */
      readonly at?: string;

      /** 自此位置起（含） / From this position on */
      readonly from?: number;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingMatterHistoryAnswer>>;

  /** 两个时点对比 / Compare two moments. `GET /v1/reporting/matters/{id}/compare` */
  compareMatter(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;

      /** 位置、日期（当日终了）或者时刻 / Position, day (its end) or instant */
      readonly from: string;

      /** 位置、日期（当日终了）或者时刻 / Position, day (its end) or instant */
      readonly to: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingCompareMatterAnswer>>;

  /** 我的事项 / My matters. `GET /v1/reporting/my-matters` */
  myMatters(
    input?: { readonly state?: 'open' | 'ended' | 'all' },
    options?: QueryOptions,
  ): Promise<Answer<ReportingMyMattersAnswer>>;

  /** 期限看板 / Deadline board. `GET /v1/reporting/deadlines` */
  deadlines(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;

      /** soon：七日内届满 / soon: ends within seven days */
      readonly status?: 'open' | 'soon' | 'overdue' | 'met' | 'missed' | 'replaced';

      /** 事项编号 / Matter */
      readonly matter?: string;

      /** 线索编号 / Lead */
      readonly lead?: string;
      readonly clock?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly dueFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly dueTo?: string;
      readonly order?: 'asc' | 'desc';

      /** 上一页给出的标记 / From the page before */
      readonly cursor?: string;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingDeadlinesAnswer>>;

  /** 监督事项总台账 / Main ledger. `GET /v1/reporting/main-ledger` */
  mainLedger(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;
      readonly status?: string;
      readonly line?: string;

      /** 四大检察类别 / Procuratorial function */
      readonly function?: 'criminal' | 'civil' | 'administrative' | 'public_interest';

      /** 轨道：案件、办事 / Case or task */
      readonly track?: 'case' | 'task';

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedTo?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedTo?: string;
      readonly sort?: 'number' | 'acceptedOn' | 'filedOn' | 'concludedOn' | 'status';
      readonly order?: 'asc' | 'desc';

      /** 上一页给出的标记 / From the page before */
      readonly cursor?: string;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingMainLedgerAnswer>>;

  /** 导出总台账 / Main ledger as CSV. `GET /v1/reporting/main-ledger.csv` */
  mainLedgerCsv(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;
      readonly status?: string;
      readonly line?: string;

      /** 四大检察类别 / Procuratorial function */
      readonly function?: 'criminal' | 'civil' | 'administrative' | 'public_interest';

      /** 轨道：案件、办事 / Case or task */
      readonly track?: 'case' | 'task';

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedTo?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedTo?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingMainLedgerCsvAnswer>>;

  /** 台账统计 / Counts over the ledger. `GET /v1/reporting/ledger-counts` */
  ledgerCounts(
    input: {
      readonly by: 'unit' | 'type' | 'status' | 'line' | 'function' | 'track';

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;
      readonly status?: string;
      readonly line?: string;

      /** 四大检察类别 / Procuratorial function */
      readonly function?: 'criminal' | 'civil' | 'administrative' | 'public_interest';

      /** 轨道：案件、办事 / Case or task */
      readonly track?: 'case' | 'task';

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly acceptedTo?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedFrom?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly concludedTo?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingLedgerCountsAnswer>>;

  /** 检索 / Search. `GET /v1/reporting/search` */
  search(
    input: {
      readonly q: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;

      /** 上一页给出的标记 / From the page before */
      readonly cursor?: string;
      readonly limit?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingSearchAnswer>>;

  /** 事件流 / Event feed. `GET /v1/reporting/feed` */
  feed(
    input?: {
      /** 自此位置之后 / After this position */
      readonly from?: string;

      /** 事件类型，逗号分隔 / Types, by commas */
      readonly type?: string;

      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** false：给出现有的即结束 / false: ends with what is there */
      readonly live?: 'true' | 'false';
      readonly lastEventId?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<ReportingFeedAnswer>>;
}

export const reportingOperations = {
  promptFlowMonitor: {
    kind: 'command',
    method: 'POST',
    path: '/v1/reporting/flow-monitoring/{id}/prompt-flow-monitor',
    body: true,
  },
  issueFlowNotice: {
    kind: 'command',
    method: 'POST',
    path: '/v1/reporting/flow-monitoring/{id}/issue-flow-notice',
    body: true,
  },
  answerFlowNotice: {
    kind: 'command',
    method: 'POST',
    path: '/v1/reporting/flow-monitoring/{id}/answer-flow-notice',
    body: true,
  },
  matterPage: { kind: 'query', method: 'GET', path: '/v1/reporting/matters/{id}', body: false },
  timeline: { kind: 'query', method: 'GET', path: '/v1/reporting/matters/{id}/timeline', body: false },
  matterHistory: { kind: 'query', method: 'GET', path: '/v1/reporting/matters/{id}/history', body: false },
  compareMatter: { kind: 'query', method: 'GET', path: '/v1/reporting/matters/{id}/compare', body: false },
  myMatters: { kind: 'query', method: 'GET', path: '/v1/reporting/my-matters', body: false },
  deadlines: { kind: 'query', method: 'GET', path: '/v1/reporting/deadlines', body: false },
  mainLedger: { kind: 'query', method: 'GET', path: '/v1/reporting/main-ledger', body: false },
  mainLedgerCsv: { kind: 'query', method: 'GET', path: '/v1/reporting/main-ledger.csv', body: false },
  ledgerCounts: { kind: 'query', method: 'GET', path: '/v1/reporting/ledger-counts', body: false },
  search: { kind: 'query', method: 'GET', path: '/v1/reporting/search', body: false },
  feed: { kind: 'query', method: 'GET', path: '/v1/reporting/feed', body: false },
} as const satisfies OperationTable[string];
