import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missing, programOf } from './tools.ts';

const root = join(import.meta.dirname, '../..');

describe('the image', () => {
  test('holds everything that its programs import, and no server for tests', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => /^infra\//.test(line));
    expect(ignored).toContain('infra/local/src');
    const entries = [
      'infra/distributed/src/main.ts',
      'infra/standalone/src/main.ts',
      'infra/deployment/demonstration-keys.ts',
      'infra/deployment/event-store-access.ts',
    ];
    const reached = new Set<string>();
    const follow = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.ts)'/g))
        follow(join(file, '..', path));
      expect(readFileSync(file, 'utf8'), file).not.toContain("from '@jiandu/local-servers");
    };
    for (const entry of entries) follow(join(root, entry));
    const within = [...reached].map((file) => file.slice(root.length + 1));
    expect(within.filter((file) => ignored.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  });

  test('the Dockerfile has no complaint of hadolint', (context) => {
    const hadolint = programOf('hadolint');
    if (hadolint === undefined) return context.skip(missing('hadolint'));
    expect(execFileSync(hadolint, ['--no-color', 'Dockerfile'], { cwd: root, encoding: 'utf8' })).toBe('');
  });
});
