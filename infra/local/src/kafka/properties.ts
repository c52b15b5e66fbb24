import type { Installation } from './installation.ts';

/** Settings of one broker, which is also a controller, as `server.properties`. Topics are made on purpose, never by use. */
export function propertiesOf(index: number, { ports }: Installation, dataDirectory: string): string {
  const { broker, controller } = ports[index] ?? { broker: 0, controller: 0 };
  const copies = Math.min(3, ports.length);
  const inSync = copies > 1 ? 2 : 1;
  const voters = ports.map((each, place) => `${place + 1}@127.0.0.1:${each.controller}`).join(',');
  const settings: Readonly<Record<string, string | number | boolean>> = {
    'process.roles': 'broker,controller',
    'node.id': index + 1,
    'controller.quorum.voters': voters,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker}`,
    'log.dirs': dataDirectory,
    'auto.create.topics.enable': false,
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': inSync,
    // A member of a group need not wait for others that may come.
    'group.initial.rebalance.delay.ms': 0,
    // Tests of slow consumers would take minutes with the shortest session that a broker allows by itself.
    'group.min.session.timeout.ms': 1_000,
    // What a dead broker led is led by another after so long; so long does a killed one wait before it is let in again.
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 500,
    // 128 MiB for compacting are not needed here.
    'log.cleaner.dedupe.buffer.size': 16 * 1_024 * 1_024,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
