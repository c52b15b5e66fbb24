// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { OperationTable, QueryOptions } from '../operation.ts';
import type {
  DemoClockAnswer,
  DemoReleaseClockAnswer,
  DemoSetClockAnswer,
  DemoSetClockInput,
} from './schemas.ts';

/** 演示 / Demonstration */
export interface DemoApi {
  /** 演示时钟 / The movable clock. `GET /v1/demo/clock` */
  clock(options?: QueryOptions): Promise<Answer<DemoClockAnswer>>;

  /** 拨动演示时钟 / Put the clock forward. `POST /v1/demo/clock` */
  setClock(input: DemoSetClockInput, options?: QueryOptions): Promise<Answer<DemoSetClockAnswer>>;

  /** 恢复实时 / Let the clock run with the wall. `DELETE /v1/demo/clock` */
  releaseClock(options?: QueryOptions): Promise<Answer<DemoReleaseClockAnswer>>;
}

export const demoOperations = {
  clock: { kind: 'host', method: 'GET', path: '/v1/demo/clock', body: false },
  setClock: { kind: 'host', method: 'POST', path: '/v1/demo/clock', body: true },
  releaseClock: { kind: 'host', method: 'DELETE', path: '/v1/demo/clock', body: false },
} as const satisfies OperationTable[string];
