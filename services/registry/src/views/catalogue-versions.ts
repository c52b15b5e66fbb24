import type { CalendarPublished, CatalogueVersionPublished } from '@jiandu/contracts';
import { type Doc, defineView, fold } from '@jiandu/eventing';

/** A published version and from when it holds. */
export interface VersionDoc extends Doc {
  readonly kind: 'catalogue' | 'calendar';
  readonly effectiveFrom: string;
  readonly contentHash: string | null;
  readonly note: string | null;
}

/** Versions of the catalogue and of the calendar of working days. */
export const catalogueVersions = defineView<VersionDoc>({
  name: 'catalogueVersions',
  title: { zh: '目录与日历版本', en: 'Catalogue and calendar versions' },
  version: 1,
  from: ['registry'],
  fields: ['kind', 'effectiveFrom'],
  folds: {
    CatalogueVersionPublished: fold<VersionDoc, CatalogueVersionPublished['data']>(
      ({ data }) => data.version,
      (_doc, { data }) => ({
        id: data.version,
        kind: 'catalogue',
        effectiveFrom: data.effectiveFrom,
        contentHash: data.contentHash,
        note: data.note ?? null,
      }),
    ),
    CalendarPublished: fold<VersionDoc, CalendarPublished['data']>(
      ({ data }) => data.version,
      (_doc, { data }) => ({
        id: data.version,
        kind: 'calendar',
        effectiveFrom: data.effectiveFrom,
        contentHash: data.contentHash ?? null,
        note: data.source ?? null,
      }),
    ),
  },
});
