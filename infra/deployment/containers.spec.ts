import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

it('engines in containers of tests are those of the Compose file', () => {
  const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8')) as {
    readonly services: Readonly<Record<string, { readonly image?: string }>>;
  };
  const composed = Object.values(compose.services).map(({ image }) => image);
  const tested = readFileSync(join(root, 'infra/containers/src/engines.ts'), 'utf8');
  const images = [...tested.matchAll(/= '([\w./-]+:[\w.]+)'/g)].map(([, image]) => image);
  expect(images).toHaveLength(2);
  for (const image of images) expect(composed).toContain(image);
});
