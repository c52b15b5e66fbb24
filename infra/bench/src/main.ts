import { installRivals } from './install-rivals.ts';
import { measurements } from './measurements.ts';
import { runBench } from './run-bench.ts';

installRivals();
await runBench({
  measurements,
  script: 'bench',
  durability: 'an answer means on disk: WAL, synchronous=FULL, one fsync a group of concurrent commands',
  page: 'benchmarks',
});
