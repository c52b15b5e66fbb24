import { measureCommands } from './commands/commands.ts';
import { measureGrowth } from './growth/growth.ts';
import { measureHttp } from './http/http.ts';
import { measureLedger } from './ledger/ledger.ts';
import type { Measurements } from './run-bench.ts';

/** What `npm run bench` measures, of the house in one process. */
export const measurements: Measurements = {
  http: measureHttp,
  commands: measureCommands,
  ledger: measureLedger,
  growth: measureGrowth,
};
