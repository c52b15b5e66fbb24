import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '@jiandu/eventing';

/** Every service of the house, found by its table of contents; in the order of their names. */
export async function declaredServices(root: string): Promise<readonly Service[]> {
  const files = readdirSync(join(root, 'services'))
    .sort()
    .map((name) => join(root, 'services', name, 'src', 'service.ts'))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<object>));
  return modules.flatMap((exported) => Object.values(exported).filter(isService));
}

function isService(value: unknown): value is Service {
  return (
    typeof value === 'object' &&
    value !== null &&
    'aggregates' in value &&
    'queries' in value &&
    'views' in value
  );
}
