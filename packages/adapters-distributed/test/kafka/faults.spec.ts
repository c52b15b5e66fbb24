import { afterAll, describe } from 'vitest';
import { brokerAway } from './broker-away.ts';
import { groupMembers } from './group-members.ts';
import { openKafkaRoom } from './kafka-room.ts';
import { publishing } from './publishing.ts';
import { retention } from './retention.ts';

// One broker for all of it: starting one takes longer than most of what is tried on it.
const room = await openKafkaRoom(1);
afterAll(() => room.close());

describe('what is published', () => publishing(room));
describe('what a topic holds no longer', () => retention(room));
describe('members of a group', () => groupMembers(room));
describe('a broker that is away', () => brokerAway(room));
