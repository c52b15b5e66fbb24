import { parseArgs } from 'node:util';
import { type Settings, secretSettings, settingsSchema } from './settings.ts';

/** Settings that cannot be used; the message has one line for each thing that is wrong. */
export class WrongSettings extends Error {}

export interface Start {
  readonly settings: Settings;
  /** Print the settings and stop. */
  readonly printConfig: boolean;
}

const FLAGS = {
  mode: 'JIANDU_MODE',
  host: 'JIANDU_HOST',
  port: 'JIANDU_PORT',
  data: 'JIANDU_DATA',
  'log-level': 'JIANDU_LOG_LEVEL',
} as const;

/** Reads the settings from the environment and the command line, which wins. Throws `WrongSettings`. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): Start {
  const { printConfig, flags } = readFlags(argv);
  const given = Object.entries(env).filter(([name, value]) => name.startsWith('JIANDU_') && value !== '');
  const parsed = settingsSchema.safeParse({ ...Object.fromEntries(given), ...flags });
  if (parsed.success) return { settings: parsed.data, printConfig };
  const lines = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')}: no such setting`
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new WrongSettings(lines.join('\n'));
}

function readFlags(argv: readonly string[]) {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...Object.fromEntries(names.map((name) => [name, text])),
        'print-config': { type: 'boolean' },
      },
    });
    const told: Readonly<Record<string, unknown>> = values;
    const flags = names.flatMap((name) => (name in told ? [[FLAGS[name], told[name]]] : []));
    return { printConfig: told['print-config'] === true, flags: Object.fromEntries(flags) };
  } catch (error) {
    throw new WrongSettings(error instanceof Error ? error.message : String(error));
  }
}

/** The settings as they may be shown, one a line; secrets hidden. */
export function describeSettings(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${secretSettings.includes(name) ? '(hidden)' : String(value)}`)
    .join('\n');
}
