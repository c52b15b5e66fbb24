import type { VerificationOpened } from '@jiandu/contracts';
import { type Doc, type Envelope, type Fact, type Fold, fold, idOf } from '@jiandu/eventing';
import type { VerificationCard } from './card-shape.ts';

/** The card, and beside it what access rules filter by. */
export interface CardDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly secrecy: string;
  readonly handlers: readonly string[];
  readonly accessList: readonly string[];
  readonly escalatedTo?: string;
  readonly card: VerificationCard;
}

/** The data of an event without what it says about clocks. */
export function withoutClocks<D extends object>(data: D): Omit<D, 'clocks' | 'clocksMet'> {
  const {
    clocks: _started,
    clocksMet: _met,
    ...rest
  } = data as D & { clocks?: unknown; clocksMet?: unknown };
  return rest;
}

function handlersOf({ handler, assistants, plan, onSite }: VerificationCard): readonly string[] {
  const all = [handler, ...assistants, ...(plan?.team ?? []), ...(onSite?.team ?? [])];
  return [...new Set(all.map((each) => each.person))];
}

/** The document of a new verification. */
export function openedDoc(event: Envelope<VerificationOpened['data']>, id: string): CardDoc {
  const { profile, handler, assistants, filedOn, plan } = event.data;
  const card: VerificationCard = {
    id,
    revision: event.revision,
    profile,
    handler,
    assistants,
    suspended: [],
    filedOn,
    ...(plan === undefined ? {} : { plan }),
    measures: [],
    refusedMeasures: [],
    issues: [],
    extensions: [],
    exclusions: [],
    reports: [],
  };
  const { unit, type, department, secrecy, accessList = [] } = profile;
  return { id, unit, type, department, secrecy, handlers: handlersOf(card), accessList, card };
}

/** A fold of an event of the verification's own stream: what it changes on the card. */
export function change<F extends Fact>(
  apply: (card: VerificationCard, data: F['data']) => Partial<VerificationCard>,
): Fold<CardDoc> {
  return fold<CardDoc, F['data']>(
    ({ stream }) => idOf(stream),
    (doc, { data, revision }) => {
      if (doc === undefined) return undefined;
      const card = { ...doc.card, ...apply(doc.card, data), revision };
      return { ...doc, handlers: handlersOf(card), card };
    },
  );
}
