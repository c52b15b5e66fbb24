import type { Position } from '../ports/event.ts';
import type { Collection, Doc } from '../ports/read-models.ts';
import { untilAvailable } from './until-available.ts';
import type { ServedView } from './view-host.ts';
import type { ViewRunnerParts } from './view-runner.ts';
import { collectionName, ViewRunner } from './view-runner.ts';

/** About 24 days: as long as a timer can be; no rebuild takes it. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A view as the outside knows it. Queries always have a collection that answers: a new version, or a rebuild, grows beside
 * the one in use and takes its place in one step when it is level.
 */
export class LiveView implements ServedView {
  readonly name: string;
  readonly #parts: ViewRunnerParts;
  #serving: ViewRunner | undefined;
  /** Collection of an older version that answers until the new one is level. */
  #old: { readonly name: string; readonly documents: Collection<Doc> } | undefined;
  #building: ViewRunner | undefined;

  constructor(parts: ViewRunnerParts) {
    this.#parts = parts;
    this.name = `${parts.service.name}.${parts.view.name}`;
  }

  async start(head: Position): Promise<void> {
    const { readModels, service, view } = this.#parts;
    const declared = collectionName(service.name, view);
    const active = await readModels.active(this.name);
    if (active === undefined || active === declared || active.startsWith(`${declared}+`)) {
      this.#serving = await ViewRunner.start(this.#parts, active ?? declared);
      if (active === undefined) await readModels.activate(this.name, declared);
      return;
    }
    const spec = { name: active, fields: view.fields, lists: view.lists ?? [] };
    this.#old = { name: active, documents: await readModels.open<Doc>(spec) };
    await this.#build(declared, head);
  }

  /** Builds the same version anew beside the one in use; resolves when it has taken its place. */
  async rebuild(head: Position): Promise<void> {
    const { readModels, service, view } = this.#parts;
    const names = new Set(await readModels.collections());
    let build = 1;
    while (names.has(collectionName(service.name, view, build))) build += 1;
    await this.#build(collectionName(service.name, view, build), head);
    await this.swapped();
  }

  /** Resolves when no build is under way. */
  async swapped(): Promise<void> {
    await this.#swap;
  }

  get collection(): Collection<Doc> {
    const found = this.#serving?.documents ?? this.#old?.documents;
    if (found === undefined) throw new Error(`the view ${this.name} was not started`);
    return found;
  }

  get collectionName(): string {
    return this.#serving?.collection ?? this.#old?.name ?? '';
  }

  get position(): Position {
    return (this.#serving ?? this.#building)?.progress.at ?? 0;
  }

  get building(): boolean {
    return this.#building !== undefined;
  }

  async reach(position: Position, withinMs: number): Promise<boolean> {
    return (await (this.#serving ?? this.#building)?.progress.reach(position, withinMs)) ?? false;
  }

  async lag(): Promise<number> {
    return (await (this.#serving ?? this.#building)?.lag()) ?? 0;
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    await Promise.all([this.#serving?.stop(), this.#building?.stop()]);
  }

  #swap: Promise<void> = Promise.resolve();
  #wanted = true;

  async #build(collection: string, head: Position): Promise<void> {
    const building = await ViewRunner.start(this.#parts, collection);
    this.#building = building;
    this.#swap = building.progress
      .reach(head, LONGEST_TIMER_MS)
      .then((level) => (level ? this.#takeOver(building) : undefined))
      .catch((error: unknown) => {
        // Stopped while the store was away: the next start takes up where this one was.
        if (this.#wanted) throw error;
      });
  }

  async #takeOver(level: ViewRunner): Promise<void> {
    const { readModels } = this.#parts;
    const before = this.#serving;
    const beforeName = this.collectionName;
    const wanted = () => this.#wanted;
    await untilAvailable(() => readModels.activate(this.name, level.collection), wanted);
    this.#serving = level;
    this.#building = undefined;
    this.#old = undefined;
    await before?.stop();
    await this.#parts.onServing?.(this.name, level.collection);
    await untilAvailable(() => readModels.drop(beforeName), wanted);
  }
}
