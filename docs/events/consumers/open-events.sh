#!/bin/sh
# Reads every event of jiandu.open.v1 from the beginning and prints type, matter and time.
#
#   apt-get install kcat jq
#   BROKERS=127.0.0.1:9092 sh open-events.sh --until-end
#
# Without --until-end it goes on with what comes.
set -eu

until_end=''
if [ "${1:-}" = '--until-end' ]; then until_end='-e'; fi

# jq passes over what is no CloudEvents 1.0; awk prints each id once.
kcat -C -q -u -b "${BROKERS:-127.0.0.1:9092}" -t jiandu.open.v1 -o beginning ${until_end} |
  jq --unbuffered -r 'select(.specversion == "1.0") | [.id, .type, .partitionkey, .time] | @tsv' |
  awk -F '\t' '!seen[$1]++ { print $2 "\t" $3 "\t" $4; fflush() }'
