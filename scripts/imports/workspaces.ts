import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One npm workspace of the house. */
export interface Workspace {
  /** Such as `packages/clocks`. */
  readonly folder: string;
  /** Such as `@jiandu/clocks`. */
  readonly name: string;
  /** Packages its sources may import: what whoever installs it gets as well. */
  readonly declared: ReadonlySet<string>;
  /** Packages only its tests and scripts may import. */
  readonly forTests: ReadonlySet<string>;
}

/** The part of a package.json that says what a package needs. */
export interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A workspace as its manifest describes it. */
export function workspace(folder: string, manifest: Manifest): Workspace {
  const { dependencies, peerDependencies, optionalDependencies, devDependencies } = manifest;
  return {
    folder,
    name: manifest.name ?? folder,
    declared: new Set(Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })),
    forTests: new Set(Object.keys(devDependencies ?? {})),
  };
}

/** Every workspace below a root folder, and the root itself as folder `''`. */
export function readWorkspaces(root: string): Workspace[] {
  return ['package.json', ...globSync('{packages,services,infra}/*/package.json', { cwd: root })].map(
    (path) =>
      workspace(
        path === 'package.json' ? '' : dirname(path).replaceAll('\\', '/'),
        JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest,
      ),
  );
}
