#!/bin/sh
# start.sh PROPERTIES: starts the one broker of the Compose files; formats its data on first use.
set -eu
/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id amlhbmR1LWNvbXBvc2UtMQ --config "$1"
exec /opt/kafka/bin/kafka-server-start.sh "$1"
