import type { UnitClosed, UnitRegistered, UnitRenamed } from '@jiandu/contracts';
import { type Doc, defineView, fold } from '@jiandu/eventing';

type Names = Pick<UnitRenamed['data'], 'nameZh' | 'nameEn' | 'shortZh' | 'abbreviation'>;

/** A procuratorate with every name it had, oldest first. */
export interface UnitDoc extends Doc {
  readonly level: string;
  readonly powers: string | null;
  readonly parent: string | null;
  readonly alternativeNamesZh: readonly string[];
  readonly pilot2023: boolean;
  readonly uncertain: boolean;
  readonly note: string | null;
  readonly names: readonly (Names & { readonly from: string })[];
  readonly closedOn: string | null;
  readonly successor: string | null;
}

function namesOf({ nameZh, nameEn, shortZh, abbreviation }: Names): Names {
  return { nameZh, nameEn, shortZh, ...(abbreviation === undefined ? {} : { abbreviation }) };
}

/** The procuratorates, whether they still exist or not. */
export const units = defineView<UnitDoc>({
  name: 'units',
  title: { zh: '检察院名录', en: 'Units' },
  version: 1,
  from: ['registry'],
  fields: ['level', 'parent', 'closedOn'],
  folds: {
    UnitRegistered: fold<UnitDoc, UnitRegistered['data']>(
      ({ data }) => data.code,
      (_doc, { data }) => ({
        id: data.code,
        level: data.level,
        powers: data.powers ?? null,
        parent: data.parent ?? null,
        alternativeNamesZh: data.alternativeNamesZh ?? [],
        pilot2023: data.pilot2023 ?? false,
        uncertain: data.uncertain ?? false,
        note: data.note ?? null,
        names: [{ ...namesOf(data), from: data.from }],
        closedOn: null,
        successor: null,
      }),
    ),
    UnitRenamed: fold<UnitDoc, UnitRenamed['data']>(
      ({ data }) => data.code,
      (doc, { data }) => doc && { ...doc, names: [...doc.names, { ...namesOf(data), from: data.from }] },
    ),
    UnitClosed: fold<UnitDoc, UnitClosed['data']>(
      ({ data }) => data.code,
      (doc, { data }) => doc && { ...doc, closedOn: data.on, successor: data.successor ?? null },
    ),
  },
});
