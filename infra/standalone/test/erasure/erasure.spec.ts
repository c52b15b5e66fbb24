import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HouseProcess } from '../acceptance-process.ts';
import type { Json } from '../house.ts';
import { canaries, filesBelow, filesHolding, reporter, statement } from './canaries.ts';

const UNIT = '630103';
const [WINDOW, CLERK, GATE, HANDLER, CHIEF, AUDITOR] = [
  'P-630103-ding',
  'P-630103-han',
  'P-630103-shi',
  'P-630103-li',
  'P-630103-bai',
  'P-630000-zhong',
];
const start = { arguments: ['--mode', 'test'], environment: { JIANDU_LOG_LEVEL: 'trace' } };

let data = '';
let house: HouseProcess;
let lead = '';
let other = '';
let matter = '';
let keys: readonly string[] = [];

const said = {
  unit: UNIT,
  source: 'citizen_complaint',
  type: 'CFS',
  subKind: 'should_file',
  title: '应当立案而不立案',
  supervisedBody: { name: '西宁市公安局城中分局', kind: 'public_security' },
};
const neighbour = { ...reporter, name: '银丝雀乙', phone: '13966665555' };

const reporterOf = (person: string, id = lead) => house.ask(person, `/v1/intake/leads/${id}/reporter`);
const history = async (person: string) =>
  (await house.ask(person, `/v1/reporting/matters/${matter}/history`)).body['items'] as readonly Json[];
const holding = () => filesHolding(data, canaries).map((path) => path.slice(data.length + 1));

/** Everything that can be read about the lead and its matter, by everybody who may. */
async function everythingTold(): Promise<string> {
  const questions = [
    `/v1/intake/leads/${lead}`,
    '/v1/intake/leads',
    `/v1/intake/matters/${matter}`,
    `/v1/reporting/matters/${matter}`,
    `/v1/reporting/matters/${matter}/history`,
    `/v1/reporting/matters/${matter}/history?at=2999-01-01`,
    `/v1/reporting/matters/${matter}/timeline`,
    '/v1/reporting/main-ledger',
    '/v1/reporting/main-ledger.csv',
    '/v1/reporting/deadlines',
    `/v1/reporting/search?q=${encodeURIComponent(reporter.name)}`,
    '/v1/reporting/feed?live=false',
  ];
  const told: string[] = [];
  for (const person of [WINDOW, GATE, HANDLER, CHIEF, AUDITOR])
    for (const question of questions) told.push((await house.ask(person, question)).text);
  return told.join('\n');
}

function expectNoCanary(text: string): void {
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'jiandu-erasure-'));
  house = await new HouseProcess(data, start).listening();
  const received = await house.done(WINDOW, 'intake.receiveLead', '', { ...said, statement, reporter });
  lead = String(received.body['id']);
  other = String(
    (await house.done(WINDOW, 'intake.receiveLead', '', { ...said, reporter: neighbour })).body['id'],
  );
  await house.done(CLERK, 'intake.registerReceivedLead', lead, {});
  await house.done(CLERK, 'intake.screenLead', lead, { result: 'accept', opinion: '属本院管辖。' });
  await house.done(GATE, 'intake.acceptLead', lead, {});
  matter = String((await house.ask(GATE, `/v1/intake/leads/${lead}`)).body['matter']);
}, 60_000);
afterAll(async () => {
  await house.end('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

// One life of one reporter's data, in order.
describe('before anybody asks', () => {
  test('the search finds what is there', async () => {
    const file = join(data, 'probe');
    await writeFile(file, `…${reporter.name}…`);
    expect(holding()).toEqual(['probe']);
    await rm(file);
  });

  test('nothing of the reporter is in a file or a line of the log', () => {
    expect(filesBelow(data).size).toBeGreaterThan(5);
    expect(holding()).toEqual([]);
    expectNoCanary(house.output);
  });

  test('nothing of the reporter is told', async () => {
    const told = await everythingTold();
    expect(told).toContain(matter);
    expectNoCanary(told);
    expect(await reporterOf(CLERK)).toMatchObject({ status: 403, code: 'reporter.not-opened' });
  });
});

describe('who says why is told', () => {
  test('everything, on that day, where the reporter is shown', async () => {
    await house.done(HANDLER, 'intake.openReporter', lead, { purpose: '联系报案人核实付款时间。' });
    const { status, body } = await reporterOf(HANDLER);
    expect([status, body]).toEqual([200, { lead, erased: false, reporter, statement }]);
    const received = (await history(HANDLER)).find(({ type }) => type === 'LeadReceived');
    expect(received?.['data']).toMatchObject({ reporter, statement });
  });

  test('and nobody else, though it stays on record who looked and why', async () => {
    expect(await reporterOf(GATE)).toMatchObject({ status: 403, code: 'reporter.not-opened' });
    const opened = (await history(CHIEF)).find(({ type }) => type === 'ReporterOpened');
    expect(opened).toMatchObject({ actor: { person: HANDLER }, reason: '联系报案人核实付款时间。' });
    expect(holding()).toEqual([]);
  });
});

describe('once erased', () => {
  beforeAll(async () => {
    await house.done(CHIEF, 'intake.eraseReporter', lead, {
      ground: 'on_request',
      basis: '个人信息保护法第四十七条',
    });
    const erased = (await history(CHIEF)).find(({ type }) => type === 'ReporterErased');
    keys = (erased?.['data'] as { keys: readonly string[] } | undefined)?.keys ?? [];
  });

  test('the keys are in no file any more, and the one that is still needed is', async () => {
    expect(keys.length).toBeGreaterThan(0);
    const keyFiles = [...filesBelow(join(data, 'keys'))].filter(([path]) => path.includes('keys.db'));
    expect(keyFiles.length).toBeGreaterThan(1);
    for (const key of keys) {
      expect(keyFiles.filter(([, content]) => content.includes(key)).map(([path]) => path)).toEqual([]);
    }
  });

  test('whoever was told before reads null now', async () => {
    expect(await reporterOf(HANDLER)).toMatchObject({ status: 409, code: 'reporter.erased' });
    const received = (await history(HANDLER)).find(({ type }) => type === 'LeadReceived');
    expect(received?.['data']).toMatchObject({
      statement: null,
      reporter: { kind: 'citizen', name: null, phone: null, idNumber: null, address: null },
    });
    expectNoCanary(await everythingTold());
    expectNoCanary(house.output);
    expect(holding()).toEqual([]);
  });

  test('it can neither be opened nor erased again', async () => {
    const purpose = { purpose: '再看一次。' };
    expect(await house.give(GATE, 'intake.openReporter', lead, purpose)).toMatchObject({
      code: 'reporter.erased',
    });
    const again = { ground: 'order', basis: '再删一次' };
    expect(await house.give(CHIEF, 'intake.eraseReporter', lead, again)).toMatchObject({
      code: 'reporter.erased',
    });
  });

  test('the matter goes on, and so do the data of others', async () => {
    await house.done(HANDLER, 'intake.assessSignificance', matter, {
      scores: [
        { criterion: 'nature', points: 28 },
        { criterion: 'extent', points: 20 },
        { criterion: 'repetition', points: 15 },
      ],
    });
    const page = await house.ask(CHIEF, `/v1/reporting/matters/${matter}`);
    expect(page).toMatchObject({ status: 200, body: { significance: { score: 63 } } });
    await house.done(CLERK, 'intake.openReporter', other, { purpose: '通知补充材料。' });
    expect((await reporterOf(CLERK, other)).body['reporter']).toEqual(neighbour);
  });

  test('all this holds after the process was killed and started again', async () => {
    await house.end('SIGKILL');
    house = await new HouseProcess(data, start).listening();
    expect(holding()).toEqual([]);
    expect(await reporterOf(HANDLER)).toMatchObject({ status: 409, code: 'reporter.erased' });
    const received = (await history(HANDLER)).find(({ type }) => type === 'LeadReceived');
    expect(received?.['data']).toMatchObject({ statement: null, reporter: { name: null } });
    expectNoCanary(await everythingTold());
    expect((await reporterOf(CLERK, other)).body['reporter']).toEqual(neighbour);
  }, 30_000);
});
