/**
 * Who may import whom in this house, and which files stay pure. This is the one place that says so;
 * `docs/architecture.md` draws it.
 */

/** A workspace by its folder, such as `packages/clocks`; `services/*` stands for every service. */
export type Folder = string;

/** What each workspace may import of ours. Tests and scripts may import more. */
export const arrows: Readonly<Record<Folder, readonly Folder[] | 'everything'>> = {
  'packages/eventing': [],
  'packages/clocks': ['packages/eventing'],
  // The rules of clocks are catalogue data; their types belong to the engine that counts by them.
  'packages/catalogue': ['packages/eventing', 'packages/clocks'],
  'packages/contracts': ['packages/eventing'],
  'packages/access': ['packages/eventing'],
  'packages/transparency': ['packages/eventing'],
  'packages/adapters-embedded': ['packages/eventing'],
  'packages/adapters-distributed': ['packages/eventing'],
  'packages/host': [
    'packages/eventing',
    'packages/contracts',
    'packages/catalogue',
    'packages/clocks',
    'packages/access',
  ],
  'packages/client': ['packages/contracts', 'packages/eventing'],
  'packages/simulator': ['packages/client', 'packages/contracts', 'packages/catalogue', 'packages/clocks'],
  'packages/worked-matters': [
    'packages/client',
    'packages/contracts',
    'packages/catalogue',
    'packages/clocks',
  ],
  'services/*': [
    'packages/host',
    'packages/eventing',
    'packages/contracts',
    'packages/catalogue',
    'packages/clocks',
    'packages/access',
  ],
  // Composition roots, measurements and torture put the parts together, so they know them all.
  'infra/*': 'everything',
};

/** Libraries that speak to a store or a broker: only the adapters may know them. */
export const drivers: readonly string[] = [
  'node:sqlite',
  'better-sqlite3',
  'kafkajs',
  '@platformatic/kafka',
  '@eventstore/db-client',
  '@kurrent/kurrentdb-client',
  'mongodb',
];

/** Workspaces whose sources may import a driver. */
export const driverOwners = /^packages\/adapters-[^/]+$|^infra\/(?!standalone$)/;

/**
 * Files of deciders, folds, clocks and rules. They get time, randomness and data as arguments, so that replaying
 * a log years later gives the same answer.
 */
export const pureFiles =
  /^(services\/(?!console\/)[^/]+\/src\/(?!(.*\/)?policies\/)|packages\/(clocks|contracts|catalogue|access)\/src\/)/;

/** Globals that let the outside world into a pure file. */
export const impureGlobals: ReadonlySet<string> = new Set([
  'Date',
  'Math.random',
  'process',
  'globalThis',
  'crypto',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);

/** Tests and the scripts beside a package: outside the arrows and the purity of what they examine. */
export const examines = /\.spec\.tsx?$|\/test\/|(^|\/)scripts\//;
