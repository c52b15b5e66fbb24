import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '@jiandu/contracts';

/** How a schema differs from the released one of the same version. */
export interface Difference {
  /** Where: `profile.track`; empty for the event itself. */
  readonly at: string;
  readonly what: string;
  /** Whether everybody who reads the released version can read this one, and the other way round. */
  readonly compatible: boolean;
}

/** Says nothing about which data are valid. */
const WORDS: ReadonlySet<string> = new Set(['$schema', '$id', 'title', 'description', 'examples']);

/** A list of values with this mark may grow within a version; its readers were told so. */
export const OPEN_LIST = 'x-open';

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemasIn(value: unknown): Readonly<Record<string, unknown>> {
  return isSchema(value) ? value : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function below(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

function breaking(at: string, what: string): Difference {
  return { at, what, compatible: false };
}

function ofProperties(released: Schema, now: Schema, at: string): readonly Difference[] {
  const [before, after] = [schemasIn(released['properties']), schemasIn(now['properties'])];
  const [asked, asks] = [listIn(released['required']), listIn(now['required'])];
  const kept = Object.keys(before).flatMap((name) => {
    if (!(name in after)) return [breaking(below(at, name), 'the field is gone')];
    const differences = [...differencesIn(before[name], after[name], below(at, name))];
    if (asked.includes(name) && !asks.includes(name))
      differences.push(breaking(below(at, name), 'the field was always there and is optional now'));
    if (!asked.includes(name) && asks.includes(name))
      differences.push(breaking(below(at, name), 'the field was optional and is required now'));
    return differences;
  });
  const added = Object.keys(after).filter((name) => !(name in before));
  return [
    ...kept,
    ...added.map((name) =>
      asks.includes(name)
        ? breaking(below(at, name), 'the field is new and required')
        : { at: below(at, name), what: 'the field is new and optional', compatible: true },
    ),
  ];
}

function ofValues(released: Schema, now: Schema, at: string): readonly Difference[] {
  const [before, after] = [listIn(released['enum']), listIn(now['enum'])];
  const open = released[OPEN_LIST] === true;
  const gone = before.filter((value) => !after.includes(value));
  const added = after.filter((value) => !before.includes(value));
  return [
    ...gone.map((value) => breaking(at, `the value ${JSON.stringify(value)} is gone`)),
    ...added.map((value) => {
      const what = `the value ${JSON.stringify(value)} is new${open ? '' : ', and the list is not declared open'}`;
      return { at, what, compatible: open };
    }),
  ];
}

function ofItems(released: Schema, now: Schema, at: string): readonly Difference[] {
  const [before, after] = [released['items'], now['items']];
  return before === undefined && after === undefined ? [] : differencesIn(before, after, below(at, '*'));
}

const CHOICES = ['anyOf', 'oneOf', 'allOf'] as const;

/** Choices are compared one by one, in their order; another number of them is another schema. */
function ofChoices(released: Schema, now: Schema, at: string): readonly Difference[] {
  return CHOICES.flatMap((keyword) => {
    const [before, after] = [listIn(released[keyword]), listIn(now[keyword])];
    if (before.length !== after.length)
      return [breaking(at, `${keyword} has ${after.length} choices, not ${before.length}`)];
    return before.flatMap((each, place) => differencesIn(each, after[place], at));
  });
}

/**
 * Every difference between the released schema of a version and the present one. Messages of that version are on the topics
 * already and more will come: both schemas must take both. So a field may only be added, as optional, and a value only to a
 * list that was declared open; whatever else limits the data stays as it is.
 */
export function differencesIn(released: unknown, now: unknown, at = ''): readonly Difference[] {
  if (!isSchema(released) || !isSchema(now)) {
    return isDeepStrictEqual(released, now) ? [] : [breaking(at, 'it is another schema')];
  }
  const differences = [...ofProperties(released, now, at), ...ofValues(released, now, at)];
  differences.push(...ofItems(released, now, at), ...ofChoices(released, now, at));
  const looked = new Set(['properties', 'required', 'enum', 'items', ...CHOICES, ...WORDS]);
  for (const keyword of new Set([...Object.keys(released), ...Object.keys(now)])) {
    if (looked.has(keyword) || isDeepStrictEqual(released[keyword], now[keyword])) continue;
    const [was, is] = [JSON.stringify(released[keyword]), JSON.stringify(now[keyword])];
    differences.push(breaking(at, `${keyword} was ${was ?? 'not set'} and is ${is ?? 'not set'}`));
  }
  for (const keyword of ['enum', 'properties']) {
    if (keyword in released !== keyword in now)
      differences.push(
        breaking(at, `${keyword} was ${keyword in released ? 'set and is not' : 'not set and is'}`),
      );
  }
  return differences;
}
