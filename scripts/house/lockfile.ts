import type { Complaint, HouseFile } from './house-file.ts';

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const publicRegistry = 'https://registry.npmjs.org/';

/**
 * The lock file may not tie an installation to the registry of whoever wrote it: it names no address at all, or
 * the public one.
 */
export function foreignAddresses(files: readonly HouseFile[]): Complaint[] {
  return files.flatMap(({ path, text }) => {
    if (path.endsWith('.npmrc')) {
      return /^\s*(@[\w-]+:)?registry\s*=/m.test(text)
        ? [`${path} names a registry: leave that to each user`]
        : [];
    }
    if (!path.endsWith('package-lock.json')) return [];
    const packages = lockedPackages(text);
    return Object.entries(packages)
      .filter(([, { resolved, link }]) => resolved && !link && !resolved.startsWith(publicRegistry))
      .map(
        ([name]) =>
          `${path} ties ${name} to a registry of its own: delete "resolved" there (npm install does, with omit-lockfile-registry-resolved)`,
      );
  });
}

/**
 * `npm ci` refuses a lock file that lacks a package for some other platform, which happens when that package could
 * not be reached while the file was written.
 */
export function missingPlatforms(files: readonly HouseFile[]): Complaint[] {
  return files
    .filter(({ path }) => path.endsWith('package-lock.json'))
    .flatMap(({ path, text }) => {
      const packages = lockedPackages(text);
      return Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
        Object.entries(optionalDependencies ?? {})
          .filter(([name]) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`])
          .map(
            ([name, version]) =>
              `${path} lacks ${name} ${version}, which ${place} may need elsewhere, so npm ci refuses it: take a version of ${place} whose packages are all to be had`,
          ),
      );
    });
}

function lockedPackages(text: string): Record<string, Locked> {
  return (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
}
