import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readDistributedSettings, readSettings } from '@jiandu/host';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ComposeService, loadProject, type Project } from './compose.ts';
import { missing, programOf } from './tools.ts';

const root = join(import.meta.dirname, '../..');
const loader = programOf('compose-go');
const production = ['docker-compose.yml', 'infra/compose/production.yml'];
const issuer = { JIANDU_OIDC_ISSUER: 'https://id.example/realms/qh', JIANDU_OIDC_AUDIENCE: 'jiandu' };

/** Every way in which the files are put together. */
const stacks: Readonly<Record<string, readonly string[]>> = {
  demonstration: ['docker-compose.yml'],
  'demonstration, looked inside': ['docker-compose.yml', 'infra/compose/look-inside.yml'],
  'demonstration, signed in at Keycloak': [
    'docker-compose.yml',
    'infra/compose/look-inside.yml',
    'infra/compose/sign-in.yml',
  ],
  'demonstration, engines open to tests': ['docker-compose.yml', 'infra/compose/engines.yml'],
  production,
  embedded: ['docker-compose.embedded.yml'],
};

/** Why a container's file system is not read-only. */
const written: Readonly<Record<string, string>> = {
  kurrentdb: 'writes beside its programs at the start',
  keycloak: 'start-dev builds its server into its own folder',
};

const isOnce = ({ restart }: ComposeService) => restart === 'on-failure:5';
const isOurs = ({ environment }: ComposeService) => 'JIANDU_SERVICE' in environment;
const given = ({ environment }: ComposeService) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? undefined]));

describe.each(Object.entries(stacks))('Compose, %s', (_name, files) => {
  let project: Project;
  let services: [string, ComposeService][];
  beforeEach((context) => {
    if (loader === undefined) return context.skip(missing('compose-go'));
    project ??= loadProject(loader, root, files, issuer);
    services = Object.entries(project.services);
  });

  test('is what the Compose specification allows, and has services', () => {
    expect(services.length).toBeGreaterThan(0);
  });

  test('every image has one exact version', () => {
    for (const [name, { image }] of services) expect(image, name).toMatch(/^[\w./-]+:v?\d+\.\d+\.\d+$/);
  });

  test('nobody is root, keeps a capability or may gain one', () => {
    for (const [name, service] of services) {
      // Without `user`, the image says so: it is ours, and its Dockerfile ends as user 1000.
      if (service.user === undefined) expect(service.build?.target, name).toBe('embedded');
      else expect(service.user, name).toMatch(/^[1-9]\d*:\d+$/);
      expect(service.cap_drop, name).toEqual(['ALL']);
      expect(service.cap_add, name).toEqual([]);
      expect(service.privileged, name).toBe(false);
      expect(service.security_opt, name).toContain('no-new-privileges:true');
    }
  });

  test('file systems are read-only, or it is said why not', () => {
    for (const [name, { read_only }] of services) expect(read_only, name).toBe(written[name] === undefined);
  });

  test('memory, processors and processes are limited', () => {
    for (const [name, { deploy }] of services) expect(deploy?.resources.limits, name).toBeDefined();
  });

  test('what keeps running says whether it is well, and is started again', () => {
    for (const [name, service] of services) {
      if (isOnce(service)) continue;
      expect(service.restart, name).toBe('unless-stopped');
      // The embedded image brings its own health check.
      if (service.build?.target !== 'embedded')
        expect(service.healthcheck?.disable ?? service.healthcheck, name).toBeTypeOf('object');
    }
  });

  test('what waits, waits until the other is well or has done its work', () => {
    for (const [name, { depends_on }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const awaited = project.services[other];
        expect(awaited, `${name} waits for ${other}`).toBeDefined();
        const wanted = isOnce(awaited!) ? 'service_completed_successfully' : 'service_healthy';
        expect(condition, `${name} waits for ${other}`).toBe(wanted);
      }
    }
  });

  test('what is published is published on loopback, and only the gateway unless asked for', () => {
    for (const [name, { ports }] of services) {
      for (const port of ports) expect(port.host_ip, name).toBe('127.0.0.1');
    }
    const open = services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name);
    const looking = files.includes('infra/compose/look-inside.yml')
      ? ['grafana', 'keycloak', 'prometheus']
      : [];
    if (files.includes('infra/compose/engines.yml')) looking.push('kafka', 'kurrentdb', 'mongodb');
    if (!files.includes('docker-compose.embedded.yml'))
      expect(open.sort()).toEqual(['gateway', ...looking].sort());
  });

  test('settings of the house are accepted by the house', () => {
    for (const [name, service] of services) {
      const names = Object.keys(service.environment).filter((each) => each.startsWith('JIANDU_'));
      if (names.length === 0) continue;
      const environment = name === 'jiandu-production' ? { ...given(service), ...issuer } : given(service);
      const read = isOurs(service) ? readDistributedSettings : readSettings;
      expect(() => read(environment, []), name).not.toThrow();
    }
  });

  test('no password, key or token stands in the files', () => {
    for (const [name, { environment }] of services) {
      for (const [key, value] of Object.entries(environment)) {
        if (!/PASSWORD|SECRET|TOKEN|_KEY(?!S_)/i.test(key) || value === null || value === '') continue;
        expect(value, `${name} ${key}`).toMatch(/^\/(run\/secrets|demonstration\/keys)(\/[\w.-]+)?$/);
      }
    }
  });

  test('one network for all, and every file that is mounted is in the repository', () => {
    expect(Object.keys(project.networks)).toEqual(['default']);
    for (const [name, { volumes }] of services) {
      for (const { type, source } of volumes)
        if (type === 'bind') expect(existsSync(source!), `${name} ${source}`).toBe(true);
    }
  });
});

describe('Compose', () => {
  beforeEach((context) => {
    if (loader === undefined) context.skip(missing('compose-go'));
  });

  test('without an issuer production is refused, by name', () => {
    expect(() => loadProject(loader!, root, production)).toThrow(
      /JIANDU_OIDC_(ISSUER|AUDIENCE).* missing a value/,
    );
  });

  test('make-secrets.sh makes every secret of production, once, readable by whoever it is mounted for', () => {
    const { secrets } = loadProject(loader!, root, production, issuer);
    const directory = mkdtempSync(join(tmpdir(), 'jiandu-secrets-'));
    try {
      const make = () =>
        execFileSync('sh', [join(root, 'infra/compose/make-secrets.sh'), directory], { encoding: 'utf8' });
      const made = [...make().matchAll(/^made (.+)$/gm)].map(([, name]) => name);
      expect(made).toEqual(
        expect.arrayContaining(Object.values(secrets).map(({ file }) => basename(file ?? ''))),
      );
      for (const name of made) expect(statSync(join(directory, name!)).mode & 0o777, name).toBe(0o444);
      expect(statSync(directory).mode & 0o777).toBe(0o700);
      for (const engine of ['kurrentdb', 'kafka', 'mongodb']) {
        const verify = ['verify', '-CAfile', join(directory, 'ca.crt'), '-verify_hostname', engine];
        execFileSync('openssl', [...verify, join(directory, `${engine}.crt`)], { stdio: 'pipe' });
      }
      expect(make()).toBe('');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test('each service gets its own secrets and nobody else’s, the gateway none', () => {
    const { services } = loadProject(loader!, root, production, issuer);
    for (const name of ['registry', 'intake', 'investigation', 'disposition', 'assessment', 'reporting']) {
      const own = ['ca.crt', 'kafka_', 'kurrentdb_', 'master.key', 'mongodb_'].map((each) =>
        each.endsWith('_') ? `${each}${name}` : each,
      );
      expect(services[name]?.secrets.map(({ source }) => source).sort()).toEqual(own.sort());
    }
    expect(services['gateway']?.secrets).toEqual([]);
  });

  test('in production nothing of the demonstration runs', () => {
    const { services } = loadProject(loader!, root, production, issuer);
    const running = Object.entries(services).filter(([, service]) => service['profiles'] === undefined);
    expect(running.map(([name]) => name)).not.toContain('keycloak');
    for (const [name, { environment, volumes }] of running) {
      expect(
        volumes.map(({ source }) => source),
        name,
      ).not.toContain('demonstration-keys');
      if ('JIANDU_MODE' in environment) expect(environment['JIANDU_MODE'], name).toBe('production');
    }
  });
});
