// Generated from the API document; change the declaration of the command or query instead.

import { type AssessmentApi, assessmentOperations } from './assessment.ts';
import { type DemoApi, demoOperations } from './demo.ts';
import { type DispositionApi, dispositionOperations } from './disposition.ts';
import { type IntakeApi, intakeOperations } from './intake.ts';
import { type InvestigationApi, investigationOperations } from './investigation.ts';
import { type OperationsApi, operationsOperations } from './operations.ts';
import { type RegistryApi, registryOperations } from './registry.ts';
import { type ReportingApi, reportingOperations } from './reporting.ts';
import { type SessionApi, sessionOperations } from './session.ts';

export type * from './schemas.ts';

/** Every operation, by service and name. */
export interface Api {
  readonly assessment: AssessmentApi;
  readonly demo: DemoApi;
  readonly disposition: DispositionApi;
  readonly intake: IntakeApi;
  readonly investigation: InvestigationApi;
  readonly operations: OperationsApi;
  readonly registry: RegistryApi;
  readonly reporting: ReportingApi;
  readonly session: SessionApi;
}

/** Where each of them is. */
export const operations = {
  assessment: assessmentOperations,
  demo: demoOperations,
  disposition: dispositionOperations,
  intake: intakeOperations,
  investigation: investigationOperations,
  operations: operationsOperations,
  registry: registryOperations,
  reporting: reportingOperations,
  session: sessionOperations,
};
