import type { Schema } from '@jiandu/contracts';
import { type Difference, differencesIn } from './compatibility.ts';

/** What the house publishes of an event at present. */
export interface Present {
  readonly type: string;
  readonly version: number;
  readonly schema: Schema;
}

/** A version as it was released. */
export type Released = Present;

/** What stands between the present events and the released ones. */
export interface Verdict {
  /** Breaks readers: must be mended. */
  readonly broken: readonly string[];
  /** Harms nobody, and is to be frozen with `--release`. */
  readonly unfrozen: readonly string[];
}

function named({ type, version }: Present): string {
  return `${type} version ${version}`;
}

function told(what: string, { at, what: difference }: Difference): string {
  return `${what}: ${at === '' ? '' : `${at}: `}${difference}`;
}

/** How to mend a change that breaks readers. */
function mend({ type, version }: Present): string {
  const next = version + 1;
  return (
    `Consumers read version ${version} and messages of it are on the topics. Put the schema of ${type} back; or give ` +
    `the new shape as version ${next}: add an upcast from ${version} to ${next} to its \`upcasts\`, ` +
    `run packages/contracts/scripts/add-to-corpus.ts, then npm run events -- --release.`
  );
}

function ofOne(now: Present, released: readonly Released[]): Verdict {
  const known = released.filter(({ type }) => type === now.type);
  const newest = Math.max(0, ...known.map(({ version }) => version));
  if (newest > now.version) {
    const what = `${named(now)}: version ${newest} was released; a version never goes back`;
    return { broken: [`${what}. ${mend({ ...now, version: newest })}`], unfrozen: [] };
  }
  const missing = Array.from({ length: now.version - 1 }, (_, place) => place + 1)
    .filter((version) => known.every((each) => each.version !== version))
    .map((version) => `${now.type} version ${version}: its frozen schema is gone; take it from the history`);
  const frozen = known.find(({ version }) => version === now.version);
  if (frozen === undefined) return { broken: missing, unfrozen: [`${named(now)}: new, not released yet`] };
  const differences = differencesIn(frozen.schema, now.schema);
  const breaking = differences.filter(({ compatible }) => !compatible);
  return {
    broken: [
      ...missing,
      ...(breaking.length === 0
        ? []
        : [[...breaking.map((each) => told(named(now), each)), mend(now)].join('\n  ')]),
    ],
    unfrozen: differences.filter(({ compatible }) => compatible).map((each) => told(named(now), each)),
  };
}

/** Compares what the house publishes with what it has promised. */
export function judge(present: readonly Present[], released: readonly Released[]): Verdict {
  const verdicts = present.map((each) => ofOne(each, released));
  const types = new Set(present.map(({ type }) => type));
  const orphans = new Set(released.filter(({ type }) => !types.has(type)).map(({ type }) => type));
  const gone = [...orphans].map(
    (type) =>
      `${type}: released and no longer declared; its messages stay on the topics, so its definition stays too`,
  );
  return {
    broken: [...verdicts.flatMap(({ broken }) => broken), ...gone],
    unfrozen: verdicts.flatMap(({ unfrozen }) => unfrozen),
  };
}
