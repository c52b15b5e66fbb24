import { expect, it } from 'vitest';
import { connectionSettings } from './connection-settings.ts';

it.each([
  ['esdb://one:2113?tls=false', { endpoint: { address: 'one', port: 2113 } }],
  ['kurrentdb://one?tls=false', { endpoint: { address: 'one', port: 2113 } }],
  ['esdb+discover://cluster:2115', { discover: { address: 'cluster', port: 2115 } }],
  ['kurrentdb+discover://cluster', { discover: { address: 'cluster', port: 2113 } }],
  [
    'esdb://a:1,b:2,c:3?gossipTimeout=2',
    {
      endpoints: [
        { address: 'a', port: 1 },
        { address: 'b', port: 2 },
        { address: 'c', port: 3 },
      ],
      gossipTimeout: 2,
    },
  ],
])('reads %s', (url, server) => {
  const settings = connectionSettings({ url });
  expect(settings.server).toEqual(server);
  expect(settings.channel.insecure).toBe(url.includes('tls=false'));
});

it('prefers the credentials given beside the address', () => {
  const url = 'esdb://reader:f%C3%BCr@one:2113';
  expect(connectionSettings({ url }).credentials).toEqual({ username: 'reader', password: 'für' });
  const credentials = { username: 'services', password: 'p:@/' };
  expect(connectionSettings({ url, credentials }).credentials).toEqual(credentials);
});

it.each([
  [{ url: 'http://one:2113' }, 'cannot be read'],
  [{ url: 'esdb://' }, 'EventStoreDB'],
  [{ url: 'esdb://one?tls=maybe' }, 'true or false'],
  [{ url: 'esdb://one', tlsCaFile: '/nowhere/ca.pem' }, '/nowhere/ca.pem'],
  [{ url: 'esdb://one?tls=false', tlsCaFile: '/nowhere/ca.pem' }, 'tls=false'],
])('refuses %o and says why', (address, reason) => {
  expect(() => connectionSettings(address)).toThrow(reason);
});
