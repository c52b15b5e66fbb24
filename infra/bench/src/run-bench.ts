import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Bench, withBench } from './bench.ts';
import { documentOf } from './document.ts';
import type { Figure } from './figure.ts';
import { circumstances } from './machine.ts';
import { type Row, rowsOf } from './rows.ts';
import { tableOf } from './table.ts';

/** What can be measured, by the name `--only` takes, in the order in which it is done. */
export type Measurements = Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>>;

export interface BenchToRun {
  readonly measurements: Measurements;
  /** Script of the root package.json that runs it, e.g. `bench`. */
  readonly script: string;
  /** What an answer promises while this is measured. */
  readonly durability: string;
  /** Results file and page in `docs`, without their endings. */
  readonly page: string;
}

/** Measures what the command line asks for, prints the table, and writes the files it names. */
export async function runBench({ measurements, script, durability, page }: BenchToRun): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      smoke: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'string' },
      /** Rows of the results file that were not measured now stay as they are. */
      merge: { type: 'boolean', default: false },
      doc: { type: 'boolean', default: false },
      on: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const wanted = options.only?.split(',') ?? Object.keys(measurements);
  const unknown = wanted.filter((name) => !(name in measurements));
  if (unknown.length > 0) {
    throw new Error(
      `no measurement ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}`,
    );
  }
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
  const rows = rowsOf(
    figures,
    { ...circumstances(options.on), durability },
    { smoke: options.smoke, script },
  );
  console.log(tableOf(rows));
  const all = options.merge && options.json !== undefined ? merged(options.json, rows) : rows;
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(all, undefined, 2)}\n`);
  if (options.doc)
    writeFileSync(`docs/${page}.md`, documentOf(all, { script, results: `docs/${page}.json` }));
}

/** The rows of a results file with those measured now in their places. */
function merged(file: string, rows: readonly Row[]): readonly Row[] {
  const before: readonly Row[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const fresh = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(before.map(({ id }) => id));
  return [...before.map((row) => fresh.get(row.id) ?? row), ...rows.filter(({ id }) => !known.has(id))];
}
