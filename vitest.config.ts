import { defineConfig } from 'vitest/config';

/** The one test setup of the house: every package, service and script is tested under it. */
export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test,scripts}/**/*.spec.ts',
      'services/*/{src,test,scripts}/**/*.spec.ts',
      'infra/{standalone,torture,local,distributed,deployment}/**/*.spec.ts',
      'scripts/**/*.spec.ts',
    ],
    // Processes, not threads: a test that crashes its store must not take its neighbours with it.
    pool: 'forks',
    maxWorkers: 2,
    // A bound for what hangs, no judgement of speed: these machines are shared.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // `.only` would leave the rest of a file unrun without a reason.
    allowOnly: false,
    reporters: ['./scripts/tests/reporter.ts'],
  },
});
