import { describe, expect, test } from 'vitest';
import { describeSettings, readSettings, WrongSettings } from './read-settings.ts';

describe('settings', () => {
  test('without any: demonstration on loopback', () => {
    const { settings, printConfig } = readSettings({ PATH: '/bin' }, []);
    expect(settings).toMatchObject({
      JIANDU_MODE: 'demo',
      JIANDU_HOST: '127.0.0.1',
      JIANDU_PORT: 7080,
      JIANDU_DATA: './data',
    });
    expect(printConfig).toBe(false);
  });

  test('the command line wins over the environment', () => {
    const { settings } = readSettings({ JIANDU_PORT: '1', JIANDU_DATA: 'a' }, ['--port', '0', '--data=b']);
    expect([settings.JIANDU_PORT, settings.JIANDU_DATA]).toEqual([0, 'b']);
  });

  test('origins are a list', () => {
    const { settings } = readSettings({ JIANDU_CORS_ORIGINS: 'https://a.example, https://b.example' }, []);
    expect(settings.JIANDU_CORS_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
  });

  const production = {
    JIANDU_MODE: 'production',
    JIANDU_MASTER_KEY_FILE: '/run/secrets/key',
    JIANDU_OIDC_ISSUER: 'https://id.example',
    JIANDU_OIDC_AUDIENCE: 'jiandu',
  };

  test.each([
    [{ JIANDU_PROT: '1' }, [], 'JIANDU_PROT: no such setting'],
    [{ JIANDU_PORT: 'x' }, [], 'JIANDU_PORT: '],
    [{ JIANDU_PORT: '70000' }, [], 'JIANDU_PORT: '],
    [{ JIANDU_MODE: 'prod' }, [], 'JIANDU_MODE: '],
    [{}, ['--colour'], 'colour'],
    [{}, ['stray'], 'stray'],
    [{ ...production, JIANDU_MASTER_KEY_FILE: '' }, [], 'JIANDU_MASTER_KEY_FILE: is required in production'],
    [{ ...production, JIANDU_OIDC_ISSUER: undefined }, [], 'JIANDU_OIDC_ISSUER: is required in production'],
    [{ ...production, JIANDU_OIDC_AUDIENCE: undefined }, [], 'JIANDU_OIDC_AUDIENCE: is required'],
    [
      { JIANDU_OIDC_ROLES_CLAIM: 'roles' },
      [],
      'JIANDU_OIDC_ISSUER: is required with JIANDU_OIDC_ROLES_CLAIM',
    ],
    [
      { ...production, JIANDU_OIDC_CLIENT_ID: 'jiandu' },
      [],
      'JIANDU_OIDC_CLIENT_SECRET_FILE: is required with JIANDU_OIDC_CLIENT_ID',
    ],
    [{ ...production, JIANDU_OIDC_RECHECK: '61' }, [], 'JIANDU_OIDC_RECHECK: '],
    [
      { ...production, JIANDU_DEMO_CLOCK: '2025-01-01T00:00:00Z' },
      [],
      'JIANDU_DEMO_CLOCK: is refused in production',
    ],
  ])('%j %j: %s', (env, argv, message) => {
    expect(() => readSettings(env, argv)).toThrow(WrongSettings);
    expect(() => readSettings(env, argv)).toThrow(message);
  });

  test('printing them hides secrets', () => {
    const asking = { JIANDU_OIDC_CLIENT_ID: 'jiandu', JIANDU_OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc' };
    const { settings, printConfig } = readSettings({ ...production, ...asking }, ['--print-config']);
    expect(printConfig).toBe(true);
    const shown = describeSettings(settings);
    expect(shown).toContain('JIANDU_MASTER_KEY_FILE=(hidden)');
    expect(shown).toContain('JIANDU_OIDC_CLIENT_SECRET_FILE=(hidden)');
    expect(shown).not.toContain('/run/secrets');
    expect(shown).toContain('JIANDU_PORT=7080');
  });
});
