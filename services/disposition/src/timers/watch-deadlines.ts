import type { Collection, DueCall, Filter } from '@jiandu/eventing';
import { defineTimer } from '@jiandu/eventing';
import { missesPending, type OpenClockDoc, type Pending, warningsPending } from '../views/open-clocks.ts';

const PAGE = 500;

async function upTo(
  clocks: Collection<OpenClockDoc>,
  field: 'nextWarn' | 'missOn',
  today: string,
  limit: number,
): Promise<readonly OpenClockDoc[]> {
  const filter: Filter = { [field]: { lte: today } };
  const found: OpenClockDoc[] = [];
  let after: string | undefined;
  do {
    const page = await clocks.find({
      filter,
      sort: { field },
      limit: Math.min(PAGE, limit),
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined && found.length < limit);
  return found;
}

/** The stream of one run of a clock; a new run of the same clock on the same thing starts on another day. */
function deadlineId({ id }: OpenClockDoc, { round }: Pending): string {
  return `${id}/${round.variant === undefined ? '' : `${round.variant}/`}${round.start}`;
}

function running({ key, unit, secrecy }: OpenClockDoc, { round }: Pending) {
  const { clock, variant, subject, due } = round;
  return { key, unit, secrecy, clock, ...(variant === undefined ? {} : { variant }), subject, due };
}

function warn(doc: OpenClockDoc, pending: Pending): DueCall & { on: string } {
  const { on, daysLeft = 0, round } = pending;
  const id = deadlineId(doc, pending);
  return {
    on,
    once: `warned:${id}:${round.due}:${daysLeft}`,
    command: 'disposition.warnDeadline',
    id,
    input: { ...running(doc, pending), daysLeft, warnedOn: on },
  };
}

function miss(doc: OpenClockDoc, pending: Pending): DueCall & { on: string } {
  const { on, round } = pending;
  const id = deadlineId(doc, pending);
  return {
    on,
    once: `missed:${id}:${round.due}`,
    command: 'disposition.missDeadline',
    id,
    input: { ...running(doc, pending), since: on },
  };
}

/**
 * Says of every clock of the house what its last day asks for: a warning 7, 3 and 1 days before, a miss on the first day
 * after. After a stop of any length each is still said once, dated on the day it fell.
 */
export const watchDeadlines = defineTimer({
  name: 'watchDeadlines',
  title: { zh: '期限监督', en: 'Watch the deadlines' },
  async due(today, collections, limit) {
    const clocks = collections<OpenClockDoc>('disposition.openClocks');
    const [warned, missed] = await Promise.all([
      upTo(clocks, 'nextWarn', today, limit),
      upTo(clocks, 'missOn', today, limit),
    ]);
    const calls = [
      ...warned.flatMap((doc) => warningsPending(doc).map((pending) => warn(doc, pending))),
      ...missed.flatMap((doc) => missesPending(doc).map((pending) => miss(doc, pending))),
    ];
    return calls
      .filter(({ on }) => on <= today)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .slice(0, limit)
      .map(({ on: _on, ...call }) => call);
  },
});
