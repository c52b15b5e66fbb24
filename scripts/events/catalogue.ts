import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { asyncApi } from './async-api.ts';
import { eventsPage } from './page.ts';
import { publishedEvents, schemaFilesOf } from './published.ts';

/** Folder of the catalogue. */
export const CATALOGUE = new URL('../../docs/events/', import.meta.url);

/** Every generated file with its content: text as it is, everything else as JSON. */
export function filesOfCatalogue(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['README.md', eventsPage()],
    ['asyncapi.json', asyncApi()],
    ...publishedEvents.flatMap(schemaFilesOf).map(({ file, schema }) => [file, schema] as const),
  ]);
}

/** Names of the schema files that lie there. */
export function schemaFilesThere(): readonly string[] {
  return readdirSync(new URL('schemas/', CATALOGUE), { recursive: true })
    .map((name) => `schemas/${String(name)}`)
    .filter((name) => name.endsWith('.json'));
}

/** Writes the catalogue anew; schemas of events that are no more go. */
export function writeCatalogue(): void {
  rmSync(new URL('schemas/', CATALOGUE), { recursive: true, force: true });
  mkdirSync(new URL('schemas/open/', CATALOGUE), { recursive: true });
  for (const [file, content] of filesOfCatalogue()) {
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(new URL(file, CATALOGUE), text);
  }
}
