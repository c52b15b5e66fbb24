import { measureApart } from './distributed/apart.ts';
import { measureFeed } from './distributed/feed.ts';
import { runBench } from './run-bench.ts';

await runBench({
  measurements: { feed: measureFeed, apart: measureApart },
  script: 'bench:distributed',
  durability:
    'the record: fsync before the answer; Kafka: acks -1, one broker; MongoDB: majority, journalled',
  page: 'benchmarks-distributed',
});
