import type { KeyRing } from '../ports/key-ring.ts';
import type { ReadModels } from '../ports/read-models.ts';
import { type ContractCase, type Open, type Opened, suite } from './contract-case.ts';
import { delivering } from './event-feed-delivering.ts';
import { failing } from './event-feed-failing.ts';
import { resuming } from './event-feed-resuming.ts';
import { appending } from './event-store-appending.ts';
import { enduring, type OpenedEventStore } from './event-store-enduring.ts';
import { reading } from './event-store-reading.ts';
import { repeating } from './event-store-repeating.ts';
import { subscribing } from './event-store-subscribing.ts';
import { keeping as keepingKeys } from './key-ring-contract.ts';
import type { OpenedFeed } from './opened-feed.ts';
import { committing } from './read-models-committing.ts';
import { finding } from './read-models-finding.ts';
import { keeping } from './read-models-keeping.ts';
import { paging } from './read-models-paging.ts';

export type { ContractCase, Open, Opened } from './contract-case.ts';
export type { OpenedEventStore, Trouble } from './event-store-enduring.ts';
export { gate, pause } from './eventually.ts';
export type { OpenedFeed } from './opened-feed.ts';
export { freshService, idsOf, sampleEvent, sampleEvents } from './sample-events.ts';

export type OpenEventStore = Open<OpenedEventStore>;
export type OpenEventFeed = Open<OpenedFeed>;
export type OpenReadModels = Open<Opened<ReadModels>>;
export type OpenKeyRing = Open<Opened<KeyRing>>;

const eventStore = { ...appending, ...repeating, ...reading, ...subscribing, ...enduring };
const eventFeed = { ...delivering, ...resuming, ...failing };
const readModels = { ...committing, ...finding, ...paging, ...keeping };

/** The promises of `EventStore`, each as a case. */
export function eventStoreContract(open: OpenEventStore): ContractCase[] {
  return suite(open, eventStore);
}

/** The promises of `EventFeed`, each as a case. */
export function eventFeedContract(open: OpenEventFeed): ContractCase[] {
  return suite(open, eventFeed);
}

/** The promises of `ReadModels`, each as a case. */
export function readModelsContract(open: OpenReadModels): ContractCase[] {
  return suite(open, readModels);
}

/** The promises of `KeyRing`, each as a case. */
export function keyRingContract(open: OpenKeyRing): ContractCase[] {
  return suite(open, keepingKeys);
}

/** How many cases each suite has; an adapter's spec that ran fewer proved less than it says. */
export const contractSizes = {
  eventStore: Object.keys(eventStore).length,
  eventFeed: Object.keys(eventFeed).length,
  readModels: Object.keys(readModels).length,
  keyRing: Object.keys(keepingKeys).length,
} as const;
