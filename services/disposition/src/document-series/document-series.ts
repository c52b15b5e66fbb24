import { documentSeriesId, formatPrintedNumber, unitsOn } from '@jiandu/catalogue';
import {
  type DocumentSeriesContinued,
  documentSeriesContinued,
  type InstrumentNumbered,
  instrumentNumbered,
  localDate,
} from '@jiandu/contracts';
import type { Context } from '@jiandu/eventing';
import { commandsOf, defineAggregate } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';

type SeriesFact = DocumentSeriesContinued | InstrumentNumbered;

/** The printed numbers of one unit, word and year: the number is the place in this stream, so no gap can come about. */
export interface DocumentSeries {
  /** Last number of the paper register that is carried on; 0 where there was none. */
  readonly continuedFrom: number;
  /** Printed numbers by matter and instrument. */
  readonly numbered: ReadonlyMap<string, string>;
}

const command = commandsOf<DocumentSeries, SeriesFact>();
const SERIES = /^(\d{6})-(\p{Script=Han}{1,6})-(\d{4})$/u;

function partsOf(id: string): { unit: string; word: string; year: number } | undefined {
  const [, unit, word, year] = SERIES.exec(id) ?? [];
  return unit === undefined || word === undefined ? undefined : { unit, word, year: Number(year) };
}

/** `城中检`: how the unit names itself on paper; from its short name where the catalogue has none. */
function abbreviationOf(unit: string, on: string, { directory }: Context): string {
  const known = unitsOn(on).find(({ code }) => code === unit)?.abbreviation;
  return known ?? `${(directory.unit(unit)?.shortZh ?? '本院').replace(/院$/u, '')}检`;
}

const { shape } = instrumentNumbered.schema;

/** 文号系列, one a unit, 文种代字 and year (DOMAIN §3.1). */
export const documentSeries = defineAggregate<DocumentSeries, SeriesFact>({
  name: 'documentSeries',
  route: 'document-series',
  title: { zh: '文号系列', en: 'Series of printed numbers' },
  initial: { continuedFrom: 0, numbered: new Map() },
  evolve(series, { type, data }) {
    if (type === 'DocumentSeriesContinued') return { ...series, continuedFrom: data.lastNumber };
    const numbered = new Map(series.numbered).set(`${data.matter}/${data.instrument}`, data.printedNumber);
    return { ...series, numbered };
  },
  resource: (_series, id) => ({ unit: partsOf(id)?.unit ?? 'none' }),
  commands: {
    continueDocumentSeries: command({
      title: { zh: '接续纸质文号', en: 'Continue a paper register of instruments' },
      law: ['DOMAIN §3.1'],
      input: z.strictObject({ lastNumber: documentSeriesContinued.schema.shape.lastNumber }),
      may: [{ role: 'case_admin', relation: 'unit' }],
      startsStream: true,
      decide({ lastNumber }, series, { id }) {
        const parts = partsOf(id);
        if (parts === undefined) return refuse('series.other-name', { id });
        if (series.numbered.size > 0 || series.continuedFrom > 0) return refuse('series.started-already');
        return [{ type: 'DocumentSeriesContinued', data: { ...parts, lastNumber } }];
      },
    }),

    numberInstrument: command({
      title: { zh: '文书编号', en: 'Number an instrument' },
      law: ['DOMAIN §3.1', 'S3 §7'],
      input: z.strictObject({
        unit: shape.unit,
        word: shape.word,
        year: shape.year,
        matter: shape.matter,
        instrument: shape.instrument,
        issuedOn: localDate,
      }),
      may: [{ role: 'system', relation: 'system' }],
      internal: true,
      startsStream: true,
      decide({ issuedOn, ...input }, series, context) {
        const { unit, word, year, matter, instrument } = input;
        if (context.id !== documentSeriesId(unit, word, year)) {
          return refuse('series.other-name', { id: context.id });
        }
        if (series.numbered.has(`${matter}/${instrument}`)) return [];
        const sequence = series.continuedFrom + series.numbered.size + 1;
        const abbreviation = abbreviationOf(unit, issuedOn, context);
        const printedNumber = formatPrintedNumber({ abbreviation, word, year, sequence });
        return [
          { type: 'InstrumentNumbered', data: { ...input, sequence, printedNumber }, occurredOn: issuedOn },
        ];
      },
    }),
  },
});
