import type { Dice } from '../dice.ts';
import { pause } from '../pause.ts';
import type { Acknowledged, Given } from './command-book.ts';
import type { Desk } from './desk.ts';

/** Who does what in one unit. */
interface Office {
  readonly unit: string;
  readonly finder: string;
  readonly gate: string;
  readonly head?: string;
  readonly handler: string;
  readonly chief: string;
  readonly body: { readonly name: string; readonly kind: string };
}

const CHENGZHONG: Office = {
  unit: '630103',
  finder: 'P-630103-ding',
  gate: 'P-630103-shi',
  head: 'P-630103-qi',
  handler: 'P-630103-li',
  chief: 'P-630103-bai',
  body: { name: '西宁市公安局城中分局', kind: 'public_security' },
};
const OTHERS: readonly Office[] = [
  {
    unit: '630202',
    finder: 'P-630202-ye',
    gate: 'P-630202-ma',
    handler: 'P-630202-ye',
    chief: 'P-630202-duo',
    body: { name: '海东市公安局乐都分局', kind: 'public_security' },
  },
  {
    unit: '630200',
    finder: 'P-630200-xie',
    gate: 'P-630200-an',
    handler: 'P-630200-xie',
    chief: 'P-630200-cai',
    body: { name: '海东市公安局', kind: 'public_security' },
  },
  {
    unit: '632800',
    finder: 'P-632800-wu',
    gate: 'P-632800-tang',
    handler: 'P-632800-wu',
    chief: 'P-632800-ba',
    body: { name: '格尔木市公安局', kind: 'public_security' },
  },
];

const SCORES = [
  { criterion: 'nature', points: 25 },
  { criterion: 'extent', points: 20 },
  { criterion: 'repetition', points: 15 },
  { criterion: 'social_effect', points: 13 },
  { criterion: 'protected', points: 0 },
  { criterion: 'need', points: 5 },
];

/** One client's way with one lead: a name of its own, throws of its own, and the pause between two acts. */
export interface Walk {
  readonly desk: Desk;
  readonly dice: Dice;
  /** Unique in the whole torture; stands in the title of the lead and in every Idempotency-Key. */
  readonly name: string;
  /** Milliseconds that a client thinks at most before each act. */
  readonly thinks: number;
}

type Act = Omit<Given, 'key' | 'path'>;

function addressed({ name }: Walk, aggregate: 'leads' | 'matters', asked: Act): Given {
  const verb = asked.command
    .slice(asked.command.indexOf('.') + 1)
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const root = `/v1/intake/${aggregate}`;
  const own = verb === 'register-lead' ? '' : `/${verb}`;
  const path = asked.id === undefined ? `${root}${own}` : `${root}/${asked.id}/${verb}`;
  return { ...asked, path, key: `${name}-${verb}` };
}

async function act(walk: Walk, aggregate: 'leads' | 'matters', asked: Act): Promise<Acknowledged> {
  await pause(walk.dice.between(0, walk.thinks));
  return walk.desk.give(addressed(walk, aggregate, asked));
}

const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3_000;
const STATIONS = 12;

/** Words that rarely resemble another lead's, so that most leads are nobody's duplicate and some are. */
function saidOf({ name, dice }: Walk, { body }: Office): { title: string; body: Office['body'] } {
  const words = Array.from({ length: 8 }, () =>
    String.fromCodePoint(FIRST_CHARACTER + dice.below(CHARACTERS)),
  ).join('');
  return {
    title: `${words} ${name}`,
    body: { ...body, name: `${body.name}第${dice.below(STATIONS) + 1}所` },
  };
}

/** A complaint at the window, with the personal data of who brings it. */
export function complaint(walk: Walk): Given {
  const { unit, finder } = CHENGZHONG;
  const { title, body } = saidOf(walk, CHENGZHONG);
  const reporter = { kind: 'citizen', name: `举报人${walk.name}`, phone: '13900000001' };
  const said = { title, statement: `${walk.name}：三十一人被骗`, supervisedBody: body, reporter };
  const input = { unit, source: 'citizen_complaint', type: 'CFS', subKind: 'should_file', ...said };
  return addressed(walk, 'leads', { person: finder, command: 'intake.receiveLead', input });
}

/** A lead by one of two ways: a complaint with its reporter's data, or a prosecutor's own find. */
async function leadOf(walk: Walk, office: Office): Promise<string> {
  const { unit, finder } = office;
  if (office !== CHENGZHONG) {
    const { title, body } = saidOf(walk, office);
    const input = { unit, source: 'own_case', type: 'IAS', title, supervisedBody: body };
    return (await act(walk, 'leads', { person: finder, command: 'intake.registerLead', input })).id;
  }
  await pause(walk.dice.between(0, walk.thinks));
  const { id } = await walk.desk.give(complaint(walk));
  await act(walk, 'leads', { person: finder, command: 'intake.registerReceivedLead', id, input: {} });
  const opinion = '属本院管辖';
  const screening = { result: 'accept', opinion };
  await act(walk, 'leads', { person: finder, command: 'intake.screenLead', id, input: screening });
  return id;
}

/** Through the gate; answers the number, which must be there once what follows from the acceptance has arrived. */
async function numberOf(walk: Walk, office: Office, lead: string): Promise<string> {
  const accepted = await act(walk, 'leads', {
    person: office.gate,
    command: 'intake.acceptLead',
    id: lead,
    input: {},
  });
  const page = await walk.desk.ask(office.gate, `/v1/intake/leads/${lead}?after=${accepted.position}`);
  if (typeof page['matter'] !== 'string') {
    walk.desk.book.anomalies.push(`${lead} has no number after position ${accepted.position}`);
    return '';
  }
  return page['matter'];
}

/** Walks one lead as far as the dice say: registered only, accepted and numbered, assessed, or filed. */
export async function walkOneLead(walk: Walk): Promise<void> {
  const { dice } = walk;
  const office = dice.chance(0.4) ? CHENGZHONG : dice.pick(OTHERS);
  const lead = await leadOf(walk, office);
  if (dice.chance(0.15)) return;
  const id = await numberOf(walk, office, lead);
  if (id === '' || dice.chance(0.4)) return;
  const { handler, head, chief } = office;
  const opinion = '涉众，属重大监督事项';
  const assessment = { scores: SCORES, opinion };
  await act(walk, 'matters', {
    person: handler,
    command: 'intake.assessSignificance',
    id,
    input: assessment,
  });
  if (dice.chance(0.3)) return;
  if (head !== undefined) {
    await act(walk, 'matters', { person: head, command: 'intake.reviewFiling', id, input: { agreed: true } });
  }
  await act(walk, 'matters', { person: chief, command: 'intake.approveFiling', id, input: {} });
}
