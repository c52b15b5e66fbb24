import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type Told } from '../house.ts';

const UNIT = '630103';
const [CLERK, GATE, HANDLER, CHIEF, SUPERIOR] = [
  'P-630103-han',
  'P-630103-shi',
  'P-630103-li',
  'P-630103-bai',
  'P-630200-xie',
];
const TITLE = '通风报信线索需限制知悉';
const unknown = { lead: `L-${UNIT}-2025-ZZZZZZZZ`, matter: `CFS-${UNIT}-2025-00999` };

let house: TestHouse;
let lead = '';
let matter = '';
let before = 0;

/** What somebody can tell two answers apart by; the id that was asked for and that of the request are his own. */
function tellable({ status, text, headers }: Told, asked: string): object {
  const { date: _date, 'x-request-id': _id, 'jiandu-position': _position, ...seen } = headers;
  const said = JSON.stringify(text)
    .replaceAll(asked, '…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
  const { 'content-length': _length, ...others } = seen;
  return { status, said, others };
}

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
  before = await house.head();
  const registered = await house.done(CLERK, 'intake.registerLead', undefined, {
    unit: UNIT,
    source: 'own_case',
    type: 'CFS',
    subKind: 'should_file',
    title: TITLE,
    supervisedBody: { name: '某看守所', kind: 'detention_house' },
    secrecy: 'restricted',
    accessList: [CLERK, GATE, HANDLER],
    reporter: { kind: 'citizen', name: '马某' },
  });
  lead = String(registered.body['id']);
  await house.done(GATE, 'intake.acceptLead', lead, {});
  matter = String((await house.ask(GATE, `/v1/intake/leads/${lead}`)).body['matter']);
  await house.toDay('2025-03-04');
}, 30_000);
afterAll(() => house.close());

test('those on its list see it', async () => {
  for (const person of [CLERK, GATE, HANDLER]) {
    expect((await house.ask(person, `/v1/intake/leads/${lead}`)).status, person).toBe(200);
  }
  expect((await house.ask(GATE, `/v1/reporting/matters/${matter}`)).status).toBe(200);
});

describe('to everybody else it looks exactly like a thing that does not exist', () => {
  const things = ['leads/:lead', 'leads/:lead/reporter', 'matters/:matter'].map((path) => `intake/${path}`);
  const pages = ['', '/timeline', '/history', '/compare?from=2025-03-03&to=2025-03-04'].map(
    (path) => `reporting/matters/:matter${path}`,
  );
  const cards = [
    'investigation/matters/:matter',
    'disposition/matters/:matter',
    'assessment/quality-checks/:matter',
  ];

  test.each([...things, ...pages, ...cards])('GET %s', async (path) => {
    for (const person of [CHIEF, 'P-630103-ma', SUPERIOR]) {
      const asked = (of: { lead: string; matter: string }) =>
        house.ask(person, `/v1/${path.replace(':lead', of.lead).replace(':matter', of.matter)}`);
      const [hidden, none] = [await asked({ lead, matter }), await asked(unknown)];
      expect(hidden.status).toBe(404);
      const id = path.includes(':lead') ? 'lead' : 'matter';
      const mine = id === 'lead' ? lead : matter;
      expect(tellable(hidden, mine), `${person} ${path}`).toEqual(tellable(none, unknown[id]));
    }
  });

  test.each([
    ['intake.transferLead', 'lead', { toUnit: '630102', opinion: '移送。' }],
    ['intake.eraseReporter', 'lead', { ground: 'on_request', basis: '申请' }],
    ['intake.openReporter', 'lead', { purpose: '核实' }],
    ['intake.approveFiling', 'matter', {}],
    ['intake.decideRecusal', 'matter', { recusal: 'RC-1', granted: false, opinion: '驳回。' }],
    ['intake.reassignHandler', 'matter', { handler: HANDLER, opinion: '指定。' }],
  ] as const)('%s', async (command, thing, input) => {
    const mine = thing === 'lead' ? lead : matter;
    const hidden = await house.give(CHIEF, command, mine, input);
    const none = await house.give(CHIEF, command, unknown[thing], input);
    expect(hidden).toMatchObject({ status: 404, code: 'thing.unknown' });
    expect(tellable(hidden, mine)).toEqual(tellable(none, unknown[thing]));
  });
});

describe('and it is in no list, file or stream of theirs', () => {
  test.each([
    'intake/leads',
    `intake/leads?words=${encodeURIComponent('通风报信')}`,
    'reporting/main-ledger',
    'reporting/main-ledger.csv',
    `reporting/search?q=${encodeURIComponent('通风报信线索')}`,
    'reporting/search?q=CFS-630103',
    'reporting/deadlines',
    'reporting/my-matters?state=all',
    'disposition/instruments',
    'assessment/quality-checks',
  ])('%s', async (path) => {
    for (const person of [CHIEF, 'P-630103-qi', 'P-630103-zhao', SUPERIOR]) {
      const { status, text } = await house.ask(person, `/v1/${path}`);
      expect(status, `${person} ${path}`).toBe(200);
      for (const word of [lead, matter, '通风报信']) expect(text, `${person} ${path}`).not.toContain(word);
    }
  });

  test('counted in nobody’s figures but theirs who see it', async () => {
    const { body } = await house.ask(CHIEF, '/v1/reporting/ledger-counts?by=type');
    expect(body['total']).toBe(0);
    expect((await house.ask(GATE, '/v1/reporting/ledger-counts?by=type')).body['total']).toBe(1);
  });

  test('the feed says nothing of it but that something restricted is there', async () => {
    const { status, text } = await house.ask(CHIEF, `/v1/reporting/feed?live=false&from=${before}`);
    expect(status).toBe(200);
    expect(text).toContain('event: restricted');
    for (const word of ['通风报信', '某看守所', HANDLER, lead, matter])
      expect(text.includes(word), word).toBe(false);
  });

  test('the register of numbers shows that its number is given, or it would show a gap', async () => {
    const { body, text } = await house.ask(CHIEF, `/v1/intake/number-series/CFS-${UNIT}-2025`);
    expect(body['gapless']).toBe(true);
    expect(text).not.toContain('通风报信');
    expect(text).not.toContain(lead);
  });
});
