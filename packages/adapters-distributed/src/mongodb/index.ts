export type { MongoOptions } from './connection.ts';
export { UnindexedFind } from './index-insistence.ts';
export { type MongoKeyRingOptions, openMongoKeyRing } from './key-ring.ts';
export { type MongoReadModels, type MongoReadModelsOptions, openMongoReadModels } from './read-models.ts';
export { CheckpointMoved, CollectionDropped, MongoUnavailable } from './unavailable.ts';
