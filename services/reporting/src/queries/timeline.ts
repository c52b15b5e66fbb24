import { roleOf, scopeOf } from '@jiandu/catalogue';
import { daysBetween, isOpen } from '@jiandu/clocks';
import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, type QueryContext, type Recorded, shanghaiDate } from '@jiandu/eventing';
import { z } from 'zod';
import { historyReaders } from '../grants.ts';
import { eventsOfMatter } from '../replay/events-of-matter.ts';
import { clockShown, showClock } from './matter/clock-shown.ts';
import { seenMatter } from './matter/seen-matter.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

const point = z.strictObject({
  on: z.string(),
  type: z.string(),
  title: bilingual,
  who: z.string(),
  role: bilingual,
  unit: z.string(),
  /** Instrument, issue, reply … that it is about. */
  about: z.array(z.string()),
  recordedOn: z.string(),
  daysLate: z.int(),
  position: z.int(),
});

const REFERENCES = [
  'issue',
  'instrument',
  'reply',
  'measure',
  'report',
  'escalation',
  'flow',
  'decision',
] as const;

function pointOf(event: Recorded, { event: definitionOf }: QueryContext): z.input<typeof point> {
  const { metadata, data, type, position } = event;
  const { actor, occurredOn } = metadata;
  const recordedOn = shanghaiDate(metadata.recordedAt);
  return {
    on: occurredOn,
    type,
    title: definitionOf(type).title,
    who: actor.name,
    role: roleOf(actor.role)?.title ?? { zh: actor.role, en: actor.role },
    unit: actor.unit,
    about: REFERENCES.map((field) => data[field]).filter((value) => typeof value === 'string'),
    recordedOn,
    daysLate: daysBetween(occurredOn, recordedOn),
    position,
  };
}

/** What happened by legal date, and which clocks are still open. */
export const timelineQuery = defineQuery({
  name: 'timeline',
  path: 'matters/:id/timeline',
  title: { zh: '时间线', en: 'Timeline' },
  input: z.strictObject({ id: matterNumber }),
  output: z.strictObject({
    matter: matterNumber,
    items: z.array(point),
    ahead: z.array(clockShown).meta({ description: '尚未了结的期限 / Clocks still open' }),
  }),
  may: historyReaders,
  async answer({ id }, context) {
    const seen = await seenMatter(id, context);
    if (isRefusal(seen)) return seen;
    const { page } = seen;
    const events = await eventsOfMatter(page, context.log, context.collections);
    const points = events.map((event) => pointOf(event, context));
    const scope = scopeOf(page.type, page.card?.function);
    return {
      matter: id,
      items: points.sort((a, b) => (a.on === b.on ? a.position - b.position : a.on < b.on ? -1 : 1)),
      ahead: page.clocks
        .filter(isOpen)
        .sort((a, b) => (a.due < b.due ? -1 : 1))
        .map((clock) => showClock(clock, scope, context.today)),
    };
  },
});
