// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  CommandAnswer,
  IntakeAcceptLeadInput,
  IntakeApproveFilingInput,
  IntakeAssessSignificanceInput,
  IntakeContinueSeriesInput,
  IntakeDecideRecusalInput,
  IntakeDeclareConflictInput,
  IntakeEraseReporterInput,
  IntakeKeepOfflineInput,
  IntakeLeadAnswer,
  IntakeLeadPoolAnswer,
  IntakeMatterAnswer,
  IntakeMergeLeadInput,
  IntakeNotifyPartyInput,
  IntakeNumberSeriesAnswer,
  IntakeNumberSeriesListAnswer,
  IntakeOpenReporterInput,
  IntakeReassignHandlerInput,
  IntakeReceiveLeadInput,
  IntakeRegisterLeadInput,
  IntakeRegisterReceivedLeadInput,
  IntakeRejectFilingInput,
  IntakeRejectLeadInput,
  IntakeReporterAnswer,
  IntakeRequestRecusalInput,
  IntakeReviewFilingInput,
  IntakeScreenLeadInput,
  IntakeTransferIssueInput,
  IntakeTransferLeadInput,
  IntakeVoidNumberInput,
} from './schemas.ts';

/** 线索受理 / Intake */
export interface IntakeApi {
  /** 登记线索 / Register a lead. `POST /v1/intake/leads` */
  registerLead(input: IntakeRegisterLeadInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 线索池 / Lead pool. `GET /v1/intake/leads` */
  leadPool(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 目录代码 / Code of the catalogue */
      readonly status?: string;

      /** 目录代码 / Code of the catalogue */
      readonly source?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;

      /** 单位或地点名称 / Name of a body or place */
      readonly body?: string;
      readonly flagged?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly dueUntil?: string;
      readonly words?: string;
      readonly sort?: 'registeredOn' | 'dueOn' | 'status' | 'body';
      readonly order?: 'asc' | 'desc';
      readonly limit?: number;
      readonly cursor?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<IntakeLeadPoolAnswer>>;

  /** 接收线索材料 / Receive a lead at the window. `POST /v1/intake/leads/receive-lead` */
  receiveLead(input: IntakeReceiveLeadInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 登记已接收的线索 / Register a received lead. `POST /v1/intake/leads/{id}/register-received-lead` */
  registerReceivedLead(
    id: string,
    input: IntakeRegisterReceivedLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 涉密线下办理 / Keep offline. `POST /v1/intake/leads/keep-offline` */
  keepOffline(input: IntakeKeepOfflineInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 审查线索 / Screen a lead. `POST /v1/intake/leads/{id}/screen-lead` */
  screenLead(
    id: string,
    input: IntakeScreenLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 并案 / Merge a lead into another. `POST /v1/intake/leads/{id}/merge-lead` */
  mergeLead(
    id: string,
    input: IntakeMergeLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 移送线索 / Transfer a lead. `POST /v1/intake/leads/{id}/transfer-lead` */
  transferLead(
    id: string,
    input: IntakeTransferLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 移送事项中发现的线索 / Transfer a lead found in a matter. `POST /v1/intake/leads/transfer-issue` */
  transferIssue(input: IntakeTransferIssueInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 不予受理 / Reject a lead at the gate. `POST /v1/intake/leads/{id}/reject-lead` */
  rejectLead(
    id: string,
    input: IntakeRejectLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 案管受理 / Accept a lead at the gate. `POST /v1/intake/leads/{id}/accept-lead` */
  acceptLead(
    id: string,
    input: IntakeAcceptLeadInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 查阅举报人信息 / Open the reporter. `POST /v1/intake/leads/{id}/open-reporter` */
  openReporter(
    id: string,
    input: IntakeOpenReporterInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 删除举报人信息 / Erase the reporter. `POST /v1/intake/leads/{id}/erase-reporter` */
  eraseReporter(
    id: string,
    input: IntakeEraseReporterInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 接续纸质登记簿编号 / Continue a paper register. `POST /v1/intake/number-series/{id}/continue-series` */
  continueSeries(
    id: string,
    input: IntakeContinueSeriesInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 指定、变更承办人 / Name or change the handler. `POST /v1/intake/matters/{id}/reassign-handler` */
  reassignHandler(
    id: string,
    input: IntakeReassignHandlerInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 回避声明 / Declare a conflict or none. `POST /v1/intake/matters/{id}/declare-conflict` */
  declareConflict(
    id: string,
    input: IntakeDeclareConflictInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 申请回避 / Request a recusal. `POST /v1/intake/matters/{id}/request-recusal` */
  requestRecusal(
    id: string,
    input: IntakeRequestRecusalInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 决定是否回避 / Decide a recusal. `POST /v1/intake/matters/{id}/decide-recusal` */
  decideRecusal(
    id: string,
    input: IntakeDecideRecusalInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 重大性评估 / Assess the significance. `POST /v1/intake/matters/{id}/assess-significance` */
  assessSignificance(
    id: string,
    input: IntakeAssessSignificanceInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 审核立案 / Review a filing. `POST /v1/intake/matters/{id}/review-filing` */
  reviewFiling(
    id: string,
    input: IntakeReviewFilingInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 批准立案 / Approve a filing. `POST /v1/intake/matters/{id}/approve-filing` */
  approveFiling(
    id: string,
    input: IntakeApproveFilingInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 不批准立案 / Reject a filing. `POST /v1/intake/matters/{id}/reject-filing` */
  rejectFiling(
    id: string,
    input: IntakeRejectFilingInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 告知当事人 / Notify a party. `POST /v1/intake/matters/{id}/notify-party` */
  notifyParty(
    id: string,
    input: IntakeNotifyPartyInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 作废编号 / Void a number. `POST /v1/intake/matters/{id}/void-number` */
  voidNumber(
    id: string,
    input: IntakeVoidNumberInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 线索 / A lead. `GET /v1/intake/leads/{id}` */
  lead(
    input: {
      /** 线索 / Lead */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<IntakeLeadAnswer>>;

  /** 举报人信息 / The reporter of a lead. `GET /v1/intake/leads/{id}/reporter` */
  reporter(
    input: {
      /** 线索 / Lead */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<IntakeReporterAnswer>>;

  /** 编号登记簿一览 / Number series of a unit. `GET /v1/intake/number-series` */
  numberSeriesList(
    input: {
      /** 检察院代码 / Code of the unit */
      readonly unit: string;
      readonly year?: number;
    },
    options?: QueryOptions,
  ): Promise<Answer<IntakeNumberSeriesListAnswer>>;

  /** 编号登记簿 / A number series. `GET /v1/intake/number-series/{id}` */
  numberSeries(
    input: { readonly id: string },
    options?: QueryOptions,
  ): Promise<Answer<IntakeNumberSeriesAnswer>>;

  /** 事项受理卡 / Intake card of a matter. `GET /v1/intake/matters/{id}` */
  matter(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<IntakeMatterAnswer>>;
}

export const intakeOperations = {
  registerLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads', body: true },
  leadPool: { kind: 'query', method: 'GET', path: '/v1/intake/leads', body: false },
  receiveLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/receive-lead', body: true },
  registerReceivedLead: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/leads/{id}/register-received-lead',
    body: true,
  },
  keepOffline: { kind: 'command', method: 'POST', path: '/v1/intake/leads/keep-offline', body: true },
  screenLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/screen-lead', body: true },
  mergeLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/merge-lead', body: true },
  transferLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/transfer-lead', body: true },
  transferIssue: { kind: 'command', method: 'POST', path: '/v1/intake/leads/transfer-issue', body: true },
  rejectLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/reject-lead', body: true },
  acceptLead: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/accept-lead', body: true },
  openReporter: { kind: 'command', method: 'POST', path: '/v1/intake/leads/{id}/open-reporter', body: true },
  eraseReporter: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/leads/{id}/erase-reporter',
    body: true,
  },
  continueSeries: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/number-series/{id}/continue-series',
    body: true,
  },
  reassignHandler: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/reassign-handler',
    body: true,
  },
  declareConflict: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/declare-conflict',
    body: true,
  },
  requestRecusal: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/request-recusal',
    body: true,
  },
  decideRecusal: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/decide-recusal',
    body: true,
  },
  assessSignificance: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/assess-significance',
    body: true,
  },
  reviewFiling: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/review-filing',
    body: true,
  },
  approveFiling: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/approve-filing',
    body: true,
  },
  rejectFiling: {
    kind: 'command',
    method: 'POST',
    path: '/v1/intake/matters/{id}/reject-filing',
    body: true,
  },
  notifyParty: { kind: 'command', method: 'POST', path: '/v1/intake/matters/{id}/notify-party', body: true },
  voidNumber: { kind: 'command', method: 'POST', path: '/v1/intake/matters/{id}/void-number', body: true },
  lead: { kind: 'query', method: 'GET', path: '/v1/intake/leads/{id}', body: false },
  reporter: { kind: 'query', method: 'GET', path: '/v1/intake/leads/{id}/reporter', body: false },
  numberSeriesList: { kind: 'query', method: 'GET', path: '/v1/intake/number-series', body: false },
  numberSeries: { kind: 'query', method: 'GET', path: '/v1/intake/number-series/{id}', body: false },
  matter: { kind: 'query', method: 'GET', path: '/v1/intake/matters/{id}', body: false },
} as const satisfies OperationTable[string];
