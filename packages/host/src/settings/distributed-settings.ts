import { z } from 'zod';
import { address, type Complain, checkShared, file, sharedSettings, whole } from './shared-settings.ts';

/** The services that run as a process each. */
export const serviceNames = [
  'registry',
  'intake',
  'investigation',
  'disposition',
  'assessment',
  'reporting',
] as const;

export type ServiceName = (typeof serviceNames)[number];

const addresses = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .pipe(z.array(z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port, separated by commas')).min(1));

/** Every setting of a process of the distributed house: one of the services, or the gateway. */
const fields = {
  ...sharedSettings,
  /** Which process this is. */
  JIANDU_SERVICE: z.enum([...serviceNames, 'gateway']),

  /** `esdb://host:2113?tls=true`, or `esdb+discover://…` for a cluster; without credentials. */
  JIANDU_EVENTSTORE_URL: z.url({ protocol: /^(esdb|kurrentdb)(\+discover)?$/ }).optional(),
  JIANDU_EVENTSTORE_USER: z.string().min(1).optional(),
  JIANDU_EVENTSTORE_PASSWORD_FILE: file.optional(),
  /** Certificate authority of the cluster; the system's own unless told. */
  JIANDU_EVENTSTORE_CA_FILE: file.optional(),

  /** `host:port`, separated by commas. */
  JIANDU_KAFKA_BROKERS: addresses.optional(),
  JIANDU_KAFKA_TLS: z.enum(['on', 'off']).default('off'),
  JIANDU_KAFKA_CA_FILE: file.optional(),
  JIANDU_KAFKA_SASL: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  JIANDU_KAFKA_USER: z.string().min(1).optional(),
  JIANDU_KAFKA_PASSWORD_FILE: file.optional(),
  /** Copies of every topic. */
  JIANDU_KAFKA_REPLICATION: whole(1, 7).default(3),

  /** `mongodb://host:27017/?replicaSet=rs0`; without credentials. */
  JIANDU_MONGO_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb://')
    .optional(),
  JIANDU_MONGO_DATABASE: z
    .string()
    .regex(/^[a-zA-Z][\w-]{0,62}$/)
    .default('jiandu'),
  /** Where the services keep the keys of personal data together, when each has a database of its own; that one unless told. */
  JIANDU_MONGO_KEYS_DATABASE: z
    .string()
    .regex(/^[a-zA-Z][\w-]{0,62}$/)
    .optional(),
  JIANDU_MONGO_USER: z.string().min(1).optional(),
  JIANDU_MONGO_PASSWORD_FILE: file.optional(),
  JIANDU_MONGO_CA_FILE: file.optional(),

  /** Where the gateway finds the services. */
  JIANDU_REGISTRY_URL: address.optional(),
  JIANDU_INTAKE_URL: address.optional(),
  JIANDU_INVESTIGATION_URL: address.optional(),
  JIANDU_DISPOSITION_URL: address.optional(),
  JIANDU_ASSESSMENT_URL: address.optional(),
  JIANDU_REPORTING_URL: address.optional(),

  /** Key that signs sessions of the demonstration, the same for all processes; a private JWK. */
  JIANDU_SESSION_KEY_FILE: file.optional(),
  /** Where spans are sent (OTLP over HTTP); no tracing unless told. */
  JIANDU_OTLP_URL: address.optional(),
  /** Share of new traces that are recorded, 0 to 1. */
  JIANDU_TRACE_RATIO: z.coerce.number().min(0).max(1).default(1),
} as const;

type Fields = z.output<z.ZodObject<typeof fields>>;

/** Secrets come as files; what is named here is not shown. */
export const hiddenDistributedSettings: readonly string[] = Object.keys(fields).filter((name) =>
  /_(PASSWORD|KEY|SECRET)_FILE$/.test(name),
);

/** Name of the setting that says where a service is. */
export function addressSetting(service: ServiceName): `JIANDU_${Uppercase<ServiceName>}_URL` {
  return `JIANDU_${service.toUpperCase() as Uppercase<ServiceName>}_URL`;
}

const ENGINES = ['JIANDU_EVENTSTORE_URL', 'JIANDU_KAFKA_BROKERS', 'JIANDU_MONGO_URL'] as const;

function checkGateway(value: Fields, complain: Complain): void {
  for (const name of serviceNames.map(addressSetting)) {
    if (value[name] === undefined) complain(name, 'is required for the gateway');
  }
}

function checkService(value: Fields, complain: Complain): void {
  for (const name of ENGINES) {
    if (value[name] === undefined) complain(name, 'is required for a service');
  }
  for (const name of ['JIANDU_MASTER_KEY_FILE', 'JIANDU_SESSION_KEY_FILE'] as const) {
    const inDemonstration = name === 'JIANDU_SESSION_KEY_FILE';
    if (inDemonstration && (value.JIANDU_MODE === 'production' || value.JIANDU_OIDC_ISSUER !== undefined))
      continue;
    if (value[name] === undefined) complain(name, 'is required: the processes share it');
  }
  const pairs = [
    ['JIANDU_EVENTSTORE_USER', 'JIANDU_EVENTSTORE_PASSWORD_FILE'],
    ['JIANDU_KAFKA_USER', 'JIANDU_KAFKA_PASSWORD_FILE'],
    ['JIANDU_KAFKA_USER', 'JIANDU_KAFKA_SASL'],
    ['JIANDU_MONGO_USER', 'JIANDU_MONGO_PASSWORD_FILE'],
  ] as const;
  for (const [one, other] of pairs) {
    if ((value[one] === undefined) !== (value[other] === undefined)) {
      complain(
        value[one] === undefined ? one : other,
        `is required with ${value[one] === undefined ? other : one}`,
      );
    }
  }
}

/** Over the network to others' machines: in production nothing goes unproven or in the clear. */
function checkProduction(value: Fields, complain: Complain): void {
  if (value.JIANDU_SESSION_KEY_FILE !== undefined)
    complain('JIANDU_SESSION_KEY_FILE', 'is refused in production');
  if (value.JIANDU_SERVICE === 'gateway') return;
  for (const name of ['JIANDU_EVENTSTORE_USER', 'JIANDU_KAFKA_USER', 'JIANDU_MONGO_USER'] as const) {
    if (value[name] === undefined) complain(name, 'is required in production');
  }
  if (value.JIANDU_KAFKA_TLS === 'off') complain('JIANDU_KAFKA_TLS', 'must be on in production');
  if (/[?&]tls=false\b/i.test(value.JIANDU_EVENTSTORE_URL ?? '')) {
    complain('JIANDU_EVENTSTORE_URL', 'must not say tls=false in production');
  }
  if (!/[?&]tls=true\b/i.test(value.JIANDU_MONGO_URL ?? '')) {
    complain('JIANDU_MONGO_URL', 'must say tls=true in production');
  }
}

export const distributedSettingsSchema = z.strictObject(fields).check(({ value, issues }) => {
  const complain: Complain = (name, message) =>
    issues.push({ code: 'custom', input: undefined, path: [name], message });
  if (value.JIANDU_SERVICE === 'gateway') {
    checkGateway(value, complain);
    if (value.JIANDU_MODE === 'production') checkProduction(value, complain);
    return;
  }
  checkShared(value, complain);
  checkService(value, complain);
  if (value.JIANDU_MODE === 'production') checkProduction(value, complain);
});

export type DistributedSettings = Readonly<z.output<typeof distributedSettingsSchema>>;
