import { stringify } from 'yaml';
import { configOf, describeTopics } from '../../packages/adapters-distributed/src/kafka/topics.ts';
import { OPEN_TOPIC, topicOf } from '../../packages/eventing/src/ports/event-feed.ts';
import { serviceNames } from '../../packages/host/src/settings/distributed-settings.ts';

export type Operation = 'Read' | 'Write' | 'Describe' | 'DescribeConfigs';

/** Something a user may do. Whatever is not granted is denied. */
export interface Grant {
  readonly topics: readonly string[];
  readonly operations: readonly Operation[];
}

/** A user of the broker: a service, or the analysts. */
export interface FeedUser {
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Consumer groups whose names begin so are this user's. */
  readonly groupPrefix: string;
}

const every = serviceNames.map(topicOf);

/** Topics a service publishes to; reporting also to the analysts. */
export function publishedBy(service: string): readonly string[] {
  return service === 'reporting' ? [topicOf(service), OPEN_TOPIC] : [topicOf(service)];
}

/**
 * A service writes to its own topic and reads those of all; the analysts read the open one and nothing else. Nobody makes,
 * changes or deletes a topic: that is the operator's, by the script that is made from this table.
 */
export const feedUsers: readonly FeedUser[] = [
  ...serviceNames.map((service) => ({
    name: `jiandu-${service}`,
    grants: [
      { topics: publishedBy(service), operations: ['Write', 'Describe', 'DescribeConfigs'] as const },
      { topics: every, operations: ['Read', 'Describe', 'DescribeConfigs'] as const },
    ],
    groupPrefix: `${service}.`,
  })),
  {
    name: 'jiandu-analyst',
    grants: [{ topics: [OPEN_TOPIC], operations: ['Read', 'Describe'] }],
    groupPrefix: 'analyst',
  },
];

function topicLines(): string[] {
  // The number of copies is the script's to say; the table's settings that hang on it are, too.
  return describeTopics(3).map((topic) => {
    const settings = Object.entries(configOf(topic)).filter(([key]) => key !== 'min.insync.replicas');
    const pairs = settings.map(([key, value]) => `${key}=${value}`);
    return `topic ${topic.topic} ${topic.partitions} ${pairs.join(' ')}`;
  });
}

/** One line for all users who are granted the same: every line starts a Java. */
function grantLines(): string[] {
  const flags = ({ operations, topics }: Grant) =>
    [...operations.map((each) => `--operation ${each}`), ...topics.map((each) => `--topic ${each}`)].join(
      ' ',
    );
  const holders = new Map<string, string[]>();
  for (const { name, grants } of feedUsers) {
    for (const grant of grants) holders.set(flags(grant), [...(holders.get(flags(grant)) ?? []), name]);
  }
  return [
    ...[...holders].map(([granted, names]) => `grant "${names.join(' ')}" ${granted}`),
    ...feedUsers.map(
      ({ name, groupPrefix }) =>
        `grant ${name} --operation Read --group ${groupPrefix} --resource-pattern-type prefixed`,
    ),
  ];
}

/** `infra/kafka/access.sh`: topics, users and what they may do, for the operator's tools that come with the broker. */
export function accessScript(): string {
  return `#!/bin/sh
# access.sh BOOTSTRAP COPIES: makes the topics that are missing and, where KAFKA_SECRETS names a directory with the passwords
# (kafka_intake, …, kafka_analyst), the users and what they may do. What is there stays; running it again sets passwords anew.
#
# Made from infra/deployment/kafka-access.ts by: npx node infra/deployment/generate.ts
set -eu
bootstrap=$1
copies=$2
in_sync=1
[ "$copies" -lt 3 ] || in_sync=2
# To a broker that asks the operator who he is, KAFKA_COMMAND_CONFIG says how to answer.
tool() {
  program=$1
  shift
  "\${KAFKA_BIN:-/opt/kafka/bin}/$program" --bootstrap-server "$bootstrap" \${KAFKA_COMMAND_CONFIG:+--command-config "$KAFKA_COMMAND_CONFIG"} "$@"
}

there=$(tool kafka-topics.sh --list)
topic() {
  name=$1
  partitions=$2
  shift 2
  if echo "$there" | grep -qx "$name"; then return; fi
  settings="--config min.insync.replicas=$in_sync"
  for setting in "$@"; do settings="$settings --config $setting"; done
  # shellcheck disable=SC2086
  tool kafka-topics.sh --create --if-not-exists --topic "$name" --partitions "$partitions" --replication-factor "$copies" $settings
}

${topicLines().join('\n')}

[ -n "\${KAFKA_SECRETS:-}" ] || exit 0

user() {
  password=$(cat "$KAFKA_SECRETS/kafka_\${1#jiandu-}")
  tool kafka-configs.sh --alter --entity-type users --entity-name "$1" --add-config "SCRAM-SHA-512=[password=$password]"
}
grant() {
  principals=
  for name in $1; do principals="$principals --allow-principal User:$name"; done
  shift
  # shellcheck disable=SC2086
  tool kafka-acls.sh --add $principals "$@" >/dev/null
}

${feedUsers.map(({ name }) => `user ${name}`).join('\n')}

${grantLines().join('\n')}
`;
}

/** `files/kafka.yaml` of the chart: the same table in the words of the Strimzi operator. */
export function chartTable(): string {
  const topics = describeTopics(3).map((topic) => {
    const config = Object.fromEntries(
      Object.entries(configOf(topic)).filter(([key]) => key !== 'min.insync.replicas'),
    );
    return { name: topic.topic, partitions: topic.partitions, config };
  });
  const users = feedUsers.map(({ name, grants, groupPrefix }) => ({
    name,
    acls: [
      ...grants.flatMap((grant) =>
        grant.topics.map((topic) => ({
          resource: { type: 'topic', name: topic, patternType: 'literal' },
          operations: grant.operations,
        })),
      ),
      { resource: { type: 'group', name: groupPrefix, patternType: 'prefix' }, operations: ['Read'] },
    ],
  }));
  const first = '# Made from infra/deployment/kafka-access.ts by: npx node infra/deployment/generate.ts\n';
  return `${first}${stringify({ topics, users }, { aliasDuplicateObjects: false })}`;
}
