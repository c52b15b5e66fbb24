import type { Complaint, HouseFile } from './house-file.ts';

interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const build = 'node ../../scripts/build-package.ts';

/** Every dependency has one exact version in the whole house, and what a release ships can be built and says what it is. */
export function looseManifests(files: readonly HouseFile[]): Complaint[] {
  const seen = new Map<string, { version: string; path: string }>();
  const manifests = files
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .map(({ path, text }) => ({ path, manifest: JSON.parse(text) as Manifest }));
  const kept = new Set(manifests.flatMap(({ manifest }) => (manifest.private && manifest.name) || []));
  return manifests.flatMap(({ path, manifest }) => {
    const { dependencies, devDependencies } = manifest;
    const complaints = manifest.private ? [] : unshippable(path, manifest, kept);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
        complaints.push(`${path} wants ${name} ${version}: write one exact version`);
      }
      const before = seen.get(name);
      if (before && before.version !== version) {
        complaints.push(
          `${path} wants ${name} ${version}, but ${before.path} wants ${before.version}: agree on one`,
        );
      }
      seen.set(name, before ?? { version, path });
    }
    return complaints;
  });
}

function unshippable(path: string, manifest: Manifest, kept: ReadonlySet<string>): Complaint[] {
  const { description, license, scripts, dependencies } = manifest;
  const complaints = Object.keys(dependencies ?? {})
    .filter((name) => kept.has(name))
    .map((name) => `${path} is shipped by a release, but needs ${name}, which is "private": ship that too`);
  if (scripts?.['build'] !== build) {
    complaints.push(
      `${path} is shipped by a release: give it "build": "${build}", or make it "private": true`,
    );
  }
  if (!description) complaints.push(`${path} is shipped by a release: give it a "description"`);
  if (license !== 'Apache-2.0')
    complaints.push(`${path} is shipped by a release: give it "license": "Apache-2.0"`);
  return complaints;
}
