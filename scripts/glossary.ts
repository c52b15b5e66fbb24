import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { glossaryPage } from './glossary/page.ts';

/** `npm run glossary`: writes docs/glossary.md from the catalogue. */
const file = join(import.meta.dirname, '../docs/glossary.md');
writeFileSync(file, glossaryPage());
console.log(`docs/glossary.md: ${glossaryPage().split('\n').length} lines`);
