import { type DeadlineMissed, type DeadlineWarned, deadlineMissed, deadlineWarned } from '@jiandu/contracts';
import { commandsOf, defineAggregate } from '@jiandu/eventing';

type DeadlineFact = DeadlineWarned | DeadlineMissed;

/** What was said of one run of one clock. A clock that was extended has another due date and is warned of anew. */
export interface Deadline {
  readonly of?: { readonly key: string; readonly unit: string; readonly secrecy?: string | undefined };
  readonly said: ReadonlySet<string>;
}

const command = commandsOf<Deadline, DeadlineFact>();

const warning = ({ due, daysLeft }: DeadlineWarned['data']) => `warned ${due} ${daysLeft}`;
const miss = ({ due }: DeadlineMissed['data']) => `missed ${due}`;

/** The watch over one clock of one thing: each warning and each miss is said once, on the day it fell. */
export const deadline = defineAggregate<Deadline, DeadlineFact>({
  name: 'deadline',
  route: 'deadlines',
  title: { zh: '期限', en: 'Deadline' },
  initial: { said: new Set() },
  evolve(before, fact) {
    const { key, unit, secrecy } = fact.data;
    const news = fact.type === 'DeadlineWarned' ? warning(fact.data) : miss(fact.data);
    return { of: { key, unit, secrecy }, said: new Set(before.said).add(news) };
  },
  resource: ({ of }) => ({
    unit: of?.unit ?? 'none',
    ...(of?.secrecy === undefined ? {} : { secrecy: of.secrecy }),
  }),
  key: ({ of }, id) => of?.key ?? id,
  commands: {
    warnDeadline: command({
      title: { zh: '期限预警', en: 'Warn of a deadline' },
      law: ['DOMAIN §5.2'],
      input: deadlineWarned.schema,
      may: [{ role: 'system', relation: 'system' }],
      internal: true,
      startsStream: true,
      decide: (data, { said }) =>
        said.has(warning(data)) ? [] : [{ type: 'DeadlineWarned', data, occurredOn: data.warnedOn }],
    }),
    missDeadline: command({
      title: { zh: '期限届满未办', en: 'Record a missed deadline' },
      law: ['DOMAIN §2.12', 'DOMAIN §5.2'],
      input: deadlineMissed.schema,
      may: [{ role: 'system', relation: 'system' }],
      internal: true,
      startsStream: true,
      decide: (data, { said }) =>
        said.has(miss(data)) ? [] : [{ type: 'DeadlineMissed', data, occurredOn: data.since }],
    }),
  },
});
