import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, generatedFiles } from './generated-files.ts';

/** Writes the generated client anew from the declarations of all services. */
const files = await generatedFiles();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
  if (!files.has(name)) rmSync(join(folder, name));
}
for (const [name, text] of files) writeFileSync(join(folder, name), text);
console.log(`client: ${files.size} files generated`);
