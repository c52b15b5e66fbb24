import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionDocument } from './permission-table.ts';

/** Writes the permission matrix anew from the declarations of all services. */
writeFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'permissions.md'), permissionDocument());
