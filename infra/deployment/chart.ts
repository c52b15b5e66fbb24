import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

export const CHART = join(import.meta.dirname, '../helm/jiandu');

/** Version of Kubernetes that the chart is rendered and checked for. */
export const KUBERNETES = '1.35';

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({}).optional(),
});

export type Manifest = z.output<typeof manifest>;

/** The chart as `helm template` renders it. Throws with helm's words. */
export function renderText(helm: string, values: readonly string[]): string {
  const set = values.flatMap((value) => ['--set', value]);
  const args = [
    'template',
    'jiandu',
    CHART,
    '--namespace',
    'jiandu',
    '--kube-version',
    `${KUBERNETES}.0`,
    ...set,
  ];
  return execFileSync(helm, args, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 16 * 1_024 * 1_024 });
}

export function parseManifests(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const value: unknown = document.toJS();
    return value === null ? [] : [manifest.parse(value)];
  });
}

const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean().default(false),
    capabilities: z.looseObject({ drop: z.array(z.string()) }),
  }),
  resources: z.looseObject({ requests: z.looseObject({}), limits: z.looseObject({}) }),
  startupProbe: z.looseObject({}).optional(),
  livenessProbe: z.looseObject({}).optional(),
  readinessProbe: z.looseObject({ httpGet: z.looseObject({ path: z.string() }) }).optional(),
});

const pod = z.looseObject({
  automountServiceAccountToken: z.boolean(),
  securityContext: z.looseObject({
    runAsNonRoot: z.boolean(),
    seccompProfile: z.looseObject({ type: z.string() }),
  }),
  containers: z.array(container).min(1),
});

const workload = z.looseObject({
  replicas: z.number().optional(),
  strategy: z.looseObject({ type: z.string() }).optional(),
  template: z.looseObject({
    metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
    spec: pod,
  }),
});

export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly spec: z.output<typeof workload>;
}

/** What runs: Deployments, StatefulSets and Jobs, with what their pods are. */
export function workloads(manifests: readonly Manifest[]): readonly Workload[] {
  return manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
    .map(({ kind, metadata, spec }) => ({ kind, name: metadata.name, spec: workload.parse(spec) }));
}
