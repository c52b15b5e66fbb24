import type { Ends } from './ends.ts';
import type { KafkaLog } from './settings.ts';
import type { Standing } from './standing.ts';

/**
 * Brings a consumer's places within what the topics hold. Events that the topic has dropped before they were handled are lost
 * to this consumer: its effects must be made good from the record. Both cases are told.
 */
export function keepWithin(ends: readonly Ends[], standing: Standing, group: string, log: KafkaLog): void {
  for (const { topic, partition, first, next } of ends) {
    const at = standing.next({ topic, partition });
    if (at === undefined ? first === 0 : at >= first && at <= next) continue;
    const told = { group, topic, partition, checkpoint: at, first, next };
    if (at !== undefined && at < first)
      log.error(
        told,
        'kafka: events dropped by retention before they were handled; going on at the first there is',
      );
    if (at !== undefined && at > next)
      log.error(told, 'kafka: the topic ends before the checkpoint; it is another one; from its beginning');
    standing.take([{ topic, partition, next: first }]);
  }
}
