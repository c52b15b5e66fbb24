import {
  type Doc,
  defineService,
  defineView,
  type Envelope,
  fold,
  type Recorded,
  ServiceIndex,
  startLocalViews,
} from '@jiandu/eventing';
import { expect, it } from 'vitest';
import { openMongoReadModels } from '../../src/mongodb/index.ts';
import { freshDatabase } from '../stands/mongodb.ts';
import { ListFeed } from './list-feed.ts';
import { onLocalMongo } from './place.ts';
import { layWire } from './wire.ts';

const PATIENCE_MS = 60_000;
const TEXTS = '始一二三四五六七八九十';

interface Texts extends Doc {
  readonly text: string;
}

/** All texts of a note, one after the other: an event folded twice shows, and one left out too. */
const texts = defineView<Texts>({
  name: 'texts',
  title: { zh: '文字', en: 'Texts' },
  version: 1,
  from: ['notes'],
  fields: [],
  folds: {
    TextAdded: fold<Texts, { text: string }>(
      (event) => event.metadata.key,
      (doc, event, id) => ({ id, text: `${doc?.text ?? ''}${event.data.text}` }),
    ),
  },
});

const notes = defineService({
  name: 'notes',
  title: { zh: '记录', en: 'Notes' },
  events: [],
  aggregates: [],
  views: [texts],
  refusals: {},
});

/** Its events need no definition: they have one version and nothing personal. */
class NotesIndex extends ServiceIndex {
  override envelopeFor(_service: string, recorded: Recorded): Envelope {
    return recorded;
  }
}

await onLocalMongo('a view that two processes fold at once, as while one takes over', ({ server }) => {
  it(
    'holds each event once, over lost answers and a slow line',
    async () => {
      const database = freshDatabase();
      const feed = new ListFeed();
      const [quick, slow] = [await layWire(server.port), await layWire(server.port)];
      // The second one reads what the first has written meanwhile.
      slow.slow(15);
      const failures: unknown[] = [];
      const processes = [];
      for (const { url } of [quick, slow]) {
        const readModels = await openMongoReadModels({ url, database, insistOnIndexes: true });
        const host = await startLocalViews({
          services: [notes],
          index: new NotesIndex([notes], {}),
          feed,
          readModels,
          head: 0,
          onFailing: (_view, _position, error) => failures.push(error),
        });
        processes.push({ readModels, host });
      }
      for (const text of TEXTS) {
        quick.loseAnswers('commitTransaction', 2);
        slow.loseAnswers('commitTransaction', 1);
        feed.add('N-1', text);
        for (const { host } of processes)
          expect(await host.views[0]?.reach(feed.head, PATIENCE_MS)).toBe(true);
      }
      for (const { host } of processes)
        expect((await host.views[0]?.collection.find({ limit: 10 }))?.items).toEqual([
          { id: 'N-1', text: TEXTS },
        ]);
      expect(quick.lost).toBeGreaterThan(0);
      expect(failures.map((error) => (error as Error).name)).toEqual(
        expect.arrayContaining(['MongoUnavailable', 'CheckpointMoved']),
      );
      for (const { host, readModels } of processes) {
        await host.stop();
        await readModels.close();
      }
      await Promise.all([quick.close(), slow.close()]);
    },
    PATIENCE_MS * 2,
  );
});
