import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { distManifest } from './build/dist-manifest.ts';

/**
 * Builds the package in the current folder into `dist`, ready for `npm publish ./dist`: JavaScript, declarations
 * and a package.json whose exports point at them. Run by `npm run build` in every package that a release ships.
 */
const root = join(import.meta.dirname, '..');
const here = process.cwd();
const dist = join(here, 'dist');
const folder = relative(root, here);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

// Other packages of the house are compiled along, because their exports are sources; only ours is kept.
const tree = join(dist, 'tree');
const config = join(dist, 'tsconfig.json');
writeFileSync(
  config,
  JSON.stringify({
    extends: relative(dist, join(root, 'tsconfig.base.json')),
    compilerOptions: { rootDir: root, outDir: tree, declaration: true },
    include: ['../src'],
    exclude: ['../src/**/*.spec.ts'],
  }),
);
const compiled = spawnSync('tsc', ['-p', config], { stdio: 'inherit' });
if (compiled.status !== 0) {
  console.error(`${folder} was not built: tsc said why above`);
  process.exit(1);
}

const ours = join(tree, folder);
for (const entry of readdirSync(ours)) renameSync(join(ours, entry), join(dist, entry));
rmSync(tree, { recursive: true });
rmSync(config);
copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(distManifest(manifest), null, 2)}\n`);
console.log(`${folder}/dist is ready`);
