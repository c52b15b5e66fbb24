/** The manifest of a package as it stands in the repository, its exports pointing at sources. */
export interface SourceManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: unknown;
  readonly devDependencies?: unknown;
  readonly [key: string]: unknown;
}

/** The manifest of the same package as it is published: exports and commands point at built files. */
export function distManifest(source: SourceManifest): Record<string, unknown> {
  const { scripts: _scripts, devDependencies: _tools, private: _private, exports, bin, ...kept } = source;
  return {
    ...kept,
    // Node 24 is the first that this code is tested on; sources run there without a build.
    engines: { node: '>=24' },
    exports: Object.fromEntries(
      Object.entries(exports).map(([name, path]) => [
        name,
        path.endsWith('.ts') ? { types: built(path, '.d.ts'), default: built(path, '.js') } : built(path, ''),
      ]),
    ),
    ...(bin && {
      bin: Object.fromEntries(Object.entries(bin).map(([name, path]) => [name, built(path, '.js')])),
    }),
  };
}

/** `./src/testing/index.ts` becomes `./src/testing/index.js`. */
function built(path: string, extension: string): string {
  if (!path.startsWith('./src/')) throw new Error(`exports ${path}, but only what ./src imports is built`);
  return extension === '' ? path : path.replace(/\.ts$/, extension);
}
