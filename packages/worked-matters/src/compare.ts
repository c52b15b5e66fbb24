import type { ExampleAction } from './example.ts';
import type { Seen, SeenClock, SeenEvent } from './observe.ts';
import { valueAt } from './observe.ts';
import type { Expected, Outcome, Step } from './script.ts';

const OPEN = new Set(['running', 'missed']);

/** Where what was seen after a step differs from what the script expects. */
export function differencesOfStep(
  expected: Expected,
  fresh: readonly string[],
  seen: Seen,
  things: readonly string[],
): readonly string[] {
  const differences: string[] = [];
  for (const type of expected.events ?? []) {
    if (!fresh.includes(type))
      differences.push(`event ${type} did not come; came: ${fresh.join(', ') || 'none'}`);
  }
  if (expected.status !== undefined && expected.status !== seen.status) {
    differences.push(`status is ${seen.status}, expected ${expected.status}`);
  }
  for (const [name, due] of Object.entries(expected.due ?? {})) {
    const clock = findClock(seen.clocks, name, things);
    if (clock?.due !== due) differences.push(`${name} is due ${clock?.due ?? 'never'}, expected ${due}`);
  }
  for (const name of expected.met ?? []) {
    const clock = findClock(seen.clocks, name, things);
    if (clock === undefined || OPEN.has(clock.status))
      differences.push(`${name} is ${clock?.status ?? 'unknown'}, expected to be met`);
  }
  return differences;
}

/** Where what was done differs from the action of the example: day, unit, actor, event. */
export function differencesOfAction(
  step: Step,
  action: ExampleAction,
  fresh: readonly SeenEvent[],
): readonly string[] {
  if (action.date !== step.on) return [`the example has ${action.date}, the script ${step.on}`];
  const event = fresh.find((each) => each.type === action.event);
  if (event === undefined) {
    return [
      `the example's ${action.event} is not in the history; there came ${fresh.map((each) => each.type).join(', ')}`,
    ];
  }
  const differences: string[] = [];
  if (event.occurredOn !== action.date)
    differences.push(`${event.type} occurred on ${event.occurredOn}, not ${action.date}`);
  const inside = /^\d{6}$/.test(action.unit) && action.actor !== 'system';
  if (inside && event.actor.unit !== action.unit)
    differences.push(`acted for ${event.actor.unit}, not ${action.unit}`);
  if (inside && /某/.test(action.actor) && !action.actor.includes(event.actor.name)) {
    differences.push(`${event.actor.name} acted, not ${action.actor}`);
  }
  if (action.unit === 'SYS' && event.actor.role !== 'system')
    differences.push(`${event.actor.name} acted, not the platform`);
  return differences;
}

/** Where the end differs from what the example promises. */
export function differencesOfOutcome(outcome: Outcome, seen: Seen): readonly string[] {
  const differences: string[] = [];
  for (const [type, count] of Object.entries(outcome.counts ?? {})) {
    const found = seen.events.filter((event) => event.type === type).length;
    if (found !== count) differences.push(`${type} stands ${found} times in the history, expected ${count}`);
  }
  for (const [path, value] of Object.entries(outcome.page ?? {})) {
    const found = valueAt(seen.page, path);
    if (JSON.stringify(found) !== JSON.stringify(value)) {
      differences.push(`${path} is ${JSON.stringify(found)}, expected ${JSON.stringify(value)}`);
    }
  }
  return differences;
}

/** `DL-08 D-1` is the clock of an instrument; `DL-53` alone is that of the lead or the matter. The newest one counts. */
function findClock(
  clocks: readonly SeenClock[],
  name: string,
  things: readonly string[],
): SeenClock | undefined {
  const [clock, subject] = name.split(' ');
  return clocks.findLast(
    (each) =>
      each.clock === clock &&
      (subject === undefined ? things.includes(each.subject) : each.subject === subject),
  );
}
