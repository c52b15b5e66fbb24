import { fetchKafka } from './kafka/index.ts';
import { fetchKeycloak } from './keycloak/index.ts';
import { fetchMongoServer } from './mongodb/index.ts';
import { type Say, ServerMissing } from './running-server.ts';

const say: Say = (line) => process.stdout.write(`${line}\n`);

/** The servers this machine can fetch; that of the event store is our own double, and is there. */
const servers: readonly (readonly [string, (say: Say) => Promise<unknown>])[] = [
  ['Apache Kafka', fetchKafka],
  ['MongoDB', fetchMongoServer],
  ...(process.argv.includes('--keycloak') ? [['Keycloak', fetchKeycloak] as const] : []),
];

/** What `npm run servers [-- --keycloak]` does: fetches each once, and says for each that it is there, or why it is not. */
for (const [name, fetch] of servers) {
  try {
    await fetch(say);
    say(`✓ ${name}: 已就绪 / there`);
  } catch (error) {
    process.exitCode = 1;
    say(`✗ ${name}: ${error instanceof ServerMissing ? error.message : String(error)}`);
  }
}
