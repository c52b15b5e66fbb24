#!/bin/sh
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
  "${KAFKA_BIN:-/opt/kafka/bin}/$program" --bootstrap-server "$bootstrap" ${KAFKA_COMMAND_CONFIG:+--command-config "$KAFKA_COMMAND_CONFIG"} "$@"
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

topic jiandu.intake.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.investigation.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.disposition.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.assessment.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.reporting.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.registry.v1 6 cleanup.policy=delete retention.ms=2592000000 max.message.bytes=4194304
topic jiandu.open.v1 12 cleanup.policy=delete retention.ms=-1 max.message.bytes=4194304

[ -n "${KAFKA_SECRETS:-}" ] || exit 0

user() {
  password=$(cat "$KAFKA_SECRETS/kafka_${1#jiandu-}")
  tool kafka-configs.sh --alter --entity-type users --entity-name "$1" --add-config "SCRAM-SHA-512=[password=$password]"
}
grant() {
  principals=
  for name in $1; do principals="$principals --allow-principal User:$name"; done
  shift
  # shellcheck disable=SC2086
  tool kafka-acls.sh --add $principals "$@" >/dev/null
}

user jiandu-registry
user jiandu-intake
user jiandu-investigation
user jiandu-disposition
user jiandu-assessment
user jiandu-reporting
user jiandu-analyst

grant "jiandu-registry" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.registry.v1
grant "jiandu-registry jiandu-intake jiandu-investigation jiandu-disposition jiandu-assessment jiandu-reporting" --operation Read --operation Describe --operation DescribeConfigs --topic jiandu.registry.v1 --topic jiandu.intake.v1 --topic jiandu.investigation.v1 --topic jiandu.disposition.v1 --topic jiandu.assessment.v1 --topic jiandu.reporting.v1
grant "jiandu-intake" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.intake.v1
grant "jiandu-investigation" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.investigation.v1
grant "jiandu-disposition" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.disposition.v1
grant "jiandu-assessment" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.assessment.v1
grant "jiandu-reporting" --operation Write --operation Describe --operation DescribeConfigs --topic jiandu.reporting.v1 --topic jiandu.open.v1
grant "jiandu-analyst" --operation Read --operation Describe --topic jiandu.open.v1
grant jiandu-registry --operation Read --group registry. --resource-pattern-type prefixed
grant jiandu-intake --operation Read --group intake. --resource-pattern-type prefixed
grant jiandu-investigation --operation Read --group investigation. --resource-pattern-type prefixed
grant jiandu-disposition --operation Read --group disposition. --resource-pattern-type prefixed
grant jiandu-assessment --operation Read --group assessment. --resource-pattern-type prefixed
grant jiandu-reporting --operation Read --group reporting. --resource-pattern-type prefixed
grant jiandu-analyst --operation Read --group analyst --resource-pattern-type prefixed
