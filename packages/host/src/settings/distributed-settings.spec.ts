import { describe, expect, test } from 'vitest';
import { describeSettings, readDistributedSettings, WrongSettings } from './read-settings.ts';

const engines = {
  JIANDU_EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  JIANDU_KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  JIANDU_MONGO_URL: 'mongodb://127.0.0.1:27017/?replicaSet=rs0',
  JIANDU_MASTER_KEY_FILE: 'keys/master.key',
};
const demo = { ...engines, JIANDU_SERVICE: 'intake', JIANDU_SESSION_KEY_FILE: 'keys/session.jwk' };
const production = {
  ...engines,
  JIANDU_SERVICE: 'intake',
  JIANDU_MODE: 'production',
  JIANDU_OIDC_ISSUER: 'https://id.example',
  JIANDU_OIDC_AUDIENCE: 'jiandu',
  JIANDU_EVENTSTORE_URL: 'esdb+discover://record.example:2113',
  JIANDU_EVENTSTORE_USER: 'jiandu',
  JIANDU_EVENTSTORE_PASSWORD_FILE: '/run/secrets/record',
  JIANDU_KAFKA_TLS: 'on',
  JIANDU_KAFKA_SASL: 'scram-sha-512',
  JIANDU_KAFKA_USER: 'jiandu-intake',
  JIANDU_KAFKA_PASSWORD_FILE: '/run/secrets/kafka',
  JIANDU_MONGO_URL: 'mongodb://views.example/?replicaSet=rs0&tls=true',
  JIANDU_MONGO_USER: 'jiandu',
  JIANDU_MONGO_PASSWORD_FILE: '/run/secrets/mongo',
};
const gateway = {
  JIANDU_SERVICE: 'gateway',
  JIANDU_REGISTRY_URL: 'http://127.0.0.1:7081',
  JIANDU_INTAKE_URL: 'http://127.0.0.1:7082',
  JIANDU_INVESTIGATION_URL: 'http://127.0.0.1:7083',
  JIANDU_DISPOSITION_URL: 'http://127.0.0.1:7084',
  JIANDU_ASSESSMENT_URL: 'http://127.0.0.1:7085',
  JIANDU_REPORTING_URL: 'http://127.0.0.1:7086',
};

describe('settings of a process of the distributed house', () => {
  test('a service knows its three engines', () => {
    const { settings } = readDistributedSettings(demo, ['--port', '7082']);
    expect(settings).toMatchObject({
      JIANDU_SERVICE: 'intake',
      JIANDU_PORT: 7082,
      JIANDU_KAFKA_BROKERS: ['127.0.0.1:9092', '127.0.0.1:9093'],
      JIANDU_MONGO_DATABASE: 'jiandu',
      JIANDU_KAFKA_REPLICATION: 3,
    });
  });

  test('the gateway knows where the services are, and no engine', () => {
    expect(readDistributedSettings(gateway, []).settings.JIANDU_SERVICE).toBe('gateway');
  });

  test('production is accepted when everything is proven and nothing goes in the clear', () => {
    expect(readDistributedSettings(production, []).settings.JIANDU_MODE).toBe('production');
  });

  test.each([
    [{ ...demo, JIANDU_SERVICE: 'kitchen' }, 'JIANDU_SERVICE: '],
    [{ ...demo, JIANDU_SERVICE: undefined }, 'JIANDU_SERVICE: '],
    [{ ...demo, JIANDU_DATA: './data' }, 'JIANDU_DATA: no such setting'],
    [{ ...demo, JIANDU_EVENTSTORE_URL: 'http://127.0.0.1' }, 'JIANDU_EVENTSTORE_URL: '],
    [{ ...demo, JIANDU_EVENTSTORE_URL: '' }, 'JIANDU_EVENTSTORE_URL: is required for a service'],
    [{ ...demo, JIANDU_KAFKA_BROKERS: 'kafka' }, 'must be host:port'],
    [{ ...demo, JIANDU_MONGO_URL: 'http://x' }, 'must begin with mongodb://'],
    [{ ...demo, JIANDU_KAFKA_USER: 'a' }, 'JIANDU_KAFKA_PASSWORD_FILE: is required with JIANDU_KAFKA_USER'],
    [
      { ...demo, JIANDU_MONGO_PASSWORD_FILE: 'a' },
      'JIANDU_MONGO_USER: is required with JIANDU_MONGO_PASSWORD_FILE',
    ],
    [{ ...demo, JIANDU_SESSION_KEY_FILE: '' }, 'JIANDU_SESSION_KEY_FILE: is required'],
    [{ ...gateway, JIANDU_INTAKE_URL: '' }, 'JIANDU_INTAKE_URL: is required for the gateway'],
    [{ ...production, JIANDU_SESSION_KEY_FILE: 'a' }, 'JIANDU_SESSION_KEY_FILE: is refused in production'],
    [{ ...production, JIANDU_KAFKA_TLS: 'off' }, 'JIANDU_KAFKA_TLS: must be on in production'],
    [{ ...production, JIANDU_MONGO_URL: engines.JIANDU_MONGO_URL }, 'JIANDU_MONGO_URL: must say tls=true'],
    [{ ...production, JIANDU_EVENTSTORE_URL: engines.JIANDU_EVENTSTORE_URL }, 'must not say tls=false'],
    [
      { ...production, JIANDU_EVENTSTORE_USER: '', JIANDU_EVENTSTORE_PASSWORD_FILE: '' },
      'JIANDU_EVENTSTORE_USER: is required in production',
    ],
    [{ ...production, JIANDU_OIDC_ISSUER: '' }, 'JIANDU_OIDC_ISSUER: is required in production'],
  ])('%#: %s', (env, message) => {
    expect(() => readDistributedSettings(env, [])).toThrow(WrongSettings);
    expect(() => readDistributedSettings(env, [])).toThrow(message);
  });

  test('printing them hides where secrets are', () => {
    const shown = describeSettings(readDistributedSettings(production, []).settings);
    expect(shown).not.toContain('/run/secrets');
    for (const name of ['MASTER_KEY', 'EVENTSTORE_PASSWORD', 'KAFKA_PASSWORD', 'MONGO_PASSWORD'])
      expect(shown).toContain(`JIANDU_${name}_FILE=(hidden)`);
  });
});
