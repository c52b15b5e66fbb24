// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  CommandAnswer,
  InvestigationApprovePlanInput,
  InvestigationCloseIssuesInput,
  InvestigationEndExclusionInput,
  InvestigationExtendPeriodInput,
  InvestigationFindIssuesInput,
  InvestigationMatterAnswer,
  InvestigationRecordRefusedMeasureInput,
  InvestigationReturnReviewReportInput,
  InvestigationStartExclusionInput,
  InvestigationStartOnSiteInput,
  InvestigationSubmitReviewReportInput,
  InvestigationTakeMeasureInput,
} from './schemas.ts';

/** 调查核实 / Investigation */
export interface InvestigationApi {
  /** 批准调查核实方案 / Approve the investigation plan. `POST /v1/investigation/matters/{id}/approve-plan` */
  approvePlan(
    id: string,
    input: InvestigationApprovePlanInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 开始现场检察 / Start on-site work. `POST /v1/investigation/matters/{id}/start-on-site` */
  startOnSite(
    id: string,
    input: InvestigationStartOnSiteInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 采取调查措施 / Take a measure. `POST /v1/investigation/matters/{id}/take-measure` */
  takeMeasure(
    id: string,
    input: InvestigationTakeMeasureInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 记录拒绝配合 / Record a refused measure. `POST /v1/investigation/matters/{id}/record-refused-measure` */
  recordRefusedMeasure(
    id: string,
    input: InvestigationRecordRefusedMeasureInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 登记问题 / Find issues. `POST /v1/investigation/matters/{id}/find-issues` */
  findIssues(
    id: string,
    input: InvestigationFindIssuesInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 问题销号 / Close issues. `POST /v1/investigation/matters/{id}/close-issues` */
  closeIssues(
    id: string,
    input: InvestigationCloseIssuesInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 延长期限 / Extend a period. `POST /v1/investigation/matters/{id}/extend-period` */
  extendPeriod(
    id: string,
    input: InvestigationExtendPeriodInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 开始不计入期间 / Start an excluded period. `POST /v1/investigation/matters/{id}/start-exclusion` */
  startExclusion(
    id: string,
    input: InvestigationStartExclusionInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 结束不计入期间 / End an excluded period. `POST /v1/investigation/matters/{id}/end-exclusion` */
  endExclusion(
    id: string,
    input: InvestigationEndExclusionInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 提交审查终结报告 / Submit the review report. `POST /v1/investigation/matters/{id}/submit-review-report` */
  submitReviewReport(
    id: string,
    input: InvestigationSubmitReviewReportInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 退回审查报告 / Return the review report. `POST /v1/investigation/matters/{id}/return-review-report` */
  returnReviewReport(
    id: string,
    input: InvestigationReturnReviewReportInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 查看调查核实 / Verification of a matter. `GET /v1/investigation/matters/{id}` */
  matter(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<InvestigationMatterAnswer>>;
}

export const investigationOperations = {
  approvePlan: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/approve-plan',
    body: true,
  },
  startOnSite: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/start-on-site',
    body: true,
  },
  takeMeasure: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/take-measure',
    body: true,
  },
  recordRefusedMeasure: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/record-refused-measure',
    body: true,
  },
  findIssues: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/find-issues',
    body: true,
  },
  closeIssues: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/close-issues',
    body: true,
  },
  extendPeriod: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/extend-period',
    body: true,
  },
  startExclusion: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/start-exclusion',
    body: true,
  },
  endExclusion: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/end-exclusion',
    body: true,
  },
  submitReviewReport: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/submit-review-report',
    body: true,
  },
  returnReviewReport: {
    kind: 'command',
    method: 'POST',
    path: '/v1/investigation/matters/{id}/return-review-report',
    body: true,
  },
  matter: { kind: 'query', method: 'GET', path: '/v1/investigation/matters/{id}', body: false },
} as const satisfies OperationTable[string];
