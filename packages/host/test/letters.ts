import {
  commandsOf,
  defineAggregate,
  defineEvent,
  definePolicy,
  defineQuery,
  defineRefusals,
  defineService,
  defineView,
  type FactOf,
  fold,
  refuseByKernel,
  when,
} from '@jiandu/eventing';
import { z } from 'zod';

/** A service small enough to read at a glance, with one of everything that the host serves. */
const name = z.string().min(1).max(60);

const letterReceived = defineEvent('LetterReceived', {
  title: { zh: '收到来信', en: 'Letter received' },
  schema: z.strictObject({ subject: name, sender: name.optional(), urgent: z.boolean() }),
  personal: ['sender'],
});
const letterAnswered = defineEvent('LetterAnswered', {
  title: { zh: '答复来信', en: 'Letter answered' },
  schema: z.strictObject({ text: z.string() }),
});
const letterFiled = defineEvent('LetterFiled', {
  title: { zh: '归档', en: 'Letter filed' },
  schema: z.strictObject({}),
});

type LetterFact = FactOf<typeof letterReceived> | FactOf<typeof letterAnswered> | FactOf<typeof letterFiled>;

interface Letter {
  readonly subject?: string;
  readonly answered: boolean;
}

const { register, refuse } = defineRefusals({
  'letter.answered': { status: 409, zh: '来信已答复', en: 'The letter is answered already', law: 'S2 §163' },
});

const command = commandsOf<Letter, LetterFact>();
const unit = '630103';

const letter = defineAggregate<Letter, LetterFact>({
  name: 'letter',
  route: 'letters',
  title: { zh: '来信', en: 'Letter' },
  initial: { answered: false },
  evolve(state, event) {
    if (event.type === 'LetterReceived') return { ...state, subject: event.data.subject };
    return event.type === 'LetterAnswered' ? { ...state, answered: true } : state;
  },
  resource: () => ({ unit }),
  newId: ({ commandId }) => `E-${commandId.slice(0, 8)}`,
  commands: {
    receiveLetter: command({
      title: { zh: '收信', en: 'Receive a letter' },
      law: ['S2 §161'],
      input: z.strictObject({ subject: name, sender: name.optional(), urgent: z.boolean().default(false) }),
      may: [{ role: 'clerk', relation: 'unit' }],
      creates: () => ({ unit }),
      decide: (input) => [{ type: 'LetterReceived', data: input }],
    }),
    receiveUrgentLetter: command({
      title: { zh: '收急信', en: 'Receive an urgent letter' },
      law: [],
      input: z.strictObject({ subject: name }),
      may: [{ role: 'clerk', relation: 'unit' }],
      creates: () => ({ unit }),
      decide: ({ subject }) => [{ type: 'LetterReceived', data: { subject, urgent: true } }],
    }),
    answerLetter: command({
      title: { zh: '答复', en: 'Answer' },
      law: ['S2 §163'],
      input: z.strictObject({ text: z.string().min(1), on: z.iso.date().optional() }),
      may: [{ role: 'clerk', relation: 'unit' }],
      decide({ text, on }, state) {
        if (text === 'fail') throw new TypeError('a bug that quotes the secret word abracadabra');
        if (text === 'unavailable') throw Object.assign(new Error('disk full'), { retryable: true });
        if (state.answered) return refuse('letter.answered');
        return [{ type: 'LetterAnswered', data: { text }, ...(on === undefined ? {} : { occurredOn: on }) }];
      },
    }),
    fileLetter: command({
      title: { zh: '归档', en: 'File' },
      law: [],
      input: z.strictObject({}),
      may: [],
      internal: true,
      decide: () => [{ type: 'LetterFiled', data: {} }],
    }),
  },
});

interface LetterDoc {
  readonly id: string;
  readonly subject: string;
  readonly revision: number;
  readonly filed: boolean;
}

const idOf = (event: { readonly stream: string }) => event.stream.slice('post.letter-'.length);

const letterList = defineView<LetterDoc>({
  name: 'letterList',
  title: { zh: '来信表', en: 'Letters' },
  version: 1,
  from: ['post'],
  fields: ['subject'],
  folds: {
    LetterReceived: fold<LetterDoc, { subject: string }>(idOf, (_doc, event, id) => ({
      id,
      subject: event.data.subject,
      revision: event.revision,
      filed: false,
    })),
    LetterAnswered: fold<LetterDoc>(idOf, (doc, event) => doc && { ...doc, revision: event.revision }),
    LetterFiled: fold<LetterDoc>(
      idOf,
      (doc, event) => doc && { ...doc, revision: event.revision, filed: true },
    ),
  },
});

const anyone = [{ role: 'clerk', relation: 'anyone' }] as const;
const letterShape = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.int(),
  filed: z.boolean(),
});

const letterPage = defineQuery({
  name: 'letterPage',
  path: 'letters/:id',
  title: { zh: '来信', en: 'A letter' },
  input: z.strictObject({ id: z.string() }),
  output: letterShape,
  may: anyone,
  answer: async ({ id }, { collections }) =>
    (await collections<LetterDoc>('post.letterList').get(id)) ?? refuseByKernel('thing.unknown', { id }),
});

const letters = defineQuery({
  name: 'letters',
  path: 'letters',
  title: { zh: '来信表', en: 'Letters' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({ items: z.array(letterShape) }),
  may: anyone,
  answer: async ({ limit }, { collections }) => {
    const page = await collections<LetterDoc>('post.letterList').find({ limit });
    return { items: [...page.items] };
  },
});

const lettersCsv = defineQuery({
  name: 'lettersCsv',
  path: 'letters.csv',
  title: { zh: '来信表（CSV）', en: 'Letters as CSV' },
  input: z.strictObject({}),
  output: z.string(),
  may: anyone,
  answer: async () => ({
    contentType: 'text/csv; charset=utf-8',
    fileName: '来信.csv',
    body: 'id,subject\r\n',
  }),
});

/** How often a feed was opened and left again, for tests that watch it. */
export const readers = { opened: 0, left: 0, resumedAfter: '' };

const feed = defineQuery({
  name: 'feed',
  path: 'feed',
  title: { zh: '事件流', en: 'Feed' },
  input: z.strictObject({ lastEventId: z.coerce.number().int().optional() }),
  output: z.string(),
  may: anyone,
  answer: async ({ lastEventId }, { log }) => ({
    contentType: 'text/event-stream',
    body: told(log.follow(lastEventId ?? 0), lastEventId),
  }),
});

async function* told(events: AsyncIterable<{ position: number; type: string }>, after?: number) {
  readers.opened += 1;
  readers.resumedAfter = String(after);
  try {
    for await (const { position, type } of events) yield `id: ${position}\nevent: ${type}\n\n`;
  } finally {
    readers.left += 1;
  }
}

const fileWhenAnswered = definePolicy({
  name: 'fileLetterWhenAnswered',
  title: { zh: '答复后归档', en: 'File when answered' },
  from: ['post'],
  on: {
    LetterAnswered: when<{ text: string }>((event) =>
      event.data.text === 'poison'
        ? [{ command: 'post.noSuchCommand', input: {} }]
        : [{ command: 'post.fileLetter', id: idOf(event), input: {} }],
    ),
  },
});

export const post = defineService({
  name: 'post',
  title: { zh: '收发', en: 'Post room' },
  events: [letterReceived, letterAnswered, letterFiled],
  aggregates: [letter],
  policies: [fileWhenAnswered],
  views: [letterList],
  queries: [letterPage, letters, lettersCsv, feed],
  refusals: register,
});
