import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followEventStore } from '@jiandu/adapters-embedded';
import { demonstrationMatters, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HouseProcess } from '../acceptance-process.ts';

const CHIEFS = ['P-630103-bai', 'P-630202-duo', 'P-630200-cai', 'P-632800-ba'];

let data = '';
let house: HouseProcess;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'jiandu-restart-'));
});
afterAll(async () => {
  await house.end('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

/** Position of the last event, and how many events of each type there are. */
async function record() {
  const store = followEventStore({ file: join(data, 'log.db'), pollEvery: 0 });
  const counts = new Map<string, number>();
  const head = await store.head();
  for (let at = 0; at < head; ) {
    const { events, upTo } = await store.readAll(at, 5_000);
    for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
    at = upTo;
  }
  await store.close();
  return { head, counts };
}

const matters = [...workedMatters, ...demonstrationMatters('2999-01-04')];
const commandsOf = (...names: readonly string[]) =>
  matters.flatMap(({ steps }) =>
    steps.filter(({ does = '', expect: wanted }) => names.includes(does) && wanted?.refused === undefined),
  ).length;

// Three lives of one directory, in order.
test('a first start that is killed half way begins anew at the second, and nothing is there twice', async () => {
  house = new HouseProcess(data);
  await house.saying(/首次启动/);
  for (;;) {
    const { counts } = await record().catch(() => ({ counts: new Map<string, number>() }));
    if ((counts.get('FilingApproved') ?? 0) >= 2) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await house.end('SIGKILL');
  expect(house.output).not.toMatch(/已载入/);

  house = await new HouseProcess(data).listening();
  expect(house.output).toContain(`已载入${matters.length}件示例事项 / ${matters.length} matters loaded`);
  const { counts } = await record();
  expect(counts.get('LeadReceived')).toBe(commandsOf('intake.receiveLead'));
  expect(counts.get('MatterNumbered')).toBe(commandsOf('intake.acceptLead'));
  expect(counts.get('MatterAccepted')).toBe(counts.get('MatterNumbered'));
  expect(counts.get('FilingApproved')).toBe(commandsOf('intake.approveFiling'));
  expect(counts.get('InstrumentServed')).toBe(commandsOf('disposition.serveInstrument'));
  expect(counts.get('DossierArchived')).toBe(commandsOf('disposition.archiveDossier'));
}, 60_000);

test('a second start after a kill goes on where it was: ready, and nothing is loaded again', async () => {
  const question = '/v1/reporting/main-ledger?limit=200';
  const tell = () => Promise.all(CHIEFS.map(async (chief) => (await house.ask(chief, question)).body));
  const [before, ledgers] = [await record(), await tell()];
  await house.end('SIGKILL');

  house = await new HouseProcess(data).listening();
  expect(house.output).not.toContain('首次启动');
  expect(await house.send('GET', '/health/ready')).toMatchObject({ status: 200 });
  expect(await tell()).toEqual(ledgers);
  expect((await record()).counts).toEqual(before.counts);
}, 30_000);

test('and it works on: a lead registered now is read back after the next kill', async () => {
  const { body } = await house.done('P-630103-han', 'intake.registerLead', '', {
    unit: '630103',
    source: 'own_case',
    type: 'IAS',
    subKind: 'general',
    title: '重启之后登记的线索',
    supervisedBody: { name: '西宁市公安局城中分局', kind: 'public_security' },
  });
  await house.end('SIGKILL');
  house = await new HouseProcess(data).listening();
  const { status, body: lead } = await house.ask('P-630103-han', `/v1/intake/leads/${body['id']}`);
  expect([status, lead['title'], lead['status']]).toEqual([200, '重启之后登记的线索', 'lead_registered']);
}, 30_000);
