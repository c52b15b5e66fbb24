import { z } from 'zod';
import {
  commandsOf,
  defineAggregate,
  defineEvent,
  definePolicy,
  defineRefusals,
  defineService,
  defineTimer,
  defineView,
  type FactOf,
  fold,
  when,
} from '../src/index.ts';

/** A small house to test the kernel in: a reception that takes notes of visitors, an office that opens a file for each. */
export const noteTaken = defineEvent('NoteTaken', {
  title: { zh: '记录', en: 'Note taken' },
  schema: z.strictObject({ text: z.string(), visitor: z.strictObject({ name: z.string() }).optional() }),
  personal: ['visitor.name'],
});
export const noteAmended = defineEvent('NoteAmended', {
  title: { zh: '更正', en: 'Note amended' },
  schema: z.strictObject({ text: z.string() }),
});
export const fileOpened = defineEvent('FileOpened', {
  title: { zh: '立卷', en: 'File opened' },
  schema: z.strictObject({ about: z.string() }),
});
export const fileChased = defineEvent('FileChased', {
  title: { zh: '催办', en: 'File chased' },
  schema: z.strictObject({ on: z.string() }),
});

type NoteFact = FactOf<typeof noteTaken> | FactOf<typeof noteAmended>;
interface NoteState {
  readonly text: string | undefined;
  readonly amendments: number;
}
const { register, refuse } = defineRefusals({
  'note.same': { status: 409, zh: '内容没有变化', en: 'The text is the same' },
  'file.exists': { status: 409, zh: '已经立卷', en: 'The file exists' },
});
const noteCommand = commandsOf<NoteState, NoteFact>();
const clerk = [{ role: 'clerk', relation: 'unit' }] as const;

const note = defineAggregate<NoteState, NoteFact>({
  name: 'note',
  route: 'notes',
  title: { zh: '记录', en: 'Note' },
  initial: { text: undefined, amendments: 0 },
  evolve: (state, fact) =>
    fact.type === 'NoteTaken'
      ? { ...state, text: fact.data.text }
      : { text: fact.data.text, amendments: state.amendments + 1 },
  resource: () => ({ unit: '630103' }),
  newId: ({ commandId, today }) => `N${today.slice(0, 4)}-${commandId}`,
  commands: {
    takeNote: noteCommand({
      title: { zh: '记录', en: 'Take a note' },
      law: [],
      input: z.strictObject({
        text: z.string().max(100),
        visitor: z.strictObject({ name: z.string() }).optional(),
        on: z.string().optional(),
      }),
      may: clerk,
      creates: () => ({ unit: '630103' }),
      decide: ({ on, ...data }) => [
        {
          type: 'NoteTaken',
          data: data as FactOf<typeof noteTaken>['data'],
          ...(on === undefined ? {} : { occurredOn: on }),
        },
      ],
    }),
    amendNote: noteCommand({
      title: { zh: '更正', en: 'Amend a note' },
      law: [],
      input: z.strictObject({ text: z.string() }),
      may: clerk,
      decide: ({ text }, state) =>
        text === state.text ? refuse('note.same') : [{ type: 'NoteAmended', data: { text } }],
    }),
  },
});

type FileFact = FactOf<typeof fileOpened> | FactOf<typeof fileChased>;
const fileCommand = commandsOf<{ open: boolean }, FileFact>();
const file = defineAggregate<{ open: boolean }, FileFact>({
  name: 'file',
  route: 'files',
  title: { zh: '卷', en: 'File' },
  initial: { open: false },
  evolve: () => ({ open: true }),
  resource: () => ({ unit: '630103' }),
  commands: {
    openFile: fileCommand({
      title: { zh: '立卷', en: 'Open a file' },
      law: [],
      input: z.strictObject({ about: z.string() }),
      may: [{ role: 'system', relation: 'system' }],
      internal: true,
      startsStream: true,
      decide: ({ about }, state) => {
        if (about === 'bug') throw new Error('a bug in the decision');
        return state.open ? refuse('file.exists') : [{ type: 'FileOpened', data: { about } }];
      },
    }),
    chaseFile: fileCommand({
      title: { zh: '催办', en: 'Chase a file' },
      law: [],
      input: z.strictObject({ on: z.string() }),
      may: [{ role: 'system', relation: 'system' }],
      internal: true,
      decide: ({ on }) => [{ type: 'FileChased', data: { on } }],
    }),
  },
});

export interface NoteDoc {
  readonly id: string;
  readonly text: string;
  readonly visitor?: { readonly name: string };
}

export const noteList = defineView<NoteDoc>({
  name: 'noteList',
  title: { zh: '记录', en: 'Notes' },
  version: 1,
  from: ['reception'],
  fields: ['text'],
  folds: {
    NoteTaken: fold<NoteDoc, FactOf<typeof noteTaken>['data']>(
      (event) => event.metadata.key,
      (_doc, event, id) => ({ id, ...event.data }) as NoteDoc,
    ),
    NoteAmended: fold<NoteDoc, FactOf<typeof noteAmended>['data']>(
      (event) => event.metadata.key,
      (doc, event) => (doc === undefined ? doc : { ...doc, text: event.data.text }),
    ),
  },
});

/** All texts of a note, one after the other: an event folded twice shows. */
export const noteTexts = defineView<NoteDoc>({
  ...noteList,
  name: 'noteTexts',
  folds: {
    NoteTaken: fold<NoteDoc, FactOf<typeof noteTaken>['data']>(
      (event) => event.metadata.key,
      (doc, event, id) => ({ id, text: `${doc?.text ?? ''}${event.data.text}` }),
    ),
    NoteAmended: fold<NoteDoc, FactOf<typeof noteAmended>['data']>(
      (event) => event.metadata.key,
      (doc, event, id) => ({ id, text: `${doc?.text ?? ''}${event.data.text}` }),
    ),
  },
});

export const reception = defineService({
  name: 'reception',
  title: { zh: '接待', en: 'Reception' },
  events: [noteTaken, noteAmended],
  aggregates: [note],
  views: [noteList],
  refusals: register,
});

const openFileWhenNoted = definePolicy({
  name: 'openFileWhenNoted',
  title: { zh: '记录即立卷', en: 'Open a file for each note' },
  from: ['reception'],
  on: {
    NoteTaken: when<FactOf<typeof noteTaken>['data']>((event) => [
      { command: 'office.openFile', id: `F-${event.metadata.key}`, input: { about: event.data.text } },
    ]),
    NoteAmended: when<FactOf<typeof noteAmended>['data']>((event) => [
      { command: 'office.chaseFile', id: `F-${event.metadata.key}`, input: { on: event.data.text } },
    ]),
  },
});

export interface FileDoc {
  readonly id: string;
  readonly about: string;
  readonly chased: number;
}

export const office = defineService({
  name: 'office',
  title: { zh: '办公室', en: 'Office' },
  events: [fileOpened, fileChased],
  aggregates: [file],
  policies: [openFileWhenNoted],
  timers: [
    defineTimer({
      name: 'chaseFiles',
      title: { zh: '催办', en: 'Chase files' },
      due: async (today, collections) => {
        const page = await collections<FileDoc>('office.fileList').find({ limit: 1000 });
        const files = page.items.filter((doc) => doc.id.startsWith('F-'));
        return files.map(({ id }) => ({
          once: `${id}:${today}`,
          command: 'office.chaseFile',
          id,
          input: { on: today },
        }));
      },
    }),
  ],
  views: [
    defineView<FileDoc>({
      name: 'fileList',
      title: { zh: '卷', en: 'Files' },
      version: 1,
      from: ['office', 'reception'],
      fields: ['about'],
      folds: {
        FileOpened: fold<FileDoc, { about: string }>(
          (event) => event.metadata.key,
          (_doc, event, id) => ({ id, about: event.data.about, chased: 0 }),
        ),
        FileChased: fold<FileDoc>(
          (event) => event.metadata.key,
          (doc) => (doc === undefined ? doc : { ...doc, chased: doc.chased + 1 }),
        ),
        NoteTaken: fold<FileDoc>(
          (event) => `seen-${event.metadata.key}`,
          (_doc, event, id) => ({ id, about: JSON.stringify(event.data), chased: 0 }),
        ),
      },
    }),
  ],
  refusals: register,
});
