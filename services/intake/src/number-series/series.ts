import { formatMatterNumber, numberSeriesId, parseMatterNumber } from '@jiandu/catalogue';
import {
  leadId,
  localDate,
  longText,
  type MatterNumbered,
  matterNumber,
  matterProfile,
  type NumberSeriesContinued,
  type NumberVoided,
  provenance,
} from '@jiandu/contracts';
import { commandsOf, defineAggregate, type Grant } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';

type SeriesFact = NumberSeriesContinued | MatterNumbered | NumberVoided;

interface SeriesState {
  /** Last number given, or the last of the paper register. */
  readonly last: number;
  readonly started: boolean;
  readonly voided: readonly string[];
  /** The matter the newest event is about; it orders the feed. */
  readonly newest?: string;
}

function evolve(state: SeriesState, event: SeriesFact): SeriesState {
  switch (event.type) {
    case 'NumberSeriesContinued':
      return { ...state, started: true, last: event.data.lastNumber };
    case 'MatterNumbered':
      return { ...state, started: true, last: event.data.sequence, newest: event.data.matter };
    case 'NumberVoided':
      return { ...state, voided: [...state.voided, event.data.matter], newest: event.data.matter };
  }
}

interface SeriesParts {
  readonly type: string;
  readonly unit: string;
  readonly year: number;
}

/** `CFS-630103-2025` taken apart; undefined when it is no series. */
export function parseSeriesId(id: string): SeriesParts | undefined {
  const parts = parseMatterNumber(`${id}-00001`);
  return parts && { type: parts.type, unit: parts.unit, year: parts.year };
}

const command = commandsOf<SeriesState, SeriesFact>();
const system: readonly Grant[] = [{ role: 'system', relation: 'system' }];
const LAST_POSSIBLE = 99_999;

/** A paper register is carried on: the first number here is one more than its last. */
export const continueSeries = command({
  title: { zh: '接续纸质登记簿编号', en: 'Continue a paper register' },
  law: ['DOMAIN §3.1'],
  input: z.strictObject({ lastNumber: z.int().min(0).max(LAST_POSSIBLE) }),
  may: [{ role: 'case_admin', relation: 'unit' }],
  startsStream: true,
  decide({ lastNumber }, state, { id }) {
    const parts = parseSeriesId(id);
    if (parts === undefined) return refuse('series.malformed');
    if (state.started) return refuse('series.started', { last: state.last });
    return [{ type: 'NumberSeriesContinued', data: { ...parts, lastNumber } }];
  },
});

/** The number is the place in this stream: two matters cannot get the same one, and none is left out. */
export const takeNumber = command({
  title: { zh: '编号', en: 'Take a number' },
  law: ['DOMAIN §3.1'],
  input: z.strictObject({ lead: leadId, acceptedOn: localDate, profile: matterProfile, provenance }),
  internal: true,
  startsStream: true,
  may: system,
  decide(input, { last }, { id }) {
    const parts = parseSeriesId(id);
    const year = Number(input.acceptedOn.slice(0, 4));
    if (parts === undefined || numberSeriesId({ ...input.profile, year }) !== id)
      return refuse('series.malformed');
    if (last >= LAST_POSSIBLE) return refuse('series.full');
    const sequence = last + 1;
    const matter = formatMatterNumber({ ...parts, sequence });
    return [{ type: 'MatterNumbered', data: { matter, sequence, ...input } }];
  },
});

/** The matter was voided: its number stays with the reason and is never given again. */
export const recordVoid = command({
  title: { zh: '编号作废', en: 'Record a void number' },
  law: ['DOMAIN §3.1'],
  input: z.strictObject({ matter: matterNumber, opinion: longText }),
  internal: true,
  may: system,
  decide(input, { last, voided }, { id }) {
    const parts = parseMatterNumber(input.matter);
    if (parts === undefined || numberSeriesId(parts) !== id || parts.sequence > last) {
      return refuse('number.unknown', { matter: input.matter });
    }
    if (voided.includes(input.matter)) return [];
    return [{ type: 'NumberVoided', data: input, reason: input.opinion }];
  },
});

/** The register of one unit, type and year. Its order gives the numbers. */
export const numberSeries = defineAggregate({
  name: 'numberSeries',
  route: 'number-series',
  title: { zh: '编号序列', en: 'Number series' },
  initial: { last: 0, started: false, voided: [] } as SeriesState,
  evolve,
  resource: (_state, id) => ({ unit: parseSeriesId(id)?.unit ?? '' }),
  key: ({ newest }, id) => newest ?? id,
  commands: { continueSeries, takeNumber, recordVoid },
});
