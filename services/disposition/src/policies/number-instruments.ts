import { documentSeriesId, parseMatterNumber } from '@jiandu/catalogue';
import type { DecisionMade, InstrumentNumbered, InstrumentOrdered } from '@jiandu/contracts';
import type { CommandCall, Envelope, PolicyContext } from '@jiandu/eventing';
import { definePolicy, idOf, when } from '@jiandu/eventing';
import { kindOf } from '../type-rules.ts';

function numbering(
  { stream, metadata }: Envelope,
  { instrument, kind }: { readonly instrument: string; readonly kind: string },
  context: PolicyContext,
): CommandCall {
  const matter = idOf(stream);
  const { unit, occurredOn } = metadata;
  const word = kindOf(context, parseMatterNumber(matter)?.type ?? '', kind)?.word;
  if (word === undefined) throw new Error(`no word for ${kind} of ${matter}`);
  const year = Number(occurredOn.slice(0, 4));
  return {
    command: 'disposition.numberInstrument',
    id: documentSeriesId(unit, word, year),
    input: { unit, word, year, matter, instrument, issuedOn: occurredOn },
  };
}

/** Each instrument that was decided on or ordered takes the next number of its series. */
export const numberInstrumentWhenOrdered = definePolicy({
  name: 'numberInstrumentWhenOrdered',
  title: { zh: '决定制发即编文号', en: 'Number an instrument when it is ordered' },
  from: ['disposition'],
  on: {
    DecisionMade: when<DecisionMade['data']>((event, context) =>
      event.data.instruments.map((order) => numbering(event, order, context)),
    ),
    InstrumentOrdered: when<InstrumentOrdered['data']>((event, context) => [
      numbering(event, event.data, context),
    ]),
  },
});

/** With its number the instrument is out. */
export const issueInstrumentWhenNumbered = definePolicy({
  name: 'issueInstrumentWhenNumbered',
  title: { zh: '编号后制发文书', en: 'Issue an instrument when it is numbered' },
  from: ['disposition'],
  on: {
    InstrumentNumbered: when<InstrumentNumbered['data']>(({ data, metadata }) => [
      {
        command: 'disposition.issueInstrument',
        id: data.matter,
        input: {
          instrument: data.instrument,
          printedNumber: data.printedNumber,
          issuedOn: metadata.occurredOn,
        },
        tolerate: ['matter.terminated', 'number.voided'],
      },
    ]),
  },
});
