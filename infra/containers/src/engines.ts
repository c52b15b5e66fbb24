import { KurrentDbContainer } from '@testcontainers/kurrentdb';
import { MongoDBContainer } from '@testcontainers/mongodb';

/** An engine that runs in a container. */
export interface RunningEngine {
  readonly url: string;
  stop(): Promise<unknown>;
}

/** The images of docker-compose.yml; a test there holds the versions together. */
const KURRENTDB = 'kurrentplatform/kurrentdb:26.1.2';
const MONGODB = 'mongo:8.0.21';

/** Every engine that the contract suite can be held to in a container, by its name. */
export const engines: Readonly<Record<string, () => Promise<RunningEngine>>> = {
  kurrentdb: async () => {
    const container = await new KurrentDbContainer(KURRENTDB).start();
    return { url: container.getConnectionString(), stop: () => container.stop() };
  },
  mongodb: async () => {
    const container = await new MongoDBContainer(MONGODB).start();
    return { url: `${container.getConnectionString()}?directConnection=true`, stop: () => container.stop() };
  },
};
