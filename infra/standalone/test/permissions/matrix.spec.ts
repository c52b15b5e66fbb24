import { permissionMatrix } from '@jiandu/access';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { services } from '../../src/services.ts';
import { openTestHouse, type TestHouse } from '../house.ts';
import { type Act, commandActs, queryActs } from './acts.ts';
import { foundOffice, holder, NOBODY, type Office, places, roles, tiesOf } from './office.ts';

const cells = permissionMatrix(services, roles);
const allowed = new Set(
  cells
    .filter((cell) => cell.allowed)
    .map(({ service, name, role, relation }) => `${service}.${name} ${role} ${relation}`),
);
const offered = cells.filter(({ internal }) => !internal);
const names = (kind: string) => [
  ...new Set(offered.filter((cell) => cell.kind === kind).map(({ service, name }) => `${service}.${name}`)),
];

/** The acts that show only what is the asker's own, whatever else the role may see. */
const OWN_ONLY = new Set(['reporting.myMatters']);

/** What the matrix says of somebody by all the ties in which he stands to the thing. */
const mayDo = (act: Act, role: string, place: (typeof places)[number]) =>
  tiesOf(place, act.thing).some((tie) => allowed.has(`${act.name} ${role} ${tie}`)) &&
  (!OWN_ONLY.has(act.name) || place === 'own');

let house: TestHouse;
let office: Office;
let acts: ReadonlyMap<string, Act>;

beforeAll(async () => {
  house = await openTestHouse();
  office = await foundOffice(house);
  const all = [...(await commandActs(house, office)), ...queryActs(house, office)];
  acts = new Map(all.map((act) => [act.name, act]));
}, 60_000);
afterAll(() => house.close());

function actOf(name: string): Act {
  const act = acts.get(name);
  if (act === undefined) throw new Error(`${name} is not tried`);
  return act;
}

/** Cells that answer otherwise than the matrix says. */
async function differences(act: Act): Promise<readonly string[]> {
  const found: string[] = [];
  for (const role of roles) {
    for (const place of places) {
      const told = await act.ask(holder(role, place));
      const wanted = mayDo(act, role, place);
      if (act.letThrough(told) !== wanted) {
        found.push(
          `${role} ${place}: ${told.status} ${told.code}, the matrix ${wanted ? 'allows' : 'denies'} it`,
        );
      }
    }
  }
  return found;
}

describe('who may do what, cell by cell', () => {
  test.each(names('command'))('%s', async (name) => {
    expect(await differences(actOf(name))).toEqual([]);
  });
});

describe('who may see what, cell by cell', () => {
  test.each(names('query'))('%s', async (name) => {
    expect(await differences(actOf(name))).toEqual([]);
  });
});

describe('somebody without a role', () => {
  test.each([...names('command'), ...names('query')])('is not let through to %s', async (name) => {
    const act = actOf(name);
    const told = await act.ask(NOBODY);
    const open = roles.every((role) => allowed.has(`${name} ${role} anyone`));
    if (!open || act.kind === 'command') expect(act.letThrough(told), told.text).toBe(false);
  });
});

const internal = services.flatMap(({ name: service, aggregates }) =>
  aggregates.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([name, command]) => (command.internal ? [`${service}.${name}`] : [])),
  ),
);

test.each(internal)('%s is given by policies and timers alone and has no address', async (name) => {
  const { status, code } = await house.give(holder('chief', 'unit'), name, office.matter, {});
  expect(code).toMatch(/^route\./);
  expect([404, 405]).toContain(status);
});
