import type { Recorded } from '../ports/event.ts';
import type { Doc } from '../ports/read-models.ts';
import type { Bilingual } from './event-definition.ts';

/** An event as a fold sees it: newest version, personal fields still sealed (own events) or absent (others' events). */
export type Envelope<D = Readonly<Record<string, unknown>>> = Omit<Recorded, 'data'> & { readonly data: D };

/** How one type of event changes documents. */
export interface Fold<T extends Doc> {
  /** The documents it touches; none, one or several ids. */
  ids(event: Envelope): readonly string[];
  /** The document afterwards; `undefined` removes it (or leaves it absent). */
  apply(doc: T | undefined, event: Envelope, id: string): T | undefined;
}

/** A read model: one collection of documents folded from events. Time comes from the events, never from the wall. */
export interface View<T extends Doc = Doc> {
  /** Noun, lower camel case; full name is `<service>.<name>`. */
  readonly name: string;
  readonly title: Bilingual;
  /** Raise it with every change of shape or fold; a new version is built beside the old one and swapped when level. */
  readonly version: number;
  /** Services whose events it folds. Personal fields come only with the own service's events. */
  readonly from: readonly string[];
  readonly fields: readonly string[];
  readonly lists?: readonly string[];
  /** Fold per event type, or one for every type (`'*'`, tried when no other matches). */
  readonly folds: Readonly<Record<string, Fold<T>>>;
}

/** One way to write a fold: `fold(idsOf, apply)` with the event's data typed. */
export function fold<T extends Doc, D = Readonly<Record<string, unknown>>>(
  ids: (event: Envelope<D>) => readonly string[] | string | undefined,
  apply: (doc: T | undefined, event: Envelope<D>, id: string) => T | undefined,
): Fold<T> {
  return {
    ids: (event) => {
      const found = ids(event as Envelope<D>);
      return found === undefined ? [] : typeof found === 'string' ? [found] : found;
    },
    apply: (doc, event, id) => apply(doc, event as Envelope<D>, id),
  };
}

export function defineView<T extends Doc>(view: View<T>): View<T> {
  return view;
}
