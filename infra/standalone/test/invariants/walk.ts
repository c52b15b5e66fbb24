import { addDays } from '@jiandu/clocks';
import { idOf, type Recorded } from '@jiandu/eventing';
import fc from 'fast-check';
import type { TestHouse } from '../house.ts';
import { actAt, actByTheWay } from './acts.ts';
import { courses, WAIT } from './courses.ts';
import type { Given, Seen } from './given.ts';
import { everybody, staffOf, type Type, types } from './scene.ts';

/** One turn of a history: the next step of its course, a step left out, some other act, or days that pass. */
export type Turn =
  | { readonly turn: 'on' | 'skip' | 'days'; readonly n: number }
  | { readonly turn: 'other'; readonly n: number; readonly act: number; readonly stranger: number | null };

const n = fc.nat(60);
// Now and then it is not whoever should.
const stranger = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(30) });
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ turn: fc.constant('on' as const), n }) },
  { weight: 1, arbitrary: fc.record({ turn: fc.constant('skip' as const), n }) },
  {
    weight: 2,
    arbitrary: fc.record({ turn: fc.constant('days' as const), n: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ turn: fc.constant('other' as const), n, act: fc.nat(10_000), stranger }),
  },
);

/** A matter of some type, the course it would take, and what happens to it. */
export interface History {
  readonly type: Type;
  readonly course: number;
  readonly turns: readonly Turn[];
}
export const histories: fc.Arbitrary<History> = fc.record({
  type: fc.constantFrom(...types),
  course: fc.nat(11),
  turns: fc.array(turn, { minLength: 40, maxLength: 80, size: 'max' }),
});

/** What came of one act. */
export interface Outcome {
  readonly on: string;
  readonly act: string;
  readonly given: Given;
  readonly status: number;
  readonly code: string;
  readonly fresh: readonly Recorded[];
}

/** A walked history: its acts with all that came of them, and its part of the log. */
export interface Walked {
  readonly type: Type;
  readonly outcomes: readonly Outcome[];
  readonly events: readonly Recorded[];
}

/** An act at the pointer is tried twice at most before the history goes on without it. */
const PATIENCE = 2;
/** Longer than any body may take to answer in these courses. */
const LONG_ENOUGH = 20;

/** Walks one matter through a house that other matters were walked through before. */
export class Walk {
  readonly #house: TestHouse;
  readonly #type: Type;
  readonly #course: readonly string[];
  readonly #outcomes: Outcome[] = [];
  readonly #events: Recorded[] = [];
  #today: string;
  #at: number;
  #place = 0;
  #failed = 0;

  private constructor(house: TestHouse, { type, course }: History, today: string, head: number) {
    this.#house = house;
    this.#type = type;
    this.#course = courses[type][course % courses[type].length] ?? [];
    this.#today = today;
    this.#at = head;
  }

  static async through(house: TestHouse, history: History): Promise<Walked> {
    const today = house.house.clock?.now().slice(0, 10) ?? '';
    const walk = new Walk(house, history, today, await house.head());
    for (const each of history.turns) await walk.#take(each);
    return { type: history.type, outcomes: walk.#outcomes, events: walk.#events };
  }

  async #take(each: Turn): Promise<void> {
    if (each.turn === 'days') return this.#pass(each.n);
    if (each.turn === 'other') {
      const seen = this.#seen();
      const act = actByTheWay(
        each.act,
        this.#events.some(({ type }) => type === 'FilingApproved'),
      );
      const given = actAt(act, seen, each.n);
      const people = everybody(this.#type);
      const who = each.stranger === null ? given.who : (people[each.stranger % people.length] ?? given.who);
      await this.#give(act, { ...given, who });
      return;
    }
    const act = this.#course[this.#place];
    if (act === undefined) return;
    if (act === WAIT) {
      this.#place += 1;
      return this.#pass(LONG_ENOUGH);
    }
    const done = each.turn === 'on' && (await this.#give(act, actAt(act, this.#seen(), each.n)));
    this.#failed = done ? 0 : this.#failed + 1;
    if (done || each.turn === 'skip' || this.#failed >= PATIENCE) {
      this.#failed = 0;
      this.#place += 1;
    }
  }

  async #pass(days: number): Promise<void> {
    this.#today = addDays(this.#today, days);
    await this.#house.toDay(this.#today);
    await this.#house.settle();
    await this.#read();
  }

  async #give(act: string, given: Given): Promise<boolean> {
    const { who, does, to } = given;
    if (to === undefined && act !== 'begin' && act !== 'secret') return false;
    const { status, code } = await this.#house.give(who, does, to, given.with);
    await this.#house.settle();
    const fresh = await this.#read();
    this.#outcomes.push({ on: this.#today, act, given, status, code, fresh });
    return status < 300;
  }

  async #read(): Promise<readonly Recorded[]> {
    const fresh = await this.#house.log(this.#at);
    this.#at = fresh.at(-1)?.position ?? this.#at;
    this.#events.push(...fresh);
    return fresh;
  }

  /** What can be known by now; read from the log and not remembered from what was asked. */
  #seen(): Seen {
    const { prosecutors, assistants } = staffOf[this.#type];
    const mine = this.#events;
    const first = mine.find(({ stream }) => stream.startsWith('intake.lead-'));
    const accepted = mine.find(({ type }) => type === 'MatterAccepted');
    const matter = accepted && idOf(accepted.stream);
    const of = (type: string) =>
      mine.filter((event) => event.type === type && idOf(event.stream) === matter).map(({ data }) => data);
    const group = [...of('HandlerAssigned'), ...of('HandlerReassigned')].at(-1) as
      | { handler: { person: string }; assistants: readonly { person: string }[] }
      | undefined;
    return {
      type: this.#type,
      today: this.#today,
      lead: first && idOf(first.stream),
      matter,
      handler: group?.handler.person ?? prosecutors[0],
      assistants: group?.assistants.map(({ person }) => person) ?? [...assistants],
      issued: of('InstrumentIssued').map(({ instrument }) => String(instrument)),
      replies: of('ReplyReceived').map(({ reply }) => String(reply)),
      issues: of('IssueFound')
        .map(({ issue }) => String(issue))
        .filter((issue) => !of('IssueClosed').some((closed) => closed['issue'] === issue)),
      recusals: of('RecusalRequested').length,
    };
  }
}

/** A history in lines that a person can read, for a counterexample. */
export function readable({ type, outcomes }: Walked): string {
  const lines = outcomes.map(({ on, given, status, code, fresh }) => {
    const came = status < 300 ? fresh.map((event) => event.type).join(', ') : `${status} ${code}`;
    return `${on}  ${given.who}  ${given.does} ${JSON.stringify(given.with)}\n            → ${came}`;
  });
  return [type, ...lines].join('\n');
}
