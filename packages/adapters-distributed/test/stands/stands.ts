import { eventStoreOnDouble, eventStoreOnReal } from './eventstoredb.ts';
import { eventFeedOnKafka } from './kafka.ts';
import {
  keyRingOnLocalMongo,
  keyRingOnReplicaSet,
  readModelsOnLocalMongo,
  readModelsOnReplicaSet,
} from './mongodb.ts';
import type { StandToTry } from './stand.ts';

/** Every engine an adapter of this package is held to its port on. */
export const standsToTry: readonly StandToTry[] = [
  eventStoreOnDouble,
  eventStoreOnReal,
  eventFeedOnKafka,
  readModelsOnLocalMongo,
  readModelsOnReplicaSet,
  keyRingOnLocalMongo,
  keyRingOnReplicaSet,
];
