/**
 * Puts one example of every released event version that has none yet into `corpus/`. Files that are there are
 * never touched: they are what logs in the field hold.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { houseEvents, jsonSchemaOf } from '../src/index.ts';
import { sampleOf } from '../test/sample.ts';

for (const definition of houseEvents) {
  const file = new URL(`../corpus/${definition.type}.v${definition.version}.json`, import.meta.url);
  if (existsSync(file)) continue;
  const sample = definition.schema.parse(sampleOf(jsonSchemaOf(definition)));
  writeFileSync(file, `${JSON.stringify(sample, null, 2)}\n`);
  console.log(`added ${definition.type} version ${definition.version}`);
}

const corpus = fileURLToPath(new URL('../corpus', import.meta.url));
execFileSync('npx', ['biome', 'format', '--write', corpus], { stdio: 'inherit' });
