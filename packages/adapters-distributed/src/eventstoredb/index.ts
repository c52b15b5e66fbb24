export { EventStoreUnavailable } from './event-store-unavailable.ts';
export { type EventStoreDbOptions, openEventStoreDb } from './open-event-store.ts';
export { TestDoubleRefused } from './server-check.ts';
