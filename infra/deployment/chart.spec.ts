import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDistributedSettings } from '@jiandu/host';
import { beforeEach, describe, expect, test } from 'vitest';
import { serviceNames } from '../../packages/host/src/settings/distributed-settings.ts';
import {
  CHART,
  KUBERNETES,
  type Manifest,
  parseManifests,
  renderText,
  type Workload,
  workloads,
} from './chart.ts';
import { feedUsers } from './kafka-access.ts';
import { missing, programOf } from './tools.ts';

const helm = programOf('helm');
const issuer = 'oidc.issuer=https://id.example/realms/qh';
const external = [
  issuer,
  'kurrentdb.external=true',
  'kurrentdb.url=esdb+discover://record.example:2113?tls=true',
  'kafka.external=true',
  'kafka.brokers={a.example:9094,b.example:9094}',
  'mongodb.external=true',
  'mongodb.url=mongodb://m.example:27017/?replicaSet=rs0&tls=true',
  'gateway.autoscaling.enabled=false',
];
const renderings: Readonly<Record<string, readonly string[]>> = {
  'engines made here': [
    issuer,
    'monitoring.enabled=true',
    'ingress.enabled=true,ingress.host=jiandu.example,ingress.tlsSecret=jiandu-host',
  ],
  'engines of their own': external,
};
/** Kinds of operators, for which Kubernetes has no schema. */
const ofOperators = /^(kafka\.strimzi\.io|mongodbcommunity\.mongodb\.com|monitoring\.coreos\.com)\//;

beforeEach((context) => {
  if (helm === undefined) context.skip(missing('helm'));
});

describe.each(Object.entries(renderings))('the chart, %s', (_name, values) => {
  let manifests: readonly Manifest[] = [];
  let running: readonly Workload[] = [];
  beforeEach(() => {
    if (manifests.length > 0) return;
    manifests = parseManifests(renderText(helm!, values));
    running = workloads(manifests);
  });
  const called = (kind: string, end: string) =>
    manifests.find((each) => each.kind === kind && each.metadata.name === `jiandu-${end}`);

  test('every manifest is what Kubernetes allows, field by field', (context) => {
    const validate = programOf('kubernetes-validate');
    if (validate === undefined) return context.skip(missing('kubernetes-validate'));
    const directory = mkdtempSync(join(tmpdir(), 'jiandu-chart-'));
    try {
      const file = join(directory, 'manifests.yaml');
      const known = manifests.filter(({ apiVersion }) => !ofOperators.test(apiVersion));
      expect(known.length).toBeGreaterThanOrEqual(20);
      writeFileSync(file, known.map((each) => JSON.stringify(each)).join('\n---\n'));
      const { status, stdout } = spawnSync(validate, ['--strict', '-k', KUBERNETES, file], {
        encoding: 'utf8',
      });
      expect(stdout.split('\n').filter((line) => !line.startsWith('INFO ') && line !== '')).toEqual([]);
      expect(status).toBe(0);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test('names are unique within a kind', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('nobody is root, keeps a capability, may gain one or speak to the cluster', () => {
    for (const { name, spec } of running) {
      const { securityContext, containers, automountServiceAccountToken } = spec.template.spec;
      expect(securityContext, name).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(automountServiceAccountToken, name).toBe(false);
      for (const each of containers) {
        expect(each.securityContext, name).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
        // KurrentDB writes beside its programs at the start.
        expect(each.securityContext.readOnlyRootFilesystem, name).toBe(each.name !== 'kurrentdb');
        expect(each.resources.limits, name).toMatchObject({
          cpu: expect.anything(),
          memory: expect.anything(),
        });
        expect(each.image, name).toMatch(/:v?\d+\.\d+\.\d+$/);
      }
    }
  });

  test('what keeps running is probed; the gateway stays in service while a service is away', () => {
    for (const { kind, name, spec } of running) {
      if (kind === 'Job') continue;
      for (const each of spec.template.spec.containers) {
        expect(each.livenessProbe, name).toBeDefined();
        const ready = ['gateway', 'kurrentdb'].includes(each.name) ? '/health/live' : '/health/ready';
        expect(each.readinessProbe?.httpGet.path, name).toBe(ready);
      }
    }
  });

  test('each service is one process, replaced and not doubled', () => {
    for (const service of serviceNames) {
      const found = running.find(({ name }) => name === `jiandu-${service}`);
      expect(found?.spec, service).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    }
    const scaled = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(scaled.map(({ metadata }) => metadata.name)).toEqual(
      values === external ? [] : ['jiandu-gateway'],
    );
    expect(called('PodDisruptionBudget', 'gateway')).toBeDefined();
  });

  test('settings are accepted by the house, and passwords come as files', () => {
    const ours = running.filter(({ spec }) =>
      spec.template.spec.containers[0]!.env.some(({ name }) => name === 'JIANDU_SERVICE'),
    );
    expect(ours).toHaveLength(serviceNames.length + 1);
    for (const { name, spec } of ours) {
      const env = Object.fromEntries(
        spec.template.spec.containers[0]!.env.map((each) => [each.name, each.value]),
      );
      expect(() => readDistributedSettings(env, []), name).not.toThrow();
    }
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });

  test('nothing goes in or out but what is named, and to the services comes the gateway alone', () => {
    expect(called('NetworkPolicy', 'deny')?.spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'] });
    expect(Object.keys(called('NetworkPolicy', 'deny')?.spec ?? {})).toEqual(['podSelector', 'policyTypes']);
    const to = JSON.stringify(called('NetworkPolicy', 'services')?.spec?.['ingress']);
    expect([...to.matchAll(/app\.kubernetes\.io\/component":"([\w-]+)/g)].map(([, name]) => name)).toEqual([
      'gateway',
    ]);
    for (const { name, spec } of running) {
      expect(spec.template.metadata.labels['app.kubernetes.io/part-of'], name).toBe('jiandu');
    }
  });

  test('engines are made here or not at all', () => {
    const kinds = new Set(manifests.map(({ kind }) => kind));
    for (const kind of ['StatefulSet', 'Kafka', 'KafkaTopic', 'KafkaUser', 'MongoDBCommunity', 'Job'])
      expect(kinds.has(kind), kind).toBe(values !== external);
  });
});

describe('the chart', () => {
  test('has topics and users of the feed as the table says', () => {
    const manifests = parseManifests(renderText(helm!, [issuer]));
    const users = manifests.filter(({ kind }) => kind === 'KafkaUser').map(({ metadata }) => metadata.name);
    expect(users).toEqual(feedUsers.map(({ name }) => name));
    expect(manifests.filter(({ kind }) => kind === 'KafkaTopic')).toHaveLength(7);
  });

  test('lint of helm has nothing against it', () => {
    const args = ['lint', CHART, '--strict', '--quiet', '--kube-version', `${KUBERNETES}.0`, '--set', issuer];
    execFileSync(helm!, args, { stdio: 'pipe' });
  });

  test.each([
    ['no issuer', [], /oidc\.issuer is required/],
    ['an issuer in the clear', ['oidc.issuer=http://id.example'], /issuer/],
    ['a service that does not exist', [issuer, 'services.kitchen.resources.limits.cpu=1'], /kitchen/],
    ['a service doubled', [issuer, 'services.intake.replicas=2'], /replicas/],
    ['an even number of nodes', [issuer, 'kurrentdb.nodes=2'], /nodes/],
    ['a password in an address', [issuer, 'mongodb.external=true', 'mongodb.url=mongodb://a:b@c'], /url/],
    [
      'an external record without an address',
      [issuer, 'kurrentdb.external=true'],
      /kurrentdb\.url is required/,
    ],
    [
      'an ingress without a certificate',
      [issuer, 'ingress.enabled=true,ingress.host=a.example'],
      /tlsSecret is required/,
    ],
    ['a floating image', [issuer, 'image.tag=latest'], /tag/],
  ])('refuses %s', (_what, values, reason) => {
    expect(() => renderText(helm!, values)).toThrow(reason);
  });
});
