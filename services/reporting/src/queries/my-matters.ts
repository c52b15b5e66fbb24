import { statuses } from '@jiandu/catalogue';
import { daysBetween } from '@jiandu/clocks';
import { defineQuery, type LocalDate } from '@jiandu/eventing';
import { z } from 'zod';
import { matterReaders } from '../grants.ts';
import type { MatterPage } from '../views/matter-page/shape.ts';

/** Nobody handles more at a time. */
const MOST_MATTERS = 1000;
const ENDED: readonly string[] = [
  'concluded',
  'closed',
  'archived',
  'terminated',
  'voided',
  'not_filed',
  'task_done',
];
const OPEN = statuses.map(({ code }) => code).filter((code) => !ENDED.includes(code));

const item = z.strictObject({
  number: z.string(),
  unit: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.string(),
  statusTitle: z.strictObject({ zh: z.string(), en: z.string() }),
  part: z.enum(['handler', 'assistant']),
  acceptedOn: z.string().nullable(),
  nextDue: z.string().nullable(),
  daysLeft: z.int().nullable().meta({ description: '负数为已逾期 / Negative when overdue' }),
});

function shown(page: MatterPage, person: string, today: LocalDate): z.input<typeof item> {
  const { id, unit, type, status, acceptedOn, nextDue } = page;
  return {
    number: id,
    unit,
    type,
    title: page.card?.title ?? '',
    status,
    statusTitle: statuses.find(({ code }) => code === status)?.title ?? { zh: status, en: status },
    part: page.people.handler?.person === person ? 'handler' : 'assistant',
    acceptedOn,
    nextDue,
    daysLeft: nextDue === null ? null : daysBetween(today, nextDue),
  };
}

function byNextDue(a: MatterPage, b: MatterPage): number {
  if (a.nextDue === b.nextDue) return a.id < b.id ? -1 : 1;
  if (a.nextDue === null || b.nextDue === null) return a.nextDue === null ? 1 : -1;
  return a.nextDue < b.nextDue ? -1 : 1;
}

/** What I handle or help with, what is due next first. */
export const myMattersQuery = defineQuery({
  name: 'myMatters',
  path: 'my-matters',
  title: { zh: '我的事项', en: 'My matters' },
  input: z.strictObject({ state: z.enum(['open', 'ended', 'all']).default('open') }),
  output: z.strictObject({ items: z.array(item) }),
  may: matterReaders,
  async answer({ state }, { collections, subject, visible, today }) {
    const wanted = { open: { status: { in: OPEN } }, ended: { status: { in: ENDED } }, all: {} }[state];
    const { items } = await collections<MatterPage>('reporting.matterPage').find({
      filter: { handlers: { all: [subject.person] }, ...wanted },
      anyOf: visible,
      limit: MOST_MATTERS,
    });
    return { items: [...items].sort(byNextDue).map((page) => shown(page, subject.person, today)) };
  },
});
