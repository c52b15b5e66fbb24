import { matterTypes } from '@jiandu/catalogue';
import type { HandlerAssigned, InstrumentIssued, MatterAccepted } from '@jiandu/contracts';
import { type Doc, defineView, fold, searchWords } from '@jiandu/eventing';
import { matterOf } from '../../matter-events.ts';

/** What can be found of one matter. A restricted one is not in here at all (DOMAIN §4.5). */
export interface SearchDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly number: string;
  readonly title: string;
  readonly bodyName: string;
  readonly acceptedOn: string;
  readonly secrecy: string;
  readonly escalatedTo: string | null;
  readonly handlers: readonly string[];
  readonly sharedWith: readonly string[];
  readonly accessList: readonly string[];
  readonly words: readonly string[];
}

function withWords(doc: SearchDoc, ...texts: readonly string[]): readonly string[] {
  return [...new Set([...doc.words, ...texts.flatMap(searchWords)])];
}

function typeTitles(code: string): readonly string[] {
  const type = matterTypes.find((each) => each.code === code);
  return type === undefined ? [code] : [code, type.title.zh, type.title.en];
}

type Handling = Pick<HandlerAssigned['data'], 'handler' | 'assistants'>;

const handled = fold<SearchDoc, Handling>(
  matterOf,
  (doc, { data: { handler, assistants } }) =>
    doc && {
      ...doc,
      handlers: [handler.person, ...assistants.map(({ person }) => person)],
      words: withWords(doc, handler.name),
    },
);

/** Matters by number and words. */
export const searchIndex = defineView<SearchDoc>({
  name: 'searchIndex',
  title: { zh: '检索', en: 'Search index' },
  version: 1,
  from: ['intake', 'disposition'],
  fields: ['unit', 'type', 'department', 'number', 'secrecy', 'escalatedTo', 'acceptedOn'],
  lists: ['words', 'handlers', 'sharedWith', 'accessList'],
  folds: {
    MatterAccepted: fold<SearchDoc, MatterAccepted['data']>(
      matterOf,
      (_doc, { data: { profile, acceptedOn } }, id) => {
        if (profile.secrecy === 'restricted') return undefined;
        const { title, supervisedBody, clause, lead, nationalCaseRef } = profile;
        const texts = [id, title, supervisedBody.name, clause ?? '', lead, nationalCaseRef ?? ''];
        return {
          id,
          unit: profile.unit,
          type: profile.type,
          department: profile.department,
          number: id,
          title,
          bodyName: supervisedBody.name,
          acceptedOn,
          secrecy: profile.secrecy,
          escalatedTo: null,
          handlers: [],
          sharedWith: [],
          accessList: profile.accessList ?? [],
          words: [...new Set([...texts, ...typeTitles(profile.type)].flatMap(searchWords))],
        };
      },
    ),
    HandlerAssigned: handled,
    HandlerReassigned: handled,
    InstrumentIssued: fold<SearchDoc, InstrumentIssued['data']>(
      matterOf,
      (doc, { data: { title, printedNumber, addressee } }) =>
        doc && { ...doc, words: withWords(doc, title, printedNumber, addressee.name) },
    ),
    EscalatedToSuperior: fold<SearchDoc, { superior: string }>(
      matterOf,
      (doc, { data: { superior } }) => doc && { ...doc, escalatedTo: superior },
    ),
  },
});
