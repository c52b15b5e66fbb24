import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withBench } from './bench.ts';
import { documentOf } from './document.ts';
import type { Figure } from './figure.ts';
import { installRivals } from './install-rivals.ts';
import { circumstances } from './machine.ts';
import { measurements } from './measurements.ts';
import { rowsOf } from './rows.ts';
import { tableOf } from './table.ts';

const { values: options } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    doc: { type: 'boolean', default: false },
    on: { type: 'string' },
    profile: { type: 'string' },
  },
});

const wanted = options.only?.split(',') ?? Object.keys(measurements);
const unknown = wanted.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  throw new Error(`no measurement ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}`);
}

installRivals();
const figures = await withBench(
  { smoke: options.smoke, on: options.on, ...(options.profile && { profileInto: options.profile }) },
  async (bench) => {
    const taken: Figure[] = [];
    for (const name of wanted) {
      bench.say(`— ${name}`);
      taken.push(...((await measurements[name]?.(bench)) ?? []));
    }
    return taken;
  },
);
const rows = rowsOf(figures, circumstances(options.on), options.smoke);
console.log(tableOf(rows));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
if (options.doc) writeFileSync('docs/benchmarks.md', documentOf(rows));
