import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';

const condition = z.looseObject({ condition: z.string() });

/** Put together from several files it is a list of `NAME=value`; a name alone takes what this machine has. */
const environment = z.union([
  z.record(z.string(), z.string().nullable()),
  z.array(z.string()).transform((pairs) =>
    Object.fromEntries(
      pairs.map((pair): [string, string | null] => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, null] : [pair.slice(0, at), pair.slice(at + 1)];
      }),
    ),
  ),
]);

const service = z.looseObject({
  image: z.string(),
  build: z.looseObject({ target: z.string() }).optional(),
  user: z.string().optional(),
  restart: z.string().optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  privileged: z.boolean().default(false),
  security_opt: z.array(z.string()).default([]),
  environment: environment.default({}),
  healthcheck: z.looseObject({ disable: z.boolean().optional() }).optional(),
  depends_on: z.record(z.string(), condition).default({}),
  ports: z
    .array(z.looseObject({ host_ip: z.string().optional(), target: z.number(), published: z.string() }))
    .default([]),
  volumes: z
    .array(z.looseObject({ type: z.string(), source: z.string().optional(), target: z.string() }))
    .default([]),
  secrets: z.array(z.looseObject({ source: z.string(), target: z.string().optional() })).default([]),
  deploy: z
    .looseObject({
      resources: z.looseObject({
        limits: z.looseObject({
          cpus: z.union([z.string(), z.number()]),
          memory: z.string(),
          pids: z.number(),
        }),
      }),
    })
    .optional(),
});

const project = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()).default({}),
  secrets: z.record(z.string(), z.looseObject({ file: z.string().optional() })).default({}),
});

export type Project = z.output<typeof project>;
export type ComposeService = z.output<typeof service>;

/**
 * Compose files put together as `docker compose` does it, by its own loader, which also holds them against the schema of the
 * Compose specification. `given` are the variables that the files insist on. Throws with the loader's words.
 */
export function loadProject(
  loader: string,
  root: string,
  files: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Project {
  const copies = mkdtempSync(join(tmpdir(), 'jiandu-compose-'));
  try {
    // The loader's command line reads no variables: what the files insist on is put in beforehand.
    const paths = files.map((file) => {
      const copy = join(copies, basename(file));
      const text = readFileSync(join(root, file), 'utf8');
      writeFileSync(
        copy,
        text.replace(/\$\{(\w+):\?[^}]*\}/g, (all, name: string) => given[name] ?? all),
      );
      return copy;
    });
    const out = execFileSync(loader, ['-format', 'json', ...paths], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return project.parse(JSON.parse(out));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}
