import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { permissionDocument } from '../../scripts/permission-table.ts';

test('docs/permissions.md is level with the declarations; otherwise: npm run permissions', () => {
  const path = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'permissions.md');
  expect(readFileSync(path, 'utf8')).toBe(permissionDocument());
});
