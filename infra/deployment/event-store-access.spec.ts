import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultRules, GROUP, grant, recordUsers } from './event-store-grants.ts';
import { makeUsers } from './event-store-users.ts';

interface Account {
  password: string;
  readonly groups: readonly string[];
}

/** The users of a server that has just been installed, behind the paths of its HTTP interface that are used here. */
let accounts: Map<string, Account>;
let server: Server;
let address: string;
let broken = false;

beforeEach(async () => {
  broken = false;
  accounts = new Map([
    ['admin', { password: 'changeit', groups: ['$admins'] }],
    ['ops', { password: 'changeit', groups: ['$ops'] }],
  ]);
  server = createServer(async (request, response) => {
    const answer = (status: number) => response.writeHead(status).end();
    const [, credentials = ''] = (request.headers.authorization ?? '').split(' ');
    if (Buffer.from(credentials, 'base64').toString() !== `admin:${accounts.get('admin')?.password}`)
      return answer(401);
    if (broken) return answer(500);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const [, login = '', command] =
      /^\/users\/([\w-]*)(?:\/command\/([\w-]+))?$/.exec(request.url ?? '') ?? [];
    const account = accounts.get(login);
    if (request.method === 'POST' && login === '') {
      if (accounts.has(body.loginName)) return answer(409);
      accounts.set(body.loginName, { password: body.password, groups: body.groups });
      return answer(201);
    }
    if (account === undefined) return answer(404);
    if (command === 'change-password' && body.currentPassword !== account.password) return answer(401);
    if (command !== undefined) account.password = body.newPassword;
    return answer(200);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('users of the record', () => {
  test('the passwords everybody knows are changed, and each service becomes a user', async () => {
    await makeUsers(address, (name) => `secret of ${name}`);
    expect(accounts.get('admin')?.password).toBe('secret of admin');
    expect(accounts.get('ops')?.password).toBe('secret of ops');
    for (const user of recordUsers) {
      const password = `secret of ${user.replace('jiandu-', '')}`;
      expect(accounts.get(user), user).toEqual({ password, groups: [GROUP] });
    }
  });

  test('running it again sets the services’ passwords anew and changes nothing else', async () => {
    await makeUsers(address, (name) => `first of ${name}`);
    await makeUsers(address, (name) => (name === 'admin' ? 'first of admin' : `second of ${name}`));
    expect(accounts.size).toBe(2 + recordUsers.length);
    expect(accounts.get('jiandu-intake')).toEqual({ password: 'second of intake', groups: [GROUP] });
  });

  test('an administrator’s password that is neither the new one nor the first is refused, and nothing is made', async () => {
    accounts.get('admin')!.password = 'somebody else’s';
    await expect(makeUsers(address, () => 'x')).rejects.toThrow('password of admin: the server answered 401');
    expect(accounts.size).toBe(2);
  });

  test('what the server refuses is told', async () => {
    accounts.get('admin')!.password = 'x';
    broken = true;
    await expect(makeUsers(address, () => 'x')).rejects.toThrow('password of ops: the server answered 500');
  });
});

describe('rules of the record', () => {
  test('services append and read, and delete nothing', () => {
    const { $userStreamAcl, $systemStreamAcl } = defaultRules;
    expect([$userStreamAcl.$r, $userStreamAcl.$w, $userStreamAcl.$mr]).toEqual(
      Array(3).fill([GROUP, '$admins']),
    );
    expect([$userStreamAcl.$d, $userStreamAcl.$mw]).toEqual(['$admins', '$admins']);
    // Users and their passwords lie in the server's own streams.
    expect(new Set(Object.values($systemStreamAcl))).toEqual(new Set(['$admins']));
  });

  test('they are written where the server looks for them', async () => {
    const written: unknown[] = [];
    await grant({
      appendToStream: async (...[stream, events]) => {
        written.push([stream, events]);
        return { success: true, nextExpectedRevision: 0n };
      },
      setStreamMetadata: async (...[stream, metadata]) => {
        written.push([stream, metadata]);
        return { success: true, nextExpectedRevision: 0n };
      },
    });
    expect(written).toMatchObject([
      ['$settings', { type: 'update-default-acl', data: defaultRules }],
      ['$all', { acl: { readRoles: [GROUP, '$admins'] } }],
    ]);
  });
});
