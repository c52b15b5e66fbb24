// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { OperationTable, QueryOptions } from '../operation.ts';
import type {
  OperationsParkedAnswer,
  OperationsRebuildViewAnswer,
  OperationsRerunParkedAnswer,
  OperationsRerunParkedInput,
  OperationsViewsAnswer,
} from './schemas.ts';

/** 运行维护 / Operations */
export interface OperationsApi {
  /** 搁置的事件 / Parked events. `GET /v1/operations/parked` */
  parked(options?: QueryOptions): Promise<Answer<OperationsParkedAnswer>>;

  /** 重新处理搁置的事件 / Handle parked events again. `POST /v1/operations/parked/rerun` */
  rerunParked(
    input: OperationsRerunParkedInput,
    options?: QueryOptions,
  ): Promise<Answer<OperationsRerunParkedAnswer>>;

  /** 视图进度 / How far the views are. `GET /v1/operations/views` */
  views(options?: QueryOptions): Promise<Answer<OperationsViewsAnswer>>;

  /** 重建视图 / Rebuild a view. `POST /v1/operations/views/{view}/rebuild` */
  rebuildView(view: string, options?: QueryOptions): Promise<Answer<OperationsRebuildViewAnswer>>;
}

export const operationsOperations = {
  parked: { kind: 'host', method: 'GET', path: '/v1/operations/parked', body: false },
  rerunParked: { kind: 'host', method: 'POST', path: '/v1/operations/parked/rerun', body: true },
  views: { kind: 'host', method: 'GET', path: '/v1/operations/views', body: false },
  rebuildView: { kind: 'host', method: 'POST', path: '/v1/operations/views/{view}/rebuild', body: false },
} as const satisfies OperationTable[string];
