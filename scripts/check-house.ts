import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenDocuments } from './house/documents.ts';
import type { HouseFile } from './house/house-file.ts';
import { foreignAddresses, missingPlatforms } from './house/lockfile.ts';
import { machinePaths } from './house/machine-paths.ts';
import { looseManifests } from './house/manifests.ts';
import { untidySources } from './house/tidiness.ts';

const root = join(import.meta.dirname, '..');
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files: HouseFile[] = listed
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .filter(({ text }) => !text.includes('\0'));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
const complaints = [
  ...foreignAddresses(files),
  ...missingPlatforms(files),
  ...machinePaths(files),
  ...looseManifests(files),
  ...untidySources(files),
  ...brokenDocuments(files, {
    exists: (path) => existsSync(join(root, path)),
    scripts: new Set(Object.keys(manifest.scripts)),
  }),
];
for (const complaint of complaints) console.error(complaint);
console.log(`house: ${files.length} files, ${complaints.length} complaints`);
if (complaints.length > 0) process.exitCode = 1;
