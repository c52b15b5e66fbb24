import { gossip } from './protocol.ts';
import { uuidOf } from './uuids.ts';

const LEADER = 8;
const TICKS_PER_MS = 10_000n;

/** A cluster of this one node, which leads it. */
export function clusterInfo(instanceId: string, port: number) {
  const member = new gossip.MemberInfo()
    .setInstanceId(uuidOf(instanceId, false))
    .setTimeStamp(String(BigInt(Date.now()) * TICKS_PER_MS))
    .setState(LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port));
  return new gossip.ClusterInfo().setMembersList([member]);
}
