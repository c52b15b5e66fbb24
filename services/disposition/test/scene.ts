import { emptyDirectory, foldDirectory } from '@jiandu/access';
import { catalogueVersion } from '@jiandu/catalogue';
import { type DisposalOpened, dispositionEvents } from '@jiandu/contracts';
import type { Actor, Fact } from '@jiandu/eventing';
import { explainRefusal } from '@jiandu/eventing';
import { type Came, given } from '@jiandu/eventing/testing';
import { expect } from 'vitest';
import { disposal } from '../src/disposal/disposal.ts';
import type { DisposalFact } from '../src/disposal/facts.ts';
import { dispositionRefusals } from '../src/refusals.ts';

type Event = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

const unit = (code: string, shortZh: string, parent?: string): Event => ({
  type: 'UnitRegistered',
  data: {
    code,
    nameZh: `${shortZh}检察院`,
    nameEn: `Unit ${code}`,
    shortZh,
    level: 'county',
    from: '2022-10-31',
    ...(parent === undefined ? {} : { parent }),
  },
});

/** Everybody who acts in the examples: person id → name and `role@unit`. */
const STAFF: Readonly<Record<string, readonly [name: string, ...roles: string[]]>> = {
  'P-630103-li': ['李某', 'prosecutor@630103'],
  'P-630103-cai': ['才某', 'assistant@630103'],
  'P-630103-wei': ['韦某', 'prosecutor@630103'],
  'P-630103-qi': ['祁某', 'dept_head@630103'],
  'P-630103-bai': ['白某', 'chief@630103'],
  'P-630103-jian': ['检委会', 'committee@630103'],
  'P-630103-zhao': ['赵某', 'clerk@630103'],
  'P-630103-shi': ['史某', 'case_admin@630103'],
  'P-630103-wang': ['王某', 'archivist@630103'],
  'P-630202-ye': ['冶某', 'prosecutor@630202'],
  'P-630202-li': ['李某', 'prosecutor@630202'],
  'P-630202-ma2': ['马某', 'prosecutor@630202'],
  'P-630202-qi2': ['祁某某', 'dept_head@630202'],
  'P-630202-duo': ['多某', 'chief@630202'],
  'P-630202-qi': ['祁某', 'clerk@630202'],
  'P-630202-ma': ['马某', 'case_admin@630202'],
  'P-630202-zhang': ['张某', 'archivist@630202'],
  'P-630200-an': ['安某', 'case_admin@630200'],
  'P-630200-xie': ['解某', 'prosecutor@630200'],
  'P-630200-cai': ['蔡某', 'chief@630200'],
  'P-632800-su': ['苏某', 'prosecutor@632800'],
  'P-632800-liu': ['刘某', 'prosecutor@632800'],
  'P-632800-ba': ['巴某', 'chief@632800'],
  'P-632800-he': ['何某', 'clerk@632800'],
  'P-632800-tang': ['唐某', 'case_admin@632800'],
  'P-632800-chen': ['陈某', 'archivist@632800'],
};

const staffEvents = Object.entries(STAFF).flatMap(([person, [name, ...roles]]): readonly Event[] => [
  { type: 'PersonRegistered', data: { person, name } },
  ...roles.map((written) => {
    const [role, at] = written.split('@');
    return { type: 'RoleGranted', data: { person, role, unit: at, from: '2023-01-01' } };
  }),
]);

/** The organisation of the examples, under the catalogue and the calendar of 2025. */
export const directory = [
  unit('630000', '省院'),
  unit('630100', '西宁市院', '630000'),
  unit('630200', '海东市院', '630000'),
  unit('630103', '城中区院', '630100'),
  unit('630202', '乐都区院', '630200'),
  unit('632800', '海西州院', '630000'),
  {
    type: 'CatalogueVersionPublished',
    data: { version: catalogueVersion.version, contentHash: '0'.repeat(64), effectiveFrom: '2023-10-01' },
  },
  {
    type: 'CalendarPublished',
    data: { version: 'cn-2025.1', effectiveFrom: '2024-11-12', lastPublishedYear: 2025 },
  },
  ...staffEvents,
].reduce((known, event) => foldDirectory(known, event), emptyDirectory);

/** A member of staff in the only role he holds. */
export function as(person: string): Actor {
  const [name = person, held = 'system@system'] = STAFF[person] ?? [];
  const [role = 'system', at = 'system'] = held.split('@');
  return { person, name, role, unit: at };
}

export const system: Actor = { person: 'system', name: '系统', role: 'system', unit: 'system' };

/** How somebody is written in the data of events. */
export function staff(person: string) {
  const { name, unit: at } = as(person);
  return { person, name, unit: at };
}

type Opened = DisposalOpened['data'];

/** What a matter is opened with. */
export function opening(
  type: 'CFS' | 'IAS' | 'CIR',
  at: string,
  filedOn: string,
  handling: readonly [handler: string, ...assistants: string[]],
  more: Partial<Opened['profile']> = {},
): Omit<Opened, 'clocks'> {
  const [handler, ...assistants] = handling;
  return {
    profile: {
      type,
      unit: at,
      lead: `L-${at}-2025-7K3M9Q2X`,
      title: '监督事项',
      track: 'case',
      procedure: 'full',
      function: 'criminal',
      line: type === 'CIR' ? 'penal_execution' : 'criminal_prosecution',
      department: 'business',
      supervisedBody: { name: '公安分局', kind: 'public_security' },
      custody: false,
      complainant: type === 'CFS',
      secrecy: 'internal',
      ...more,
    },
    handler: staff(handler),
    assistants: assistants.map(staff),
    filedOn,
  };
}

const schemas = new Map(dispositionEvents.map((each) => [each.type as string, each.schema]));

/** Every fact a decider makes must be one that may be published, dated on a day that is not in the future. */
export function publishable(facts: readonly Fact[], today: string): void {
  for (const { type, data, occurredOn = today } of facts) {
    expect(
      schemas.get(type)?.safeParse(data).error?.issues,
      `${type} is published as declared`,
    ).toBeUndefined();
    expect(occurredOn <= today, `${type} lies in the future`).toBe(true);
  }
}

/** A clock as a line: `DL-16 D-1 → 2025-05-06`. */
export function startsOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(({ data }) =>
    ((data['clocks'] ?? []) as readonly { clock: string; subject: string; due: string }[]).map(
      ({ clock, subject, due }) => `${clock} ${subject} → ${due}`,
    ),
  );
}

function refs(facts: readonly Fact[], field: string): readonly string[] {
  return facts.flatMap(({ data }) =>
    ((data[field] ?? []) as readonly { clock: string; subject: string }[]).map(
      ({ clock, subject }) => `${clock} ${subject}`,
    ),
  );
}

/** A matter played act by act on the decider alone. */
export class Matter {
  readonly id: string;
  facts: DisposalFact[] = [];

  constructor(id: string, with_: Omit<Opened, 'clocks'>) {
    this.id = id;
    this.on(with_.filedOn, system, 'openDisposal', with_);
  }

  /** Tries an act; nothing is kept. */
  attempt(today: string, actor: Actor | string, command: string, input: unknown): Came {
    const who = typeof actor === 'string' ? as(actor) : actor;
    return given(disposal, this.id, { today, actor: who, directory }, this.facts).when(command, input);
  }

  /** An act that must succeed; answers what it did to the clocks. */
  on(today: string, actor: Actor | string, command: string, input: unknown) {
    const came = this.attempt(today, actor, command, input);
    if ('refused' in came) {
      const entry = explainRefusal(
        { refused: true, code: came.refused, params: came.params as never },
        dispositionRefusals,
      );
      throw new Error(`${today} ${command}: ${came.refused} ${entry.en} ${JSON.stringify(came.params)}`);
    }
    publishable(came.facts, today);
    this.facts = [...this.facts, ...(came.facts as DisposalFact[])];
    return {
      types: came.facts.map(({ type }) => type),
      starts: startsOf(came.facts),
      met: refs(came.facts, 'clocksMet'),
      replaced: refs(came.facts, 'clocksReplaced'),
    };
  }

  /** The code with which an act is refused; `done` when it is not. */
  refusal(today: string, actor: Actor | string, command: string, input: unknown): string {
    const came = this.attempt(today, actor, command, input);
    return 'refused' in came ? came.refused : 'done';
  }

  /** Decision, number and issue in one go. */
  issued(today: string, ref: string, printedNumber = '城中检纠违〔2025〕3号') {
    return this.on(today, system, 'issueInstrument', { instrument: ref, printedNumber, issuedOn: today });
  }

  copy(): Matter {
    const other = Object.create(Matter.prototype) as Matter;
    return Object.assign(other, { id: this.id, facts: [...this.facts] });
  }
}

/** All the papers a type may ask for. */
export const everyPaper = [
  'acceptance_form',
  'lead_materials',
  'significance_form',
  'filing_form',
  'handler_form',
  'recusal_statement',
  'plan',
  'records',
  'review_report',
  'instruments',
  'service_receipts',
  'replies',
  'self_check_form',
  'closing_form',
  'contents',
  'note_form',
  'notification_letter',
  'talk_records',
  'issue_list',
  'inspection_report',
  'visit_record',
  'issue_closing_table',
].map((document) => ({ document, copies: 1 }));

export const effect = { obtained: true, evidence: '立案决定书、移送起诉意见书' };
