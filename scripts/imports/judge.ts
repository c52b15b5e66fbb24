import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { arrows, driverOwners, drivers, examines, impureGlobals, pureFiles } from './arrows.ts';
import type { Mention, Source } from './source.ts';
import type { Workspace } from './workspaces.ts';

/** A broken rule, with the sentence that says how to mend it. */
export interface Violation {
  readonly rule: 'outside' | 'arrow' | 'driver' | 'undeclared' | 'impure-import' | 'impure-global';
  readonly line: number;
  readonly sentence: string;
}

/** Judges one file by the rules of `arrows.ts`. `path` is relative to the root of the house. */
export function judge(path: string, source: Source, workspaces: readonly Workspace[]): Violation[] {
  const own = workspaces.find(({ folder }) => folder !== '' && path.startsWith(`${folder}/`));
  const root = workspaces.find(({ folder }) => folder === '');
  if (!own) return [];
  const byRule = source.imports.flatMap((mention) => [
    ...leavesItsFolder(path, mention, own),
    ...breaksAnArrow(path, mention, own, workspaces),
    ...reachesForADriver(path, mention, own),
    ...isUndeclared(path, mention, own, root),
    ...letsTheWorldIn(path, mention),
  ]);
  return [...byRule, ...readsTheWorld(path, source)];
}

function leavesItsFolder(path: string, { name, line }: Mention, own: Workspace): Violation[] {
  if (!name.startsWith('.')) return [];
  const target = posix.join(posix.dirname(path), name);
  if (target.startsWith(`${own.folder}/`)) return [];
  const sentence = `imports ${name}, a file outside ${own.folder}: import the other package by its name`;
  return [{ rule: 'outside', line, sentence }];
}

function breaksAnArrow(
  path: string,
  { name, line }: Mention,
  own: Workspace,
  workspaces: readonly Workspace[],
): Violation[] {
  const target = workspaces.find((one) => one.folder !== '' && one.name === packageOf(name));
  if (!target || target === own || examines.test(path)) return [];
  const allowed = arrows[own.folder] ?? arrows[own.folder.replace(/\/.*/, '/*')];
  if (allowed === 'everything' || allowed?.includes(target.folder)) return [];
  const mend = !allowed
    ? `say in scripts/imports/arrows.ts what ${own.folder} may import`
    : target.folder.startsWith('services/')
      ? 'what it must know of that service it learns from the events in packages/contracts'
      : `it may import ${allowed.join(', ') || 'nothing of ours'}; move what it needs down the arrows, or hand it in as an argument`;
  return [{ rule: 'arrow', line, sentence: `imports ${name}, against the arrows of the house: ${mend}` }];
}

function reachesForADriver(path: string, { name, line }: Mention, own: Workspace): Violation[] {
  const driver = name.startsWith('node:') ? name : packageOf(name);
  if (!drivers.includes(driver) || driverOwners.test(own.folder) || examines.test(path)) return [];
  const sentence = `imports the driver ${driver}: only packages/adapters-* may; use the ports of @jiandu/eventing`;
  return [{ rule: 'driver', line, sentence }];
}

function isUndeclared(path: string, { name, line }: Mention, own: Workspace, root?: Workspace): Violation[] {
  const wanted = packageOf(name);
  if (name.startsWith('.') || name.startsWith('node:') || name.startsWith('#')) return [];
  if (builtinModules.includes(name) || wanted === own.name || own.declared.has(wanted)) return [];
  if (examines.test(path) && (own.forTests.has(wanted) || root?.forTests.has(wanted))) return [];
  const section = examines.test(path) ? 'devDependencies' : 'dependencies';
  const sentence = `imports ${wanted}, which ${own.folder}/package.json does not declare: add it to its "${section}" with its exact version`;
  return [{ rule: 'undeclared', line, sentence }];
}

function letsTheWorldIn(path: string, { name, line }: Mention): Violation[] {
  if (!isPure(path) || !(name.startsWith('node:') || builtinModules.includes(name))) return [];
  const sentence = `imports ${name}, but deciders, folds, clocks and rules are pure: take what it gives as an argument, or do it in a policy or an adapter`;
  return [{ rule: 'impure-import', line, sentence }];
}

function readsTheWorld(path: string, { names }: Source): Violation[] {
  if (!isPure(path)) return [];
  return names
    .filter(({ name }) => impureGlobals.has(name))
    .map(({ name, line }) => ({
      rule: 'impure-global',
      line,
      sentence: `uses ${name}, but deciders, folds, clocks and rules are pure: take time from the event or the context of the command, and everything else as an argument`,
    }));
}

function isPure(path: string): boolean {
  return pureFiles.test(path) && !examines.test(path);
}

/** `@jiandu/eventing/testing` belongs to the package `@jiandu/eventing`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
