export { DemoClock, wallClock } from './clock/demo-clock.ts';
export { TimerLoop, type TimerLoopParts } from './clock/timer-loop.ts';
export { Erasure } from './erasure/erasure.ts';
export { hostRefusals } from './host-refusals.ts';
export type { ProblemAnswers } from './http/answer-problem.ts';
export { buildApp } from './http/app.ts';
export { type AppParts, DEFAULT_LIMITS, type Limits, type Mode } from './http/app-parts.ts';
export { UNSETTLED_HEADER } from './http/arrival.ts';
export { collectionPath, commandPath, kebab } from './http/command-path.ts';
export { type OpenApp, openApp } from './http/open-app.ts';
export type { Problem } from './http/problem.ts';
export { queryPath } from './http/query-routes.ts';
export type { RateLimit } from './http/rate-limit.ts';
export { RefusedRequest } from './http/refused-request.ts';
export { tracedRoute } from './http/traced-route.ts';
export { openLog } from './logging.ts';
export {
  type DocumentOptions,
  type OpenApiDocument,
  type OperationObject,
  openApiDocument,
  operationsOf,
} from './openapi/document.ts';
export { addDocumentRoutes } from './openapi/document-routes.ts';
export type { JsonSchema } from './openapi/json-schema.ts';
export type { Operation } from './openapi/operations.ts';
export { type ClockStanding, serviceAnswers } from './operations/answers.ts';
export { type Engine, type EngineStanding, EngineWatch } from './operations/engine-watch.ts';
export { GatewayMetrics } from './operations/gateway-metrics.ts';
export { rerunInput } from './operations/operations-routes.ts';
export {
  type AccessRules,
  type FollowedOrganisation,
  type FollowParts,
  followOrganisation,
} from './organisation/follow-organisation.ts';
export { type FromProjector, project, startRemoteViews, type ToProjector } from './projector/index.ts';
export { demoSessions, generateSessionKey } from './session/demo-sessions.ts';
export { issuerOf } from './session/issuer-settings.ts';
export { type OidcSettings, oidcSessions } from './session/oidc-sessions.ts';
export { type Memory, rememberSessions } from './session/remember-sessions.ts';
export type { DemoSignIn, NamedOffices, Session, Sessions, VerifyToken } from './session/sessions.ts';
export { httpOf } from './settings/app-settings.ts';
export {
  addressSetting,
  type DistributedSettings,
  type ServiceName,
  serviceNames,
} from './settings/distributed-settings.ts';
export {
  describeSettings,
  readDistributedSettings,
  readSettings,
  type Start,
  WrongSettings,
} from './settings/read-settings.ts';
export type { Settings } from './settings/settings.ts';
export { openTelemetryTracer } from './tracing/open-telemetry-tracer.ts';
