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
  readonly actions: readonly ExampleAction[];
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
  const [played] = await playTogether([matter], exchange, onStep);
  if (played === undefined) throw new Error(`${matter.id} was not played`);
  return played;
}

/** Plays several matters as they lie in time: the clock of the house only goes forward. */
export async function playTogether(
  matters: readonly WorkedMatter[],
  exchange: Exchange,
  onStep: (played: PlayedStep) => void = () => undefined,
): Promise<readonly Played[]> {
  const api = new PublicApi(exchange);
  const players = matters.map((matter) => new Player(matter, api));
  const steps = players.flatMap((player) =>
    player.matter.steps.map((step, place) => ({ player, step, place })),
  );
  for (const { player, step, place } of steps.toSorted((a, b) =>
    a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0,
  )) {
    onStep(await player.playStep(step, place));
  }
  return players.map((player) => player.played());
}

class Player {
  readonly matter: WorkedMatter;
  readonly #api: PublicApi;
  readonly #actions: readonly ExampleAction[];
  readonly #names = new Map<string, string>();
  readonly #steps: PlayedStep[] = [];
  /** Actions whose events the history did not show yet when they were done. */
  readonly #unseen: { readonly step: Step; readonly action: ExampleAction }[] = [];
  #seen: Seen = NOTHING_SEEN;

  constructor(matter: WorkedMatter, api: PublicApi) {
    this.matter = matter;
    this.#api = api;
    this.#actions = matter.example ? exampleOf(matter.id).actions : [];
  }

  played(): Played {
    const done = new Set(
      this.#steps.filter((each) => each.differences.length === 0).flatMap((each) => each.step.actions ?? []),
    );
    const missing = this.#actions.flatMap((action, place) =>
      this.matter.steps.some((step) => step.actions?.includes(place + 1))
        ? []
        : [`action ${place + 1} (${action.event}) is not in the script`],
    );
    return {
      matter: this.matter,
      steps: this.#steps,
      actions: this.#actions.length,
      actionsDone: this.#actions.filter((_, place) => done.has(place + 1)).length,
      differences: [
        ...this.#steps.flatMap((each) => each.differences),
        ...this.#unseen.flatMap(({ step, action }) => this.#lateDifferences(step, action)),
        ...missing,
        ...this.#outcomeDifferences(),
      ],
    };
  }

  async playStep(step: Step, place: number): Promise<PlayedStep> {
    const actions = (step.actions ?? []).flatMap((number) => this.#actions[number - 1] ?? []);
    const before = this.#seen;
    await this.#api.setClock(morningOf(step.on));
    const answer = step.does === undefined ? undefined : await this.#give(step, place);
    await this.#observe();
    const known = new Set(before.events.map((event) => event.position));
    const freshEvents = this.#seen.events.filter((event) => !known.has(event.position));
    const fresh = [
      ...new Set([...((answer?.body.events ?? []) as string[]), ...freshEvents.map((each) => each.type)]),
    ];
    const differences = [
      ...this.#answerDifferences(step, answer),
      ...differencesOfStep(step.expect ?? {}, fresh, this.#seen, [...this.#names.values()]),
      ...actions.flatMap((action) => this.#actionDifferences(step, action, freshEvents, answer)),
    ].map((difference) => said(step, difference));
    const played: PlayedStep = {
      step,
      seen: this.#seen,
      fresh,
      differences,
      actions,
      ...(answer === undefined ? {} : { answer }),
    };
    this.#steps.push(played);
    return played;
  }

  #outcomeDifferences(): readonly string[] {
    const { number, outcome } = this.matter;
    const given = this.#names.get('matter');
    const differences =
      number === undefined || number === given ? [] : [`number is ${given}, expected ${number}`];
    return [...differences, ...differencesOfOutcome(outcome, this.#seen)].map(
      (each) => `at the end: ${each}`,
    );
  }

  async #give(step: Step, place: number): Promise<Given> {
    const { does = '', who = '', to } = step;
    const id = to === undefined ? undefined : this.#filled(to);
    const input = this.#filled(step.with ?? {});
    const key = `${this.matter.id}-${place + 1}`;
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
    const { reader } = this.matter;
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
    const wanted = step.expect?.refused;
    if (code === wanted) return [];
    const why = [answer.body.detail, answer.body.detailEn, JSON.stringify(answer.body.issues ?? [])].join(
      ' ',
    );
    return [
      `answered ${code ?? answer.status}, expected ${wanted ?? 'success'}${code === undefined ? '' : ` (${why})`}`,
    ];
  }

  /**
   * What the command answered stands for the history where that cannot be read: before there is a matter, which is made up for
   * at the end, and for events of a thing under a narrower label.
   */
  #actionDifferences(
    step: Step,
    action: ExampleAction,
    fresh: readonly SeenEvent[],
    answer: Given | undefined,
  ): readonly string[] {
    const answered = (answer?.body.events ?? []) as string[];
    const inHistory = fresh.some((event) => event.type === action.event);
    if (inHistory || !answered.includes(action.event)) return differencesOfAction(step, action, fresh);
    this.#unseen.push({ step, action });
    return action.date === step.on ? [] : [`the example has ${action.date}, the script ${step.on}`];
  }

  #lateDifferences(step: Step, action: ExampleAction): readonly string[] {
    const shown = this.#seen.events.filter(({ type }) => type === action.event);
    const differences = shown.length === 0 ? [] : differencesOfAction(step, action, shown);
    return differences.map((difference) => said(step, difference));
  }
}

function said({ on, does = 'time passes' }: Step, difference: string): string {
  return `${on} ${does}: ${difference}`;
}
