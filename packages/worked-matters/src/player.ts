import type { Exchange, Given } from './api.ts';
import { PublicApi } from './api.ts';
import { differencesOfAction, differencesOfOutcome, differencesOfStep } from './compare.ts';
import type { ExampleAction } from './example.ts';
import { exampleOf } from './example.ts';
import type { Seen, SeenEvent } from './observe.ts';
import { observeLead, observeMatter } from './observe.ts';
import type { Step, WorkedMatter } from './script.ts';

/** One step as it was played. */
export interface PlayedStep {
  readonly step: Step;
  readonly action?: ExampleAction;
  readonly answer?: Given;
  readonly seen: Seen;
  readonly fresh: readonly string[];
  readonly differences: readonly string[];
}

/** A matter as it was played. */
export interface Played {
  readonly matter: WorkedMatter;
  readonly steps: readonly PlayedStep[];
  /** Actions of the example that were done without a difference, and how many there are. */
  readonly actionsDone: number;
  readonly actions: number;
  readonly differences: readonly string[];
}

const NOTHING_SEEN: Seen = { status: '', clocks: [], events: [], page: {} };

/** Half past nine in Shanghai: offices are open. */
function morningOf(date: string): string {
  return `${date}T01:30:00.000Z`;
}

/** Plays a matter step by step and compares all that the script and the example say. `onStep` hears of each step as it is done. */
export async function play(
  matter: WorkedMatter,
  exchange: Exchange,
  onStep: (played: PlayedStep) => void = () => undefined,
): Promise<Played> {
  const player = new Player(matter, exchange);
  const steps: PlayedStep[] = [];
  for (const [place, step] of matter.steps.entries()) {
    const played = await player.playStep(step, place);
    steps.push(played);
    onStep(played);
  }
  const { actions } = exampleOf(matter.id);
  const done = new Set(steps.filter((each) => each.differences.length === 0).map((each) => each.step.action));
  const missing = actions.flatMap((action, place) =>
    matter.steps.some((step) => step.action === place + 1)
      ? []
      : [`action ${place + 1} (${action.event}) is not in the script`],
  );
  return {
    matter,
    steps,
    actions: actions.length,
    actionsDone: actions.filter((_, place) => done.has(place + 1)).length,
    differences: [...steps.flatMap((each) => each.differences), ...missing, ...player.outcomeDifferences()],
  };
}

class Player {
  readonly #matter: WorkedMatter;
  readonly #api: PublicApi;
  readonly #names = new Map<string, string>();
  #seen: Seen = NOTHING_SEEN;
  #today = '';

  constructor(matter: WorkedMatter, exchange: Exchange) {
    this.#matter = matter;
    this.#api = new PublicApi(exchange);
  }

  async playStep(step: Step, place: number): Promise<PlayedStep> {
    const action =
      step.action === undefined ? undefined : exampleOf(this.#matter.id).actions[step.action - 1];
    const before = this.#seen;
    if (step.on !== this.#today) {
      await this.#api.setClock(morningOf(step.on));
      this.#today = step.on;
    }
    const answer = step.does === undefined ? undefined : await this.#give(step, place);
    await this.#observe();
    const known = new Set(before.events.map((event) => event.position));
    const freshEvents = this.#seen.events.filter((event) => !known.has(event.position));
    const fresh = [
      ...new Set([...((answer?.body.events ?? []) as string[]), ...freshEvents.map((each) => each.type)]),
    ];
    const differences = [
      ...this.#answerDifferences(step, answer),
      ...differencesOfStep(step.then ?? {}, fresh, this.#seen, [...this.#names.values()]),
      ...(action === undefined ? [] : this.#actionDifferences(step, action, freshEvents, answer)),
    ].map((difference) => `${step.on} ${step.does ?? 'time passes'}: ${difference}`);
    return {
      step,
      seen: this.#seen,
      fresh,
      differences,
      ...(action === undefined ? {} : { action }),
      ...(answer === undefined ? {} : { answer }),
    };
  }

  outcomeDifferences(): readonly string[] {
    const number = this.#names.get('matter');
    const differences =
      number === this.#matter.number ? [] : [`number is ${number}, expected ${this.#matter.number}`];
    return [...differences, ...differencesOfOutcome(this.#matter.outcome, this.#seen)].map(
      (each) => `at the end: ${each}`,
    );
  }

  async #give(step: Step, place: number): Promise<Given> {
    const { does = '', who = '', to } = step;
    const id = to === undefined ? undefined : this.#filled(to);
    const input = this.#filled(step.with ?? {});
    const key = `${this.#matter.id}-${place + 1}`;
    const answer = await this.#api.give(who, does, id, input, key);
    if (step.keep !== undefined && answer.status < 300) this.#names.set(step.keep, String(answer.body.id));
    return answer;
  }

  /** `$name` inside anything becomes the id kept under that name. */
  #filled<T>(value: T): T {
    const text = JSON.stringify(value).replace(
      /\$(\w+)/g,
      (whole, name: string) => this.#names.get(name) ?? whole,
    );
    return JSON.parse(text) as T;
  }

  async #observe(): Promise<void> {
    const { reader } = this.#matter;
    const lead = this.#names.get('lead');
    if (!this.#names.has('matter') && lead !== undefined) {
      const seen = await observeLead(this.#api, reader, lead);
      this.#seen = seen;
      const number = seen.page.matter;
      if (typeof number === 'string') this.#names.set('matter', number);
    }
    const matter = this.#names.get('matter');
    if (matter !== undefined) this.#seen = await observeMatter(this.#api, reader, matter);
  }

  #answerDifferences(step: Step, answer: Given | undefined): readonly string[] {
    if (answer === undefined) return [];
    const code = answer.status >= 300 ? String(answer.body.code) : undefined;
    const wanted = step.then?.refused;
    if (code === wanted) return [];
    const why = [answer.body.detail, answer.body.detailEn, JSON.stringify(answer.body.issues ?? [])].join(
      ' ',
    );
    return [
      `answered ${code ?? answer.status}, expected ${wanted ?? 'success'}${code === undefined ? '' : ` (${why})`}`,
    ];
  }

  /** Before there is a matter the history cannot be read; the command's own answer stands for it. */
  #actionDifferences(
    step: Step,
    action: ExampleAction,
    fresh: readonly SeenEvent[],
    answer: Given | undefined,
  ): readonly string[] {
    if (this.#names.has('matter')) return differencesOfAction(step, action, fresh);
    const events = (answer?.body.events ?? []) as string[];
    if (action.date !== step.on) return [`the example has ${action.date}, the script ${step.on}`];
    return events.includes(action.event)
      ? []
      : [`answered with ${events.join(', ')}, the example has ${action.event}`];
  }
}
