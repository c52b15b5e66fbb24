import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './imports/judge.ts';
import { readSource } from './imports/source.ts';
import { readWorkspaces } from './imports/workspaces.ts';

const root = join(import.meta.dirname, '..');
const workspaces = readWorkspaces(root);
const paths = globSync('{packages,services,infra}/*/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.d.ts'))
  .sort();

let broken = 0;
for (const path of paths) {
  for (const { line, sentence } of judge(
    path,
    readSource(path, readFileSync(join(root, path), 'utf8')),
    workspaces,
  )) {
    broken += 1;
    console.error(`${path}:${line} ${sentence}`);
  }
}
console.log(`imports: ${paths.length} files, ${broken} against the rules of scripts/imports/arrows.ts`);
if (broken > 0 || paths.length === 0) process.exitCode = 1;
