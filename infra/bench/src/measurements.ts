import type { Bench } from './bench.ts';
import { measureCommands } from './commands/commands.ts';
import type { Figure } from './figure.ts';
import { measureGrowth } from './growth/growth.ts';
import { measureHttp } from './http/http.ts';
import { measureLedger } from './ledger/ledger.ts';

/** What can be measured, by the name `--only` takes, in the order in which it is done. */
export const measurements: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  http: measureHttp,
  commands: measureCommands,
  ledger: measureLedger,
  growth: measureGrowth,
};
