// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { OperationTable, QueryOptions } from '../operation.ts';
import type {
  SessionDemoStaffAnswer,
  SessionSignInAnswer,
  SessionSignInInput,
  SessionWhoAmIAnswer,
} from './schemas.ts';

/** 登录 / Session */
export interface SessionApi {
  /** 当前登录人 / Who I am. `GET /v1/session` */
  whoAmI(options?: QueryOptions): Promise<Answer<SessionWhoAmIAnswer>>;

  /** 演示登录 / Sign in (demonstration). `POST /v1/session` */
  signIn(input: SessionSignInInput, options?: QueryOptions): Promise<Answer<SessionSignInAnswer>>;

  /** 可登录的演示人员 / Whom one may sign in as. `GET /v1/session/demo-staff` */
  demoStaff(options?: QueryOptions): Promise<Answer<SessionDemoStaffAnswer>>;
}

export const sessionOperations = {
  whoAmI: { kind: 'host', method: 'GET', path: '/v1/session', body: false },
  signIn: { kind: 'host', method: 'POST', path: '/v1/session', body: true },
  demoStaff: { kind: 'host', method: 'GET', path: '/v1/session/demo-staff', body: false },
} as const satisfies OperationTable[string];
