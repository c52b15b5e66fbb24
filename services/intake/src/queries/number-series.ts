import { matterType, registerYear, unitCode } from '@jiandu/contracts';
import { defineQuery, isRefusal, type Recorded, refuseByKernel, streamOf } from '@jiandu/eventing';
import { z } from 'zod';
import { parseSeriesId } from '../number-series/series.ts';
import type { SeriesDoc } from '../views/number-series.ts';
import { seriesReaders } from './readers.ts';

const given = z.strictObject({
  sequence: z.int(),
  matter: z.string(),
  on: z.string(),
  /** Where the record holds it. */
  revision: z.int(),
  event: z.string(),
  voidedFor: z.string().nullable(),
});

interface Register {
  readonly continuedFrom: number;
  readonly numbers: readonly z.output<typeof given>[];
}

/** The register as the record tells it: every number with the event that gave it. */
function registerOf(events: readonly Recorded[]): Register {
  let continuedFrom = 0;
  const numbers = new Map<string, z.output<typeof given>>();
  for (const { type, data, id: event, revision, metadata } of events) {
    const matter = String(data['matter']);
    if (type === 'NumberSeriesContinued') continuedFrom = Number(data['lastNumber']);
    if (type === 'MatterNumbered') {
      const sequence = Number(data['sequence']);
      numbers.set(matter, { sequence, matter, on: metadata.occurredOn, revision, event, voidedFor: null });
    }
    const before = numbers.get(matter);
    if (type === 'NumberVoided' && before !== undefined) {
      numbers.set(matter, { ...before, voidedFor: String(data['opinion']) });
    }
  }
  return { continuedFrom, numbers: [...numbers.values()] };
}

/** Numbers that ought to be there and are not; none, unless the record was tampered with. */
export function gapsIn(continuedFrom: number, sequences: readonly number[]): readonly number[] {
  const there = new Set(sequences);
  const last = sequences.reduce((most, each) => Math.max(most, each), continuedFrom);
  return Array.from({ length: last - continuedFrom }, (_, place) => continuedFrom + place + 1).filter(
    (sequence) => !there.has(sequence),
  );
}

/** One register with the proof that it has no gap. */
export const numberSeriesQuery = defineQuery({
  name: 'numberSeries',
  path: 'number-series/:id',
  title: { zh: '编号登记簿', en: 'A number series' },
  input: z.strictObject({ id: z.string().max(40) }),
  output: z.strictObject({
    series: z.string(),
    type: matterType,
    unit: unitCode,
    year: registerYear,
    continuedFrom: z.int(),
    last: z.int(),
    gapless: z.boolean(),
    gaps: z.array(z.int()),
    numbers: z.array(given),
  }),
  may: seriesReaders,
  async answer({ id }, context) {
    const parts = parseSeriesId(id);
    if (parts === undefined) return refuseByKernel('thing.unknown', { id });
    const allowed = context.authorise({ unit: parts.unit });
    if (isRefusal(allowed)) return allowed;
    const events = await context.log.readStream(streamOf('intake.numberSeries', id));
    if (events.length === 0) return refuseByKernel('thing.unknown', { id });
    const { continuedFrom, numbers } = registerOf(events);
    const gaps = gapsIn(
      continuedFrom,
      numbers.map(({ sequence }) => sequence),
    );
    const last = numbers.at(-1)?.sequence ?? continuedFrom;
    const proof = { continuedFrom, last, gapless: gaps.length === 0, gaps: [...gaps] };
    return { series: id, ...parts, ...proof, numbers: [...numbers] };
  },
});

/** The registers of a unit. */
export const numberSeriesListQuery = defineQuery({
  name: 'numberSeriesList',
  path: 'number-series',
  title: { zh: '编号登记簿一览', en: 'Number series of a unit' },
  input: z.strictObject({ unit: unitCode, year: z.coerce.number().int().optional() }),
  output: z.strictObject({ items: z.array(z.record(z.string(), z.unknown())) }),
  may: seriesReaders,
  async answer({ unit, year }, context) {
    const allowed = context.authorise({ unit });
    if (isRefusal(allowed)) return allowed;
    const filter = { unit, ...(year === undefined ? {} : { year }) };
    const { items } = await context
      .collections<SeriesDoc>('intake.numberSeries')
      .find({ filter, limit: 1000 });
    return { items: items.map((doc) => ({ ...doc })) };
  },
});
