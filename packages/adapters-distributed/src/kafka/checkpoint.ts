import type { Checkpoint } from '@jiandu/eventing';

/** Offset of the next message to handle, by topic and partition. */
export type Offsets = Readonly<Record<string, Readonly<Record<string, number>>>>;

const VERSION = 1;

/** `{"kafka":1,"next":{"jiandu.intake.v1":{"0":17,"3":4}}}` */
export function writeCheckpoint(next: Offsets): Checkpoint {
  return JSON.stringify({ kafka: VERSION, next });
}

/** Throws a `RangeError` for a checkpoint of another feed, or of a later release. */
export function readCheckpoint(checkpoint: Checkpoint): Offsets {
  const next = nextIn(checkpoint);
  if (next === undefined)
    throw new RangeError(`Not a checkpoint of Kafka, version ${VERSION}: ${checkpoint}`);
  return next;
}

function nextIn(checkpoint: Checkpoint): Offsets | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(checkpoint);
  } catch {
    return undefined;
  }
  if (!isTable(parsed) || parsed['kafka'] !== VERSION || !isTable(parsed['next'])) return undefined;
  const next: Record<string, Record<string, number>> = {};
  for (const [topic, partitions] of Object.entries(parsed['next'])) {
    if (!isTable(partitions)) return undefined;
    const offsets: Record<string, number> = {};
    for (const [partition, offset] of Object.entries(partitions)) {
      if (!/^\d+$/.test(partition) || !isOffset(offset)) return undefined;
      offsets[partition] = offset;
    }
    next[topic] = offsets;
  }
  return next;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
