import type { Subject } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';
import { narrow } from './named-offices.ts';
import { rememberSessions } from './remember-sessions.ts';
import type { NamedOffices } from './sessions.ts';

const held = (role: string, unit: string) => ({ role, unit, from: '2020-01-01' });
const lent = (id: string, unit: string) => ({
  id,
  unit,
  from: 'P-630103-bai',
  fromRole: 'chief',
  decisions: ['approveFiling'],
  types: [],
  validFrom: '2025-01-01',
  validUntil: '2025-12-31',
});
const xie: Subject = {
  person: 'P-630200-xie',
  name: '谢某',
  roles: [held('prosecutor', '630200'), held('line_superior', '630200'), held('prosecutor', '630202')],
  delegations: [lent('D-1', '630200'), lent('D-2', '630202')],
};

const cases = [
  [
    'no limit: everything',
    {},
    ['prosecutor@630200', 'line_superior@630200', 'prosecutor@630202'],
    ['D-1', 'D-2'],
  ],
  ['one role of two: that one, and nothing lent', { roles: ['line_superior'] }, ['line_superior@630200'], []],
  [
    'one unit: the offices there, and what is lent there',
    { units: ['630202'] },
    ['prosecutor@630202'],
    ['D-2'],
  ],
  [
    'a unit and a role: both must fit',
    { units: ['630200'], roles: ['prosecutor'] },
    ['prosecutor@630200'],
    [],
  ],
  [
    'every role held: everything lent stays',
    { roles: ['prosecutor', 'line_superior'] },
    ['prosecutor@630200', 'line_superior@630200', 'prosecutor@630202'],
    ['D-1', 'D-2'],
  ],
  ['no role at all: nothing', { roles: [] }, [], []],
] as const;

describe('a session limited to the offices that its token names', () => {
  test.each(cases)('%s', (_what, named, offices, delegations) => {
    const { subject, notHeld } = narrow(xie, named);
    expect(subject.roles.map(({ role, unit }) => `${role}@${unit}`)).toEqual(offices);
    expect(subject.delegations.map(({ id }) => id)).toEqual(delegations);
    expect(notHeld).toEqual({ roles: [], units: [] });
    expect(subject).toMatchObject({ person: 'P-630200-xie', name: '谢某' });
  });

  test('what the registry does not know gives nothing, and is told', () => {
    const named = { roles: ['prosecutor', 'chief'], units: ['630200', '630000'] };
    const { subject, notHeld } = narrow(xie, named);
    expect(subject.roles).toEqual([held('prosecutor', '630200')]);
    expect(notHeld).toEqual({ roles: ['chief'], units: ['630000'] });
  });
});

describe('over HTTP', () => {
  const signedInAs = (onlyAs: NamedOffices) =>
    openPostRoom({
      sessions: rememberSessions(async (person) => ({ person, expiresAt: 4_000_000_000, onlyAs })),
    });
  const whoAmI = (room: PostRoom) =>
    room.app.inject({ url: '/v1/session', headers: { authorization: 'Bearer P-630103-ma' } });

  test('operations are closed to an administrator who signed in as something else', async () => {
    const room = await signedInAs({ roles: ['clerk'] });
    const answer = await whoAmI(room);
    expect(answer.json()).toMatchObject({ status: 403, code: 'session.no-office' });
    await room.close();
  });

  test('offices that the registry does not know give nothing; each session is counted and logged once', async () => {
    const room = await signedInAs({ roles: ['sysadmin', 'chief'], units: ['630103'] });
    for (let n = 0; n < 3; n += 1) {
      expect((await whoAmI(room)).json().roles).toEqual([
        { role: 'sysadmin', unit: '630103', unitName: '城中区院' },
      ]);
    }
    const metrics = (await room.app.inject('/metrics')).body;
    expect(metrics).toContain('\njiandu_sessions_beyond_registry_total 1\n');
    const lines = room.logged.filter((line) => line.includes('"chief"'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, person: 'P-630103-ma', notHeld: { roles: ['chief'], units: [] } },
    ]);
    await room.close();
  });
});
