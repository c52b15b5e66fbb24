import { parseArgs } from 'node:util';
import { ServerMissing } from '@jiandu/local-servers';
import { serversRequired } from '../packages/adapters-distributed/test/stands/servers-required.ts';
import { standsToTry } from '../packages/adapters-distributed/test/stands/stands.ts';
import { embeddedStands } from '../packages/adapters-embedded/test/stands.ts';
import { runCases, standingLine } from './contract/standing.ts';

/**
 * `npm run test:contract -- [--only kafka]`: holds every adapter to the suite of its port, on every engine that can be had here,
 * and prints a line for each; what cannot be had is one line with its reason. Ends with `N passed, N failed`.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const only = values.only.toLowerCase();
const wanted = (name: string) => name.toLowerCase().includes(only);

let [passed, failed, skipped] = [0, 0, 0];

async function hold(port: string, on: string, size: number, cases: Parameters<typeof runCases>[0]) {
  const standing = await runCases(cases);
  console.log(standingLine(port, on, size, standing));
  for (const { name, error } of standing.failed) console.log(`  ✗ ${name}\n    ${String(error)}`);
  passed += standing.passed;
  failed += standing.failed.length + Number(cases.length !== size);
}

for (const { port, on, size, cases } of embeddedStands) {
  if (wanted(`${port} ${on}`)) await hold(port, on, size, cases);
}
for (const each of standsToTry) {
  if (!wanted(`${each.port} ${each.wants}`)) continue;
  try {
    const stand = await each.start();
    try {
      await hold(each.port, stand.on, each.size, stand.cases);
    } finally {
      await stand.close();
    }
  } catch (error) {
    if (!(error instanceof ServerMissing)) throw error;
    console.log(`contract ${each.port} on ${each.wants}: skipped, ${error.message}`);
    if (serversRequired(each)) failed += 1;
    else skipped += 1;
  }
}

console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
