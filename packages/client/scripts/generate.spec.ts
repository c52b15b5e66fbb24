import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, generatedFiles } from './generated-files.ts';

test('the generated client is level with the declarations; otherwise: npm run generate -w packages/client', async () => {
  const wanted = await generatedFiles();
  expect(readdirSync(folder).sort()).toEqual([...wanted.keys()].sort());
  const stale = [...wanted].filter(([name, text]) => readFileSync(join(folder, name), 'utf8') !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
}, 60_000);
