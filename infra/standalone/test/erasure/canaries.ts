import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A reporter whose every detail stands nowhere else. */
export const reporter = {
  kind: 'citizen',
  name: '金丝雀甲',
  phone: '13988887777',
  idNumber: '63010319800101771X',
  address: '金丝雀巷九十九号',
  language: 'zh',
};
export const statement = '金丝雀的原话：请为我保密。';

export const canaries: readonly string[] = [
  reporter.name,
  reporter.phone,
  reporter.idNumber,
  reporter.address,
  statement,
];

/** Every file below a directory, with what is in it. */
export function filesBelow(directory: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  );
}

/** Files below a directory that hold any of the texts, in the usual ways of writing text down. */
export function filesHolding(directory: string, texts: readonly string[]): readonly string[] {
  const forms = texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8'),
    Buffer.from(encodeURIComponent(text), 'utf8'),
    Buffer.from(Buffer.from(text, 'utf8').toString('hex'), 'utf8'),
  ]);
  return [...filesBelow(directory)]
    .filter(([, content]) => forms.some((form) => content.includes(form)))
    .map(([path]) => path);
}
