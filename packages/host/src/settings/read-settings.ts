import { parseArgs } from 'node:util';
import type { z } from 'zod';
import {
  type DistributedSettings,
  distributedSettingsSchema,
  hiddenDistributedSettings,
} from './distributed-settings.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { secretSettings } from './shared-settings.ts';

/** Settings that cannot be used; the message has one line for each thing that is wrong. */
export class WrongSettings extends Error {}

export interface Start<S = Settings> {
  readonly settings: S;
  /** Print the settings and stop. */
  readonly printConfig: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Flags = Readonly<Record<string, string>>;

const FLAGS = {
  mode: 'JIANDU_MODE',
  host: 'JIANDU_HOST',
  port: 'JIANDU_PORT',
  data: 'JIANDU_DATA',
  'log-level': 'JIANDU_LOG_LEVEL',
} as const;

const SERVICE_FLAGS = {
  service: 'JIANDU_SERVICE',
  mode: 'JIANDU_MODE',
  host: 'JIANDU_HOST',
  port: 'JIANDU_PORT',
  'log-level': 'JIANDU_LOG_LEVEL',
} as const;

/** Reads the settings of the embedded house from the environment and the command line, which wins. Throws `WrongSettings`. */
export function readSettings(env: Environment, argv: readonly string[]): Start {
  return read(settingsSchema, FLAGS, env, argv);
}

/** The same for one process of the distributed house. Throws `WrongSettings`. */
export function readDistributedSettings(
  env: Environment,
  argv: readonly string[],
): Start<DistributedSettings> {
  return read(distributedSettingsSchema, SERVICE_FLAGS, env, argv);
}

function read<S>(schema: z.ZodType<S>, known: Flags, env: Environment, argv: readonly string[]): Start<S> {
  const { printConfig, flags } = readFlags(known, argv);
  const given = Object.entries(env).filter(([name, value]) => name.startsWith('JIANDU_') && value !== '');
  const parsed = schema.safeParse({ ...Object.fromEntries(given), ...flags });
  if (parsed.success) return { settings: parsed.data, printConfig };
  const lines = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')}: no such setting`
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new WrongSettings(lines.join('\n'));
}

function readFlags(known: Flags, argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...Object.fromEntries(Object.keys(known).map((name) => [name, text])),
        'print-config': { type: 'boolean' },
      },
    });
    const told: Readonly<Record<string, unknown>> = values;
    const flags = Object.entries(known).flatMap(([flag, name]) => (flag in told ? [[name, told[flag]]] : []));
    return { printConfig: told['print-config'] === true, flags: Object.fromEntries(flags) };
  } catch (error) {
    throw new WrongSettings(error instanceof Error ? error.message : String(error));
  }
}

/** The settings as they may be shown, one a line; secrets hidden. */
export function describeSettings(settings: Settings | DistributedSettings): string {
  const hidden = new Set([...secretSettings, ...hiddenDistributedSettings]);
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${hidden.has(name) ? '(hidden)' : String(value)}`)
    .join('\n');
}
