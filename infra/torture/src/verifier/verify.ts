import { existsSync } from 'node:fs';
import { demoMasterKey, followEventStore, openKeyRing, openReadModels } from '@jiandu/adapters-embedded';
import { services } from '../house/services.ts';
import type { CommandBook } from '../traffic/command-book.ts';
import { checkCommands, checkContents } from './command-promises.ts';
import { checkEffects } from './effect-promises.ts';
import type { Evidence } from './evidence.ts';
import { broken, type Finding, grouped } from './finding.ts';
import { checkKeys } from './key-promises.ts';
import { type LogRow, readLogFile } from './log-file.ts';
import { checkAppends, checkLog } from './log-promises.ts';
import { checkNumbers } from './number-promises.ts';
import { checkParked, handledBy } from './parked-promises.ts';
import { checkViews } from './view-promises.ts';

/** What the verifier found in one dead house. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly events: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly cutOff: number;
  readonly cutOffDone: number;
  readonly numbers: number;
  readonly effects: number;
  readonly viewsCompared: number;
  readonly documents: number;
}

export interface VerifySettings {
  readonly evidence: Evidence;
  readonly book: CommandBook;
  /** Every cause up to here must have had its effects: the house had said that it was ready beyond it. */
  readonly settledUpTo: number;
}

const NOTHING: Verdict = {
  findings: [],
  events: 0,
  acknowledged: 0,
  lost: 0,
  cutOff: 0,
  cutOffDone: 0,
  numbers: 0,
  effects: 0,
  viewsCompared: 0,
  documents: 0,
};

/** Judges a dead house by what lies in its files and by what its clients were told. */
export async function verify({ evidence, book, settledUpTo }: VerifySettings): Promise<Verdict> {
  if (!existsSync(evidence.log)) return { ...NOTHING, ...checkCommands([], book) };
  const rows = readLogFile(evidence.log);
  const { findings: ofCommands, ...commands } = checkCommands(rows, book);
  const live = openReadModels({ file: evidence.views });
  const policies = openReadModels({ file: evidence.policies });
  try {
    const handled = new Map<string, number>();
    for (const { name } of services)
      handled.set(name, Math.max(settledUpTo, await handledBy(policies, name)));
    const { findings: ofEffects, effects } = checkEffects(rows, (service) => handled.get(service) ?? 0);
    const views = await checkViews(rows, live);
    const findings = [
      ...checkLog(rows),
      ...checkAppends(rows),
      ...checkContents(rows),
      ...ofCommands,
      ...checkNumbers(rows),
      ...ofEffects,
      ...(await checkHouseReading(rows, evidence.log)),
      ...(await checkSealing(rows, evidence.keys)),
      ...(await checkParked(
        policies,
        services.map(({ name }) => name),
      )),
      ...views.findings,
    ];
    const numbers = rows.filter(({ type }) => type === 'MatterNumbered').length;
    const { compared: viewsCompared, documents } = views;
    return { findings, events: rows.length, ...commands, numbers, effects, viewsCompared, documents };
  } finally {
    await live.close();
    await policies.close();
  }
}

/** The house's own store finds the same events, also through the index of streams that the kill left behind. */
async function checkHouseReading(rows: readonly LogRow[], log: string): Promise<readonly Finding[]> {
  const store = followEventStore({ file: log, pollEvery: 0 });
  try {
    const found: Finding[] = [];
    for (const [stream, events] of grouped(rows, (row) => row.stream)) {
      const read = await store.readStream(stream);
      if (read.map(({ id }) => id).join() !== events.map(({ id }) => id).join()) {
        found.push(
          broken('store.reads-other', `${stream}: ${read.length} events, the file has ${events.length}`),
        );
      }
    }
    return found;
  } finally {
    await store.close();
  }
}

async function checkSealing(rows: readonly LogRow[], directory: string): Promise<readonly Finding[]> {
  if (!existsSync(directory)) return [];
  const keys = openKeyRing({ directory, masterKey: demoMasterKey(directory) });
  try {
    return await checkKeys(rows, keys);
  } finally {
    await keys.close();
  }
}
