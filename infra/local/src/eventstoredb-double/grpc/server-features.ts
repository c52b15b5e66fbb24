import { MARKER, SERVER_VERSION } from '../marker.ts';
import { features } from './protocol.ts';

const METHODS: Readonly<Record<string, readonly [name: string, ...features: string[]][]>> = {
  'event_store.client.streams.streams': [
    ['read', 'position', 'events'],
    ['append'],
    ['delete'],
    ['tombstone'],
    ['batchappend', 'deadline_duration'],
  ],
  'event_store.client.gossip.gossip': [['read']],
  'event_store.client.server_features.serverfeatures': [['getsupportedmethods']],
  [MARKER.service]: [[MARKER.method]],
};

/** What this server can do, in lower case as the real one says it, and the mark by which it is told from the real one. */
export function supportedMethods() {
  const supported = new features.SupportedMethods().setEventStoreServerVersion(SERVER_VERSION);
  for (const [service, methods] of Object.entries(METHODS)) {
    for (const [name, ...said] of methods) {
      const method = new features.SupportedMethod().setServiceName(service).setMethodName(name);
      supported.addMethods(method.setFeaturesList(said));
    }
  }
  return supported;
}
