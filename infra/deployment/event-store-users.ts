import { GROUP, recordUsers } from './event-store-grants.ts';

/** Passwords by the names of their files: `admin`, `ops`, `intake`, … */
export type Passwords = (name: string) => string;

/** What a new server's administrator and operator are let in with, as its documentation says. */
const FACTORY_PASSWORD = 'changeit';

/**
 * Gives the server's own accounts their passwords and makes the users of the services. Running it again sets the services'
 * passwords anew. Throws an `Error` with what the server answered.
 *
 * @param address of the server, such as `https://kurrentdb:2113`
 */
export async function makeUsers(address: string, passwords: Passwords): Promise<void> {
  const admin = passwords('admin');
  const as = (password: string) => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
  const ask = (path: string, body: object | undefined, password: string) =>
    fetch(`${address}/users/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: as(password),
        accept: 'application/json',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const insist = async (answer: Response, what: string) => {
    if (!answer.ok) throw new Error(`${what}: the server answered ${answer.status} ${await answer.text()}`);
  };

  if ((await ask('admin', undefined, admin)).status === 401) {
    const change = { currentPassword: FACTORY_PASSWORD, newPassword: admin };
    await insist(await ask('admin/command/change-password', change, FACTORY_PASSWORD), 'password of admin');
  }
  const reset = async (user: string, password: string) =>
    insist(
      await ask(`${user}/command/reset-password`, { newPassword: password }, admin),
      `password of ${user}`,
    );
  await reset('ops', passwords('ops'));
  for (const user of recordUsers) {
    const password = passwords(user.replace(/^jiandu-/, ''));
    const found = await ask(user, undefined, admin);
    if (found.status === 404) {
      const account = { loginName: user, fullName: user, groups: [GROUP], password };
      await insist(await ask('', account, admin), `user ${user}`);
    } else {
      await insist(found, `user ${user}`);
      await reset(user, password);
    }
  }
}
