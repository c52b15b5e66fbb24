import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Schema } from '@jiandu/contracts';

/** Where the JSON Schema of every released version of every event is kept; what consumers were promised. */
export const RELEASED = new URL('../../packages/contracts/released/', import.meta.url);

export function releasedFile(type: string, version: number): URL {
  return new URL(`${type}.v${version}.json`, RELEASED);
}

/** The frozen schema of a version; throws when it was never frozen. */
export function readReleased(type: string, version: number): Schema {
  return JSON.parse(readFileSync(releasedFile(type, version), 'utf8'));
}

/** Every released version: `{ type, version }`. */
export function releasedVersions(): readonly { readonly type: string; readonly version: number }[] {
  if (!existsSync(RELEASED)) return [];
  return readdirSync(RELEASED).flatMap((file) => {
    const [, type, version] = /^([A-Za-z]+)\.v(\d+)\.json$/.exec(file) ?? [];
    return type === undefined ? [] : [{ type, version: Number(version) }];
  });
}
