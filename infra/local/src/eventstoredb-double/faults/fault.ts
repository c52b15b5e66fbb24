/** What can be made to go wrong. The README says what each does. */
export const FAULTS = [
  'refuse',
  'delay',
  'drop-after-append',
  'drop-subscription',
  'not-leader',
  'disk-full',
] as const;

export type FaultName = (typeof FAULTS)[number];

/** Where it can go wrong. `append` counts each append, however many share a call. */
export const OPERATIONS = ['append', 'delete', 'read', 'subscribe', 'features', 'gossip'] as const;

export type Operation = (typeof OPERATIONS)[number];

/** A fault to switch on. Without `calls` and `forMs` it stays until it is cleared. */
export interface FaultToArm {
  readonly fault: FaultName;
  /** Where; each fault has its usual places. */
  readonly operations?: readonly Operation[];
  /** How often it fires before it is over. */
  readonly calls?: number;
  /** Milliseconds after which it is over. */
  readonly forMs?: number;
  /** Share of the calls it strikes, above 0 to 1, drawn from a generator; all of them unless told. */
  readonly share?: number;
  /** Seed of that generator; 1 unless told. */
  readonly seed?: number;
  /** Milliseconds of a `delay`; 100 unless told. */
  readonly ms?: number;
  /** Where `not-leader` sends the caller; to this server unless told. */
  readonly leader?: { readonly host: string; readonly port: number };
}

/** How often each fault fired since the process started. */
export type FaultCounts = Readonly<Record<FaultName, number>>;

const USUAL: Readonly<Record<FaultName, readonly Operation[]>> = {
  refuse: ['append', 'delete', 'read', 'subscribe'],
  delay: ['append', 'delete', 'read', 'subscribe'],
  'drop-after-append': ['append'],
  'drop-subscription': ['subscribe'],
  'not-leader': ['append', 'delete', 'read', 'subscribe'],
  'disk-full': ['append', 'delete'],
};

export function usualOperations(fault: FaultName): readonly Operation[] {
  return USUAL[fault];
}

/** @throws RangeError saying what is wrong with it */
export function parseFault(value: unknown): FaultToArm {
  const said = record(value, 'a fault');
  const fault = oneOf(FAULTS, said['fault'], 'fault');
  const operations = said['operations'];
  if (operations !== undefined && !Array.isArray(operations))
    throw new RangeError('operations is not a list');
  const leader = said['leader'] === undefined ? undefined : record(said['leader'], 'leader');
  return {
    fault,
    operations: operations?.map((each) => oneOf(OPERATIONS, each, 'operation')) ?? usualOperations(fault),
    ...optional('calls', within(said['calls'], 'calls', 1, 1e9)),
    ...optional('forMs', within(said['forMs'], 'forMs', 1, 1e9)),
    ...optional('share', within(said['share'], 'share', Number.MIN_VALUE, 1)),
    ...optional('seed', within(said['seed'], 'seed', 0, 2 ** 32 - 1)),
    ...optional('ms', within(said['ms'], 'ms', 0, 1e7)),
    ...(leader && {
      leader: { host: String(leader['host']), port: within(leader['port'], 'port', 1, 65_535) ?? 1 },
    }),
  };
}

function record(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new RangeError(`${name} is not an object`);
  return { ...value };
}

function oneOf<T extends string>(all: readonly T[], value: unknown, name: string): T {
  const found = all.find((each) => each === value);
  if (found === undefined) throw new RangeError(`${name} is none of ${all.join(', ')}`);
  return found;
}

function within(value: unknown, name: string, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw new RangeError(`${name} is not a number from ${least} to ${most}`);
  return value;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}
