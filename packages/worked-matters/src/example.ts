import examples from '../data/examples.json' with { type: 'json' };

/** One action of an example, as the field's own description has it. */
export interface ExampleAction {
  readonly date: string;
  /** Unit code, `EXT` for the supervised body, `SYS` for the platform. */
  readonly unit: string;
  readonly actor: string;
  readonly event: string;
  readonly zh: string;
  readonly note: string;
}

export interface Example {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly about: string;
  readonly expected: string;
  readonly actions: readonly ExampleAction[];
}

/** The example of that id; throws for an unknown one. */
export function exampleOf(id: string): Example {
  const found = (examples as readonly Example[]).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no example ${id}`);
  return found;
}
