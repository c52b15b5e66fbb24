import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOfCatalogue, writeCatalogue } from './events/catalogue.ts';
import { freeze, standing } from './events/release.ts';

/**
 * `npm run events` writes docs/events from the definitions; `-- --check` compares the definitions with what was released;
 * `-- --release` freezes new versions and compatible additions.
 */
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean' }, release: { type: 'boolean' } } });

function formatted(folder: string): void {
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', folder], {
    cwd: root,
    stdio: 'pipe',
  });
}

function judged(): boolean {
  const { broken, unfrozen } = standing();
  for (const each of broken) console.error(`breaks readers: ${each}`);
  for (const each of unfrozen) console.error(`not frozen yet: ${each}`);
  if (broken.length + unfrozen.length === 0) console.log('every event reads as it was released');
  else if (broken.length === 0) console.error('harms nobody; freeze it with npm run events -- --release');
  return broken.length + unfrozen.length === 0;
}

if (values.check === true) {
  process.exitCode = judged() ? 0 : 1;
} else if (values.release === true && standing().broken.length > 0) {
  judged();
  process.exitCode = 1;
} else {
  if (values.release === true) {
    console.log(`frozen: ${freeze()} versions in packages/contracts/released`);
    formatted('packages/contracts/released');
  }
  writeCatalogue();
  formatted('docs/events');
  console.log(`docs/events: ${filesOfCatalogue().size} files`);
}
