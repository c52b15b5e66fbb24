import { writeFileSync } from 'node:fs';
import { generated } from './generated.ts';

/** Writes the deployment files that follow from tables of the house. */
for (const { file, text, executable } of generated())
  writeFileSync(file, text, { mode: executable ? 0o755 : 0o644 });
