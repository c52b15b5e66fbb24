// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  AssessmentGradeQualityInput,
  AssessmentQualityCheckAnswer,
  AssessmentQualityChecksAnswer,
  AssessmentSelfCheckInput,
  CommandAnswer,
} from './schemas.ts';

/** 质量检查 / Assessment */
export interface AssessmentApi {
  /** 质量自查 / Self-check. `POST /v1/assessment/quality-checks/{id}/self-check` */
  selfCheck(
    id: string,
    input: AssessmentSelfCheckInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 评定等次 / Grade the quality. `POST /v1/assessment/quality-checks/{id}/grade-quality` */
  gradeQuality(
    id: string,
    input: AssessmentGradeQualityInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 查看质量检查 / Quality check of a matter. `GET /v1/assessment/quality-checks/{id}` */
  qualityCheck(
    input: {
      /** 事项编号 / Matter */
      readonly id: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<AssessmentQualityCheckAnswer>>;

  /** 质量检查列表 / Quality checks. `GET /v1/assessment/quality-checks` */
  qualityChecks(
    input?: {
      /** 检察院代码 / Code of the unit */
      readonly unit?: string;

      /** 事项类型 / Matter type */
      readonly type?: string;
      readonly status?: 'open' | 'due' | 'self_checked' | 'graded';
      readonly grade?: string;
      readonly limit?: number;
      readonly cursor?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<AssessmentQualityChecksAnswer>>;
}

export const assessmentOperations = {
  selfCheck: {
    kind: 'command',
    method: 'POST',
    path: '/v1/assessment/quality-checks/{id}/self-check',
    body: true,
  },
  gradeQuality: {
    kind: 'command',
    method: 'POST',
    path: '/v1/assessment/quality-checks/{id}/grade-quality',
    body: true,
  },
  qualityCheck: { kind: 'query', method: 'GET', path: '/v1/assessment/quality-checks/{id}', body: false },
  qualityChecks: { kind: 'query', method: 'GET', path: '/v1/assessment/quality-checks', body: false },
} as const satisfies OperationTable[string];
