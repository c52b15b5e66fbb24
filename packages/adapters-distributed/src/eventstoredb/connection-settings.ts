import { readFileSync } from 'node:fs';
import type {
  ChannelCredentialOptions,
  Credentials,
  DNSClusterOptions,
  GossipClusterOptions,
  SingleNodeOptions,
} from '@eventstore/db-client';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
import { reasonOf } from './event-store-unavailable.ts';

/** Where the server is and who asks. */
export interface ServerAddress {
  /** `esdb://host:2113?tls=false`, `esdb://a:2113,b:2113,c:2113`, `esdb+discover://name`; `kurrentdb` for `esdb` also. */
  readonly url: string;
  /** Stronger than a user in the url. They are sent over TLS only. */
  readonly credentials?: Credentials;
  /** PEM file with the certificates of the authority that signed the server's; those of the system unless told. */
  readonly tlsCaFile?: string;
}

/** What the official client is made from. The client's own factory can only make the client itself. */
export interface ConnectionSettings {
  readonly server: SingleNodeOptions | GossipClusterOptions | DNSClusterOptions;
  readonly channel: ChannelCredentialOptions;
  readonly credentials: Credentials | undefined;
}

/** @throws Error naming what is wrong with the address or the certificate */
export function connectionSettings({ url, credentials, tlsCaFile }: ServerAddress): ConnectionSettings {
  const { dnsDiscover, hosts, defaultCredentials, tls, tlsCAFile, userCertFile, userKeyFile, ...rest } =
    parse(url.trim().replace(/^kurrent(db)?(?=[:+])/, 'esdb'));
  const [first, ...others] = hosts;
  if (first === undefined) throw new Error('The address of EventStoreDB names no host');
  const authority = tlsCaFile ?? tlsCAFile;
  if (authority !== undefined && tls === false)
    throw new Error('A certificate authority is given for EventStoreDB, but its address says tls=false');
  return {
    server: dnsDiscover
      ? { ...rest, discover: first }
      : others.length > 0
        ? { ...rest, endpoints: hosts }
        : { ...rest, endpoint: first },
    channel: {
      insecure: tls === false,
      ...(authority === undefined ? {} : { rootCertificate: certificate(authority) }),
      ...(userCertFile === undefined ? {} : { userCertFile: certificate(userCertFile) }),
      ...(userKeyFile === undefined ? {} : { userKeyFile: certificate(userKeyFile) }),
    },
    credentials: credentials ?? defaultCredentials,
  };
}

function parse(url: string): ReturnType<typeof parseConnectionString> {
  try {
    return parseConnectionString(url);
  } catch (error) {
    throw new Error(
      `The address of EventStoreDB cannot be read, it looks like esdb://host:2113: ${reasonOf(error)}`,
    );
  }
}

function certificate(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`The certificate or key ${file} for EventStoreDB cannot be read: ${reasonOf(error)}`);
  }
}
