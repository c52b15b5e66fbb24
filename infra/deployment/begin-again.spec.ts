import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../mongodb/begin-again.js'), 'utf8');

interface Head {
  readonly _id: string;
  checkpoint?: string;
  commits: number;
}

const kafka = { kafka: 1, next: { 'jiandu.intake.v1': { 0: 17 } } };
const headsAtFirst = (): Head[] => [
  { _id: 'intake.relay@1', checkpoint: '900', commits: 4 },
  { _id: 'reporting.openRelay@1', checkpoint: '900', commits: 4 },
  { _id: 'intake.policies@1', checkpoint: JSON.stringify({ own: '880', others: kafka }), commits: 7 },
  { _id: 'reporting.policies@1', checkpoint: JSON.stringify({ others: kafka }), commits: 7 },
  { _id: 'intake.leadPool@3', checkpoint: '900', commits: 9 },
  { _id: 'house.erasure@1', checkpoint: '640', commits: 2 },
  { _id: 'disposition.policies@1', commits: 0 },
];

/** What mongosh gives a script, as far as this one asks for it, over one database in memory. */
function run(environment: Readonly<Record<string, string>>) {
  const heads = headsAtFirst();
  const names = new Set(['collections', 'active', 'docs.intake.leadPool@3.5f2c', 'keys', 'system.views']);
  const said: string[] = [];
  const asked: string[] = [];
  const collection = (name: string) => ({
    find: () => ({ toArray: () => heads.filter(({ checkpoint }) => checkpoint !== undefined) }),
    updateOne: ({ _id }: { _id: string }, update: { $set?: Partial<Head>; $unset?: object }) => {
      const head = heads.find((each) => each._id === _id)!;
      Object.assign(head, update.$set);
      if (update.$unset !== undefined) delete head.checkpoint;
      head.commits += 1;
      return { matchedCount: 1 };
    },
    drop: () => names.delete(name),
  });
  class Mongo {
    readonly url: string;
    constructor(url: string) {
      this.url = url;
    }
    getDB(name: string) {
      asked.push(`${this.url} ${name}`);
      return { getName: () => name, getCollectionNames: () => [...names], getCollection: collection };
    }
  }
  runInNewContext(script, {
    require: createRequire(import.meta.url),
    process: { env: { MONGODB_SERVER: '127.0.0.1:27017', ...environment } },
    print: (line: string) => said.push(line),
    encodeURIComponent,
    Mongo,
  });
  return { heads: new Map(heads.map((head) => [head._id, head])), names, said, asked };
}

test('after topics were made anew: relays publish everything again, policies begin the topics and keep their own place', () => {
  const { heads, said } = run({ FORGET: 'feed' });
  expect(heads.get('intake.relay@1')).toEqual({ _id: 'intake.relay@1', commits: 5 });
  expect(heads.get('reporting.openRelay@1')).toEqual({ _id: 'reporting.openRelay@1', commits: 5 });
  expect(heads.get('intake.policies@1')).toMatchObject({ checkpoint: '{"own":"880"}', commits: 8 });
  expect(heads.get('reporting.policies@1')).toMatchObject({ checkpoint: '{}', commits: 8 });
  for (const untouched of ['intake.leadPool@3', 'house.erasure@1', 'disposition.policies@1'])
    expect(heads.get(untouched)).toEqual(headsAtFirst().find(({ _id }) => _id === untouched));
  expect(said).toHaveLength(4);
});

test('after a copy of the keys came back erasures are done again, and nothing else', () => {
  const { heads } = run({ FORGET: 'erasures' });
  expect(heads.get('house.erasure@1')).toEqual({ _id: 'house.erasure@1', commits: 3 });
  for (const head of headsAtFirst())
    if (head._id !== 'house.erasure@1') expect(heads.get(head._id)).toEqual(head);
});

test('after the record went back in time everything is forgotten but the keys', () => {
  expect([...run({ FORGET: 'all' }).names]).toEqual(['keys', 'system.views']);
});

test('in a demonstration there is one database, reached without a password', () => {
  expect(run({ FORGET: 'feed' }).asked).toEqual(['mongodb://127.0.0.1:27017/?directConnection=true jiandu']);
});

test.each([{}, { FORGET: '' }, { FORGET: 'keys' }])(
  '%j is refused before anything is touched',
  (environment) => {
    expect(() => run(environment)).toThrow('FORGET must say feed, erasures or all');
  },
);
