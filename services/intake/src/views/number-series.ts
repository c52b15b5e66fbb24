import { numberSeriesId, parseMatterNumber } from '@jiandu/catalogue';
import type { MatterNumbered, NumberSeriesContinued, NumberVoided } from '@jiandu/contracts';
import { type Doc, defineView, fold, idOf } from '@jiandu/eventing';

/** A register as its list shows it; the numbers themselves are read from the record. */
export interface SeriesDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly year: number;
  readonly continuedFrom: number;
  readonly last: number;
  readonly given: number;
  readonly voided: number;
}

function blank(id: string): SeriesDoc {
  const [type = '', unit = '', year = ''] = id.split('-');
  return { id, unit, type, year: Number(year), continuedFrom: 0, last: 0, given: 0, voided: 0 };
}

function seriesOf(matter: string): string | undefined {
  const parts = parseMatterNumber(matter);
  return parts && numberSeriesId(parts);
}

/** The registers of numbers of all units. */
export const numberSeriesView = defineView<SeriesDoc>({
  name: 'numberSeries',
  title: { zh: '编号登记簿', en: 'Number series' },
  version: 1,
  from: ['intake'],
  fields: ['unit', 'type', 'year'],
  folds: {
    NumberSeriesContinued: fold<SeriesDoc, NumberSeriesContinued['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data: { lastNumber } }, id) => ({
        ...(doc ?? blank(id)),
        continuedFrom: lastNumber,
        last: lastNumber,
      }),
    ),
    MatterNumbered: fold<SeriesDoc, MatterNumbered['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data: { sequence } }, id) => {
        const before = doc ?? blank(id);
        return { ...before, last: sequence, given: before.given + 1 };
      },
    ),
    NumberVoided: fold<SeriesDoc, NumberVoided['data']>(
      ({ data }) => seriesOf(data.matter),
      (doc) => doc && { ...doc, voided: doc.voided + 1 },
    ),
  },
});
