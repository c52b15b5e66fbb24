import { z } from 'zod';

export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
export const address = z.url({ protocol: /^https?$/ });
export const file = z.string().min(1);

/** Settings of every process that serves HTTP, by the name of the environment variable. */
export const sharedSettings = {
  JIANDU_MODE: z.enum(['demo', 'test', 'production']).default('demo'),
  /** Address to listen on; loopback unless told. */
  JIANDU_HOST: z.string().min(1).default('127.0.0.1'),
  /** 0 takes a free port. */
  JIANDU_PORT: whole(0, 65_535).default(7080),
  /** File with the key that wraps the keys of personal data, mounted as a secret. */
  JIANDU_MASTER_KEY_FILE: file.optional(),
  JIANDU_OIDC_ISSUER: address.optional(),
  JIANDU_OIDC_AUDIENCE: z.string().min(1).optional(),
  /** Where the issuer's keys are; its discovery document says so unless told. */
  JIANDU_OIDC_JWKS_URI: address.optional(),
  /** Claim that holds the id of the person. */
  JIANDU_OIDC_PERSON_CLAIM: z.string().min(1).default('sub'),
  /** Claim that limits a session to offices in the units it names. */
  JIANDU_OIDC_UNIT_CLAIM: z.string().min(1).optional(),
  /** Claim that limits a session to the roles it names. */
  JIANDU_OIDC_ROLES_CLAIM: z.string().min(1).optional(),
  /** Client as which the issuer is asked whether a token still counts. */
  JIANDU_OIDC_CLIENT_ID: z.string().min(1).optional(),
  JIANDU_OIDC_CLIENT_SECRET_FILE: file.optional(),
  /** Where to ask; the issuer's discovery document says so unless told. */
  JIANDU_OIDC_INTROSPECTION_URI: address.optional(),
  /** Seconds after which a token in use is proven anew. */
  JIANDU_OIDC_RECHECK: whole(1, 60).default(30),
  /** Person who becomes system administrator when a house opens that knows nobody yet. */
  JIANDU_FIRST_ADMIN: z
    .string()
    .regex(/^P-[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, 'must be the id of a person, such as P-630000-guan')
    .optional(),
  JIANDU_LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Requests a second of one person; 0 for no limit. */
  JIANDU_RATE_LIMIT: whole(0, 1_000_000).default(500),
  /** Bytes of a command's body. */
  JIANDU_BODY_LIMIT: whole(1_024, 64 * 1_024 * 1_024).default(256 * 1_024),
  /** Milliseconds that `?after=` waits at most. */
  JIANDU_AFTER_TIMEOUT: whole(0, 60_000).default(5_000),
  /** Origins whose pages may call, separated by commas. */
  JIANDU_CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .pipe(z.array(address).min(1))
    .optional(),
  /** Instant at which the clock of the demonstration stands at the start. */
  JIANDU_DEMO_CLOCK: z.iso.datetime({ offset: true }).optional(),
} as const;

type Shared = z.output<z.ZodObject<typeof sharedSettings>>;

/** Says what is wrong with a setting, by its name. */
export type Complain = (name: string, message: string) => void;

/** What holds between shared settings. */
export function checkShared(value: Shared, complain: Complain): void {
  if (value.JIANDU_MODE === 'production') {
    for (const name of ['JIANDU_MASTER_KEY_FILE', 'JIANDU_OIDC_ISSUER'] as const) {
      if (value[name] === undefined) complain(name, 'is required in production');
    }
    if (value.JIANDU_DEMO_CLOCK !== undefined) complain('JIANDU_DEMO_CLOCK', 'is refused in production');
  }
  if (value.JIANDU_OIDC_ISSUER !== undefined && value.JIANDU_OIDC_AUDIENCE === undefined) {
    complain('JIANDU_OIDC_AUDIENCE', 'is required with JIANDU_OIDC_ISSUER');
  }
  checkIssuer(value, complain);
}

/** What only makes sense together: a limit or a secret that nobody uses would be a false comfort. */
function checkIssuer(value: Shared, complain: Complain): void {
  const needs = [
    ['JIANDU_OIDC_UNIT_CLAIM', 'JIANDU_OIDC_ISSUER'],
    ['JIANDU_OIDC_ROLES_CLAIM', 'JIANDU_OIDC_ISSUER'],
    ['JIANDU_OIDC_CLIENT_ID', 'JIANDU_OIDC_ISSUER'],
    ['JIANDU_OIDC_CLIENT_ID', 'JIANDU_OIDC_CLIENT_SECRET_FILE'],
    ['JIANDU_OIDC_CLIENT_SECRET_FILE', 'JIANDU_OIDC_CLIENT_ID'],
    ['JIANDU_OIDC_INTROSPECTION_URI', 'JIANDU_OIDC_CLIENT_ID'],
  ] as const;
  for (const [one, other] of needs) {
    if (value[one] !== undefined && value[other] === undefined) complain(other, `is required with ${one}`);
  }
}

/** Settings that are not shown. */
export const secretSettings: readonly string[] = ['JIANDU_MASTER_KEY_FILE', 'JIANDU_OIDC_CLIENT_SECRET_FILE'];
