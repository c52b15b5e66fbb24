import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openApiDocument } from '@jiandu/host';
import { printClient } from './client-printer.ts';
import { declaredServices } from './declared-services.ts';

export const root = join(import.meta.dirname, '..', '..', '..');
export const folder = join(import.meta.dirname, '..', 'src', 'generated');

/** The files of the generated client as they must stand in the repository, formatted like the rest of the house. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const document = openApiDocument(await declaredServices(root), { version: '0', demo: true });
  return new Map([...printClient(document)].map(([name, text]) => [name, formatted(name, text)]));
}

function formatted(name: string, text: string): string {
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const args = ['check', '--write', `--stdin-file-path=${join(folder, name)}`];
  const { status, stdout, stderr } = spawnSync(biome, args, { cwd: root, input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} cannot be formatted: ${stderr}`);
  return stdout;
}
