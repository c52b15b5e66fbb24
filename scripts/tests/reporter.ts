import type { SerializedError } from 'vitest';
import { DefaultReporter, type TestModule, type TestRunEndReason } from 'vitest/node';
import { judge, type Outcome } from './verdict.ts';

/** The usual report of vitest, followed by every skip with its reason and the one line that sums the run up. */
export default class Reporter extends DefaultReporter {
  override onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    try {
      super.onTestRunEnd(modules, unhandled, reason);
    } finally {
      this.conclude(modules, unhandled);
    }
  }

  // Last, and also when the usual report breaks: whoever reads only the end must not miss a failure.
  private conclude(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const verdict = judge({
      outcomes: modules.flatMap(outcomesOf),
      strayErrors: unhandled.length + modules.reduce((sum, module) => sum + suiteErrors(module), 0),
      filtered: this.ctx.config.testNamePattern !== undefined,
    });
    for (const remark of verdict.remarks) this.log(remark);
    this.log(verdict.line);
    if (!verdict.green) process.exitCode = 1;
  }
}

function outcomesOf(module: TestModule): Outcome[] {
  return [...module.children.allTests()].map((test) => {
    const result = test.result();
    return {
      name: `${module.relativeModuleId} > ${test.fullName}`,
      state: result.state,
      reason: result.state === 'skipped' ? result.note : undefined,
    };
  });
}

function suiteErrors(module: TestModule): number {
  const nested = [...module.children.allSuites()].reduce((sum, suite) => sum + suite.errors().length, 0);
  return nested + module.errors().length;
}
