import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { grant } from './event-store-grants.ts';
import { makeUsers } from './event-store-users.ts';

/**
 * `node infra/deployment/event-store-access.ts HOST:PORT SECRETS`: users of the record and what they may do. SECRETS is a
 * directory with the passwords, a file each: kurrentdb_admin, kurrentdb_ops, kurrentdb_intake, … The certificate authority of
 * the server comes from NODE_EXTRA_CA_CERTS.
 */
const [server, secrets] = process.argv.slice(2);
const authority = process.env['NODE_EXTRA_CA_CERTS'];
if (server === undefined || secrets === undefined)
  throw new Error('say HOST:PORT and the directory of the passwords');
const passwords = (name: string) => readFileSync(join(secrets, `kurrentdb_${name}`), 'utf8').trimEnd();

await makeUsers(`https://${server}`, passwords);
const client = EventStoreDBClient.connectionString(
  `esdb://${server}?tls=true${authority === undefined ? '' : `&tlsCaFile=${authority}`}`,
);
const administrator = { credentials: { username: 'admin', password: passwords('admin') } };
await grant({
  appendToStream: (stream, events, options) =>
    client.appendToStream(stream, events, { ...options, ...administrator }),
  setStreamMetadata: (stream, metadata, options) =>
    client.setStreamMetadata(stream, metadata, { ...options, ...administrator }),
});
await client.dispose();
process.stdout.write('record: users made, nobody but administrators may delete\n');
