/** What became of one test, as the runner tells it. */
export interface Outcome {
  /** File and titles, enough to find it. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  /** The reason given to `context.skip(reason)`. */
  readonly reason?: string | undefined;
}

/** A whole run. */
export interface Run {
  readonly outcomes: readonly Outcome[];
  /** Errors outside any test: a file that does not load, a failed hook, an unhandled rejection. */
  readonly strayErrors: number;
  /** Only part of the tests was asked for by name; those left out need no reason. */
  readonly filtered: boolean;
}

/** How a run ends. */
export interface Verdict {
  /** Lines above the last one: each skip with its reason, each thing that counts as a failure. */
  readonly remarks: readonly string[];
  /** `N passed, N failed` or `N passed, N failed, N skipped`: always the last line of a run. */
  readonly line: string;
  readonly green: boolean;
}

/** Counts a run. A skip without a reason, a test that never ran and a run without tests are failures. */
export function judge(run: Run): Verdict {
  const remarks: string[] = [];
  let passed = 0;
  let failed = run.strayErrors;
  let skipped = 0;
  for (const { name, state, reason } of run.outcomes) {
    if (state === 'passed') passed += 1;
    else if (state === 'failed') failed += 1;
    else if (state === 'pending') {
      failed += 1;
      remarks.push(`never ran: ${name}`);
    } else if (reason?.trim()) {
      skipped += 1;
      remarks.push(`skipped: ${name}: ${reason.trim()}`);
    } else if (!run.filtered) {
      failed += 1;
      remarks.push(`skipped without a reason (call context.skip('why') instead): ${name}`);
    }
  }
  if (run.strayErrors > 0)
    remarks.push(`errors outside any test, each counted as failed: ${run.strayErrors}`);
  if (passed + failed + skipped === 0) {
    failed = 1;
    remarks.push('no test ran: a run without tests proves nothing');
  }
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  return { remarks, line: `${passed} passed, ${failed} failed${tail}`, green: failed === 0 };
}
