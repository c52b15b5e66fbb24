"""Reads every event of jiandu.open.v1 from the beginning and prints type, matter and time.

    pip install confluent-kafka==2.16.1
    BROKERS=127.0.0.1:9092 python3 open_events.py --until-end

Without --until-end it goes on with what comes.
"""

import json
import os
import sys
import uuid

from confluent_kafka import Consumer, KafkaError, KafkaException

TOPIC = "jiandu.open.v1"
until_end = "--until-end" in sys.argv

consumer = Consumer(
    {
        "bootstrap.servers": os.environ.get("BROKERS", "127.0.0.1:9092"),
        # A group of its own each time, so that it always starts at the beginning.
        # To go on where you stopped, give it a fixed name.
        "group.id": f"open-events-example-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    }
)

partitions = consumer.list_topics(TOPIC, timeout=30).topics[TOPIC].partitions
if not partitions:
    sys.exit(f"there is no topic {TOPIC}")
consumer.subscribe([TOPIC])

# A consumer that keeps what it made of the events keeps the ids there, with a unique index, and not in memory.
seen = set()
at_end = set()

try:
    while not (until_end and len(at_end) == len(partitions)):
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error() is not None:
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise KafkaException(message.error())
            at_end.add(message.partition())
            continue
        if message.value() is None:
            continue
        event = json.loads(message.value())
        if event.get("specversion") != "1.0":
            print(f"passed over: specversion {event.get('specversion')}", file=sys.stderr)
            continue
        if event["id"] in seen:
            continue
        seen.add(event["id"])
        print(event["type"], event["partitionkey"], event["time"], sep="\t", flush=True)
except KeyboardInterrupt:
    pass
finally:
    consumer.close()
