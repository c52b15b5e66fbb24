import { expect } from 'vitest';
import { ancestry, type Collector } from './collector.ts';

/** What a span may tell: names, ids, codes. */
const TOLD = new Set([
  'http.response.status_code',
  'jiandu.thing',
  'jiandu.key',
  'jiandu.event',
  'jiandu.outcome',
  'jiandu.position',
]);

/** Follows the approval of a filing from the caller to what three other services did and a fifth one shows. */
export function followApproval(collector: Collector, matter: string): string {
  const approval = collector.spans.find(
    ({ name, attributes }) => name === 'intake.approveFiling' && attributes['jiandu.thing'] === matter,
  );
  expect(approval).toBeDefined();
  const spans = collector.trace(approval?.traceId ?? '');
  const ancestorsOf = (name: string) =>
    ancestry(
      spans,
      spans.find((each) => each.name === name),
    );
  const toTheCommand = [
    'intake: intake.approveFiling',
    'intake: POST /v1/intake/matters/:id/approve-filing',
    'gateway: to intake',
    'gateway: gateway POST /v1/intake/matters/:id/approve-filing',
  ];
  expect(ancestorsOf('publish jiandu.intake.v1')).toEqual([
    'intake: publish jiandu.intake.v1',
    ...toTheCommand,
  ]);
  expect(ancestorsOf('investigation.openVerification')).toEqual([
    'investigation: investigation.openVerification',
    'investigation: policy openVerificationWhenFilingApproved',
    ...toTheCommand,
  ]);
  expect(ancestorsOf('assessment.openQualityCheck').slice(1)).toEqual([
    'assessment: policy openQualityCheckWhenFilingApproved',
    ...toTheCommand,
  ]);
  const ledger = ancestorsOf('view reporting.mainLedger');
  expect(ledger[0]).toBe('reporting: view reporting.mainLedger');
  expect(ledger.slice(-4)).toEqual(toTheCommand);
  expect(new Set(spans.map(({ process }) => process.replace('jiandu-', '')))).toEqual(
    new Set(['gateway', 'intake', 'investigation', 'disposition', 'assessment', 'reporting']),
  );
  const told = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
  expect([...told].filter((name) => !TOLD.has(name))).toEqual([]);
  return approval?.traceId ?? '';
}
